import pytest

from geo import areas as module
from geo.areas import AreaError, ancestors, area, areas, children, neighbours
from geo.levels import level_of, levels

REGISTERS = [
    ("sweden", None, 1),
    ("county", None, 21),
    ("municipality", None, 290),
    ("regso", "2020", 3363),
    ("regso", "2025", 3363),
]
NAMES = [f"{level}{edition or ''}" for level, edition, _ in REGISTERS]


@pytest.mark.parametrize("level, edition, count", REGISTERS, ids=NAMES)
def test_every_area_is_there(level, edition, count):
    assert len(areas(levels()[level], edition)) == count


@pytest.mark.parametrize("level, edition, count", REGISTERS, ids=NAMES)
def test_codes_are_sorted(level, edition, count):
    codes = list(areas(levels()[level], edition))
    assert codes == sorted(codes)


@pytest.mark.parametrize("level, edition, count", REGISTERS, ids=NAMES)
def test_every_code_has_the_form_of_its_level(level, edition, count):
    register = areas(levels()[level], edition)
    assert {level_of(code) for code in register} == {levels()[level]}


@pytest.mark.parametrize("level, edition, count", REGISTERS[1:], ids=NAMES[1:])
def test_every_parent_exists(level, edition, count):
    wider = areas(levels()[levels()[level].parent])
    assert {one.parent for one in areas(levels()[level], edition).values()} == set(wider)


@pytest.mark.parametrize("level, edition, count", REGISTERS, ids=NAMES)
def test_names_are_tidy(level, edition, count):
    for one in areas(levels()[level], edition).values():
        assert one.name and one.name == one.name.strip()


@pytest.mark.parametrize("edition", ["2020", "2025"])
def test_the_names_of_malmo_lack_the_needless_level_in_front(edition):
    malmo = [one.name for code, one in areas(levels()["regso"], edition).items() if "1280R" in code]
    assert not [name for name in malmo if "RegSO" in name]


@pytest.mark.parametrize(
    "code, name",
    [
        ("00", "Sverige"),
        ("01", "Stockholms län"),
        ("14", "Västra Götalands län"),
        ("1480", "Göteborg"),
        ("0114R001", "Bollstanäs"),
        ("2584R001", "Bolaget"),
    ],
)
def test_a_code_finds_its_area(code, name):
    assert area(code).name == name


@pytest.mark.parametrize("code", ["99", "0199", "0180R999", "", "Stockholm", "2523R011"])
def test_an_unknown_code_finds_nothing(code):
    assert area(code) is None


def test_the_area_that_was_formed_in_2025_is_in_that_edition():
    assert area("2523R011", "2025") is not None


def test_an_unknown_edition_is_named_in_the_error():
    with pytest.raises(AreaError, match="'1999'"):
        areas(levels()["regso"], "1999")


def test_goteborg_has_147_regso():
    assert len(children(area("1480"))) == 147


def test_the_children_of_sweden_are_the_counties():
    assert [one.code for one in children(area("00"))] == list(areas(levels()["county"]))


def test_a_regso_has_no_children():
    assert children(area("0180R009")) == ()


def test_ancestors_go_from_the_widest_to_the_narrowest():
    assert [one.code for one in ancestors(area("0180R009"))] == ["00", "01", "0180"]


def test_neighbours_are_mutual():
    for level in ("municipality", "regso"):
        for code in areas(levels()[level], "2025" if level == "regso" else None):
            assert all(code in neighbours(other) for other in neighbours(code))


def test_neighbours_are_of_the_same_level():
    assert {level_of(code).id for code in neighbours("0180")} == {"municipality"}
    assert {level_of(code).id for code in neighbours("0180R009")} == {"regso"}


def test_solna_is_a_neighbour_of_stockholm():
    assert "0184" in neighbours("0180")


def test_oland_has_a_neighbour_across_the_water():
    assert neighbours("0885")


def test_a_register_that_cannot_be_read_is_named_with_the_remedy(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "AREAS_FOLDER", tmp_path)
    with pytest.raises(AreaError, match=r"county.csv .*make boundaries"):
        module._register.__wrapped__(levels()["county"], None)
