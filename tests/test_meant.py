"""Which edition of the areas is meant follows the figures shown, and levels without any are left out."""

import pytest

from data.edition import areas_edition, current_edition
from geo import meant
from geo.areas import area, areas, children, everywhere
from geo.levels import levels

REGSO = levels()["regso"]


@pytest.fixture
def told(monkeypatch):
    """A function that makes one edition the one with figures."""

    def tell(edition):
        monkeypatch.setattr(meant, "_tellers", [lambda level: edition])

    return tell


def test_the_edition_of_the_figures_shown_is_meant():
    assert areas_edition(REGSO) == current_edition().areas_edition(REGSO) == "2020"
    assert areas(REGSO) == areas(REGSO, "2020")
    assert areas_edition(levels()["county"]) is None


def test_figures_over_two_editions_mean_the_areas_of_both(told):
    told("2020-2025")
    assert {"2523R011", "2584R001"} <= set(areas(REGSO))
    assert area("2523R011").name == "Repisvaara-Dundret"
    assert "2523R011" in {one.code for one in children(area("2523"))}


def test_a_level_without_figures_has_its_first_edition_but_is_not_among_all_areas(told):
    told(None)
    assert areas(REGSO) == areas(REGSO, "2020")
    assert {one.level.id for one in everywhere()} == {"sweden", "county", "municipality"}


def test_where_no_figures_are_known_every_level_is_there(monkeypatch):
    monkeypatch.setattr(meant, "_tellers", [])
    assert {one.level.id for one in everywhere()} == set(levels())
