"""The profile tells what moved between area types in the numbers of the edition, and no others."""

import pytest
from dash import html

from callbacks.profile import profile_of
from data.flows import flows, movings
from geo.areas import area, areas
from geo.levels import SWEDEN, levels
from layouts.profile.moves import moves
from tests.test_area_summary import words

TYPES = movings()["area_type"]


def told(code, language="sv"):
    return words(moves(profile_of(area(code)), language))


def test_the_country_s_moves_are_told_as_they_are_published():
    found = flows(TYPES, 2022, 2023)
    said = told(SWEDEN)
    moved = f"{found.moved} av 3\xa0363 RegSO i Sverige områdestyp"
    assert f"Mellan 2022 och 2023 bytte {moved}" in said
    assert "Utgåvan har områdestyper för 2022 och 2023." in said


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_number_of_the_table_is_one_of_a_move(language):
    table = moves(profile_of(area("1480")), language)[1]
    cells = [cell for row in table.children.children[-1].children for cell in row.children[1:]]
    found = flows(TYPES, 2022, 2023, "1480")
    assert sum(getattr(cell, "data-sort") for cell in cells) == found.areas
    assert all(isinstance(cell, html.Td) for cell in cells)


def test_a_municipality_where_nothing_moved_says_so():
    still = next(
        code for code in areas(levels()["municipality"]) if not flows(TYPES, 2022, 2023, code).moved
    )
    assert f"Inget RegSO i {area(still).name} bytte områdestyp mellan 2022 och 2023." in told(still)


@pytest.mark.parametrize(
    ("way", "said"), [(1, "till en typ med bättre"), (-1, "till en typ med sämre")]
)
def test_where_all_moved_one_way_nobody_is_counted_as_moving_the_other(way, said):
    def only(code):
        found = [one for one in flows(TYPES, 2022, 2023, code).flows if one.before != one.after]
        return found and all(way * (one.after - one.before) > 0 for one in found)

    code = next(code for code in areas(levels()["municipality"]) if only(code))
    assert f"områdestyp {said} förutsättningar. Där bodde " in told(code)


def test_a_small_area_has_no_moves():
    assert profile_of(area("0114R001")).moves is None
