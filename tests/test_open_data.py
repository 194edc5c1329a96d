"""The addresses of the open data that the page shows are those that the api answers."""

import pytest

from api.schemas import TABLES
from data.catalogue import indicators
from geo.areas import area
from geo.levels import levels
from layouts import open_data, view
from tests.api_reader import client

GOTEBORG = "/sv/?indicator=foreign_born_share&level=regso&area=1480&year=2022"


def shown(address=GOTEBORG):
    return view.read(address)[0]


def rows(address):
    answer = client().get(address)
    assert answer.status_code == 200, answer.text
    return answer.get_json()["data"]


def every_view():
    for indicator in indicators().values():
        for level in view.drawn_levels(indicator):
            for code in ("00", "14", "1480"):
                yield shown(f"/sv/?indicator={indicator.id}&level={level.id}&area={code}")


def test_what_the_map_shows_is_the_answer():
    found = rows(open_data.of_map(shown(), "json"))
    assert len(found) == 147
    assert {row["year"] for row in found} == {2022}
    assert {row["area"][:4] for row in found} == {"1480"}


def test_what_the_series_shows_is_the_answer():
    found = rows(open_data.of_series(shown(), "json"))
    assert {row["area"] for row in found} == {"00", "14", "1480"}


def test_an_indicator_of_small_areas_alone_has_a_series_without_the_wider_ones():
    asked = "/sv/?indicator=area_type&level=regso&area=1480R001"
    assert {row["area"] for row in rows(open_data.of_series(shown(asked), "json"))} == {"1480R001"}


def test_every_picture_of_the_map_can_be_had():
    for picture in every_view():
        found = rows(open_data.of_map(picture, "json"))
        assert {row["indicator"] for row in found} == {picture.indicator.id}
        assert {row["year"] for row in found} == {picture.year}


@pytest.mark.parametrize("form", open_data.FORMS)
def test_every_form_can_be_had(form):
    for address in (open_data.of_map(shown(), form), open_data.of_area(area("1480"), form)):
        if "indicator=all" not in address or form not in ("geojson", "gpkg"):
            assert client().get(address).status_code == 200, address


def test_every_form_of_the_api_has_a_name_on_the_page():
    assert {asked["format"] for asked in open_data.FORMS.values()} == set(TABLES)


def test_every_other_address_is_answered():
    indicator, place = indicators()["area_type"], area("1480")
    for address in (
        *open_data.FRONT.values(),
        open_data.about(indicator),
        open_data.bundle(indicator),
        open_data.area(place),
        open_data.boundaries(levels()["regso"], "1480", "topojson"),
    ):
        assert client().get(address).status_code == 200, address


def test_what_is_downloaded_stays_what_was_seen():
    for address in (open_data.of_map(shown()), open_data.about(shown().indicator)):
        assert "immutable" in client().get(address).headers["Cache-Control"]
