import pytest

from geo.levels import SWEDEN, level_of, levels


def test_levels_stand_widest_first():
    assert list(levels()) == ["sweden", "county", "municipality", "regso"]


@pytest.mark.parametrize(
    "code, level",
    [(SWEDEN, "sweden"), ("01", "county"), ("0180", "municipality"), ("0180R009", "regso")],
)
def test_a_code_tells_its_level(code, level):
    assert level_of(code) is levels()[level]


@pytest.mark.parametrize(
    "code", ["", "1", "018", "0180R09", "0180r009", "../../etc/passwd", "00\n"]
)
def test_another_form_is_no_code(code):
    assert level_of(code) is None


@pytest.mark.parametrize("level", levels().values(), ids=levels())
def test_the_parent_of_a_level_exists_and_is_wider(level):
    order = list(levels())
    assert level.parent is None or order.index(level.parent) == order.index(level.id) - 1


@pytest.mark.parametrize("year, edition", [(2011, "2020"), (2023, "2020"), (2024, "2025")])
def test_a_year_tells_the_edition(year, edition):
    assert levels()["regso"].edition(year) == edition


def test_municipalities_have_one_edition_only():
    assert levels()["municipality"].edition(2020) is None
