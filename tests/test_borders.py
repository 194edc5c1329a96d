"""A series breaks where a border or a definition changed, and nowhere else."""

from dataclasses import replace

import pytest

from data.borders import breaks, broken, broken_between, comparable, longest_span, runs
from data.catalogue import declared_indicators, indicators
from data.edition import current_edition
from geo.areas import areas
from geo.crosswalk import border_changed, changed_codes
from geo.levels import levels

REGSO = levels()["regso"]
YEARS = tuple(range(2020, 2026))
SHARE = indicators()["foreign_born_share"]
INDEX = indicators()["dissimilarity_foreign_born"]
KEPT, MOVED = "0114R001", "2523R011"


@pytest.fixture
def longer():
    """The current edition, as if its indicators went on over the RegSO of 2025."""
    current = current_edition()
    coverages = {key: replace(coverage, years=YEARS) for key, coverage in current.coverages.items()}
    return replace(current, coverages=coverages)


def test_only_areas_that_exchanged_land_have_another_border():
    assert border_changed(MOVED) and MOVED in changed_codes()
    assert not border_changed(KEPT)
    assert not border_changed("0180") and not border_changed("nowhere")


def test_a_small_area_breaks_where_its_border_changed(longer):
    moved = next(code for code in sorted(changed_codes()) if code.startswith("0120"))
    assert breaks(SHARE, moved, longer) == (2024,)
    assert breaks(SHARE, KEPT, longer) == ()


def test_a_share_of_a_municipality_has_no_break_and_an_index_of_it_has(longer):
    assert breaks(SHARE, "0120", longer) == ()
    assert breaks(INDEX, "0120", longer) == (2024,)


def test_an_index_over_areas_that_are_as_they_were_has_no_break(longer):
    assert breaks(INDEX, "0114", longer) == ()


def test_an_index_of_the_country_breaks_with_its_areas(longer):
    assert breaks(INDEX, "00", longer) == (2024,)


def test_nothing_breaks_within_one_edition_of_the_areas():
    assert all(breaks(INDEX, area) == () for area in ("00", "0120", "25"))


def test_everything_breaks_where_its_definition_changed(longer):
    one = replace(SHARE, breaks={2022: {}, 1990: {}})
    assert breaks(one, "0114", longer) == (2022,)


def test_what_the_edition_does_not_have_has_no_break():
    assert breaks(declared_indicators()["mean_net_income"], KEPT) == ()


def test_years_are_cut_between_editions_only_where_a_border_moved():
    assert runs(REGSO, [KEPT], YEARS) == (YEARS,)
    assert runs(REGSO, [KEPT, MOVED], YEARS) == ((2020, 2021, 2022, 2023), (2024, 2025))
    assert runs(REGSO, [MOVED], YEARS[:3]) == (YEARS[:3],)


def test_the_years_to_compare_are_the_newest_in_a_row_without_a_break(longer):
    assert comparable(INDEX, "0120", longer) == (2024, 2025)
    assert comparable(INDEX, "0114", longer) == (2020, 2025)
    shorter = replace(
        longer,
        coverages={k: replace(c, years=YEARS[:-1]) for k, c in longer.coverages.items()},
    )
    assert comparable(INDEX, "0120", shorter) == (2020, 2023)
    assert comparable(INDEX, "0114R001", longer) is None


def test_the_longest_span_lies_on_one_side_of_a_border_that_moved_the_newest_of_equals():
    assert longest_span(REGSO, "0120", YEARS) == (2020, 2023)
    assert longest_span(REGSO, "0120", YEARS[2:]) == (2024, 2025)
    assert longest_span(REGSO, "0114", YEARS) == (2020, 2025)
    assert longest_span(REGSO, "0120", (2023,)) == (2023, 2023)


def test_areas_that_break_are_told_by_the_year_they_break_at(longer):
    found = broken(SHARE, REGSO, longer)
    assert set(found) == {2024}
    assert found[2024] == changed_codes() & set(areas(REGSO, longer.areas_edition(REGSO)))
    assert broken_between(SHARE, REGSO, 2025, 2023, longer) == found[2024]
    assert broken_between(SHARE, REGSO, 2020, 2023, longer) == frozenset()


def test_nothing_is_broken_in_the_edition_that_is_shown():
    for one in indicators().values():
        for id_ in one.levels:
            assert broken(one, levels()[id_]) == {}
