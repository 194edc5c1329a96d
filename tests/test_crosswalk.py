import pytest

from geo.areas import areas
from geo.crosswalk import changed_codes, changes, successors
from geo.levels import levels

REGSO = levels()["regso"]


def test_288_codes_changed_their_border():
    assert len({change.code_2020 for change in changes()} | changed_codes()) == len(changed_codes())
    assert len(changed_codes()) == 288


def test_the_changes_lie_in_99_municipalities():
    assert len({code[:4] for code in changed_codes()}) == 99


@pytest.mark.parametrize("edition", ["2020", "2025"])
def test_every_changed_code_exists(edition):
    column = f"code_{edition}"
    assert {getattr(change, column) for change in changes()} <= set(areas(REGSO, edition))


def test_one_code_ceased_and_one_is_new():
    old, new = set(areas(REGSO, "2020")), set(areas(REGSO, "2025"))
    assert (old - new, new - old) == ({"2584R001"}, {"2523R011"})


def test_the_changes_have_english_names():
    assert {change.change for change in changes()} == {
        "grew",
        "shrank",
        "gave_part_to_existing",
        "gave_part_to_new",
        "ceased_into_existing",
    }


def test_the_area_that_ceased_went_into_three():
    assert successors("2584R001") == ("2584R002", "2584R006", "2584R013")


def test_an_unchanged_area_is_its_own_successor():
    assert successors("0114R001") == ("0114R001",)


def test_every_successor_is_an_area_of_2025():
    assert {new for old in areas(REGSO, "2020") for new in successors(old)} <= set(
        areas(REGSO, "2025")
    )
