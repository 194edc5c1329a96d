import io

import numpy as np
import pytest
from PIL import Image

from app import create_app
from callbacks.portraits import portrait_of
from data import store
from data.edition import current_edition
from data.profile import contents
from geo.areas import area, areas
from geo.levels import levels
from layouts.language import languages
from layouts.portraits import portrait
from layouts.sharing_paths import portrait as address_of


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


def drawn(code, language="sv"):
    edition = current_edition()
    return portrait(portrait_of(area(code), edition), edition, language)


@pytest.mark.parametrize("language", languages())
def test_a_municipality_has_a_picture_of_the_size_that_is_asked_for(client, language):
    answer = client.get(address_of(language, area("1280")))
    image = Image.open(io.BytesIO(answer.data))
    assert (answer.mimetype, image.size) == ("image/png", (1200, 630))
    assert (np.asarray(image.convert("L")) < 100).sum() > 5_000


def test_every_municipality_can_be_drawn_and_has_its_published_figures():
    edition = current_edition()
    for place in areas(levels()["municipality"]).values():
        for reading in portrait_of(place, edition).figures:
            value = store.values(reading.indicator, place.level, reading.year)[place.code]
            assert reading.value == (None if np.isnan(value) else value)


@pytest.mark.parametrize("code", ["00", "14", "1280", "0114R001", "2584", "0980"])
def test_a_picture_has_the_name_its_figures_its_sources_and_its_edition(code):
    edition, place = current_edition(), area(code)
    said = drawn(code).replace("</tspan>", " ").replace("&amp;", "&")
    for reading in portrait_of(place, edition).figures:
        assert reading.written("sv") in said
    assert place.name.split()[0].split("-")[0] in said
    assert edition.id in said
    assert contents().maps[place.level.id].sources[0].publisher.split()[0] in said


def test_a_picture_of_no_area_is_a_problem_and_no_error(client):
    for code in ("9999", "karta", "x" * 500, "1280R999"):
        assert client.get(f"/sv/bild/{code}.png").status_code in {200, 404}
    assert client.get("/sv/bild/9999.png").status_code == 404


@pytest.mark.parametrize("address", ["/sv/kommun/1280-malmo", "/en/municipality/1280-malmo"])
def test_a_profile_names_its_picture(client, address):
    language = address[1:3]
    page = client.get(address).text
    assert (
        f'property="og:image" content="http://localhost{address_of(language, area("1280"))}"'
        in page
    )
