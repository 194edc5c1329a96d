import json

import pytest

from data.catalogue import indicators
from data.edition import current_edition
from geo import boundaries
from layouts.drawn import drawn_levels
from layouts.language import languages
from layouts.scene import scene
from layouts.view import read

CASES = [
    (indicator, level) for indicator in indicators().values() for level in drawn_levels(indicator)
]


def made(indicator, level, language="sv", area="00"):
    return scene(read(f"/{language}/?indicator={indicator}&level={level}&area={area}")[0])


@pytest.mark.parametrize("language", languages())
def test_every_scene_has_a_colour_and_words_for_every_class(language):
    for indicator, level in CASES:
        shown = made(indicator.id, level.id, language)
        assert len(shown["classes"]) == (len(indicator.categories) or len(shown["limits"]) + 1)
        assert all(one["label"] and one["colour"] for one in shown["classes"]), indicator.id


def test_every_scene_names_files_that_are_there():
    published = current_edition().folder.parent
    for indicator, level in CASES:
        shown = made(indicator.id, level.id)
        for key in ("boundaries", "register"):
            assert (boundaries.FOLDER / shown[key].rsplit("/", 1)[1]).is_file(), shown[key]
        assert (published / shown["values"].removeprefix("/editions/")).is_file(), shown["values"]


def test_the_order_of_the_values_is_that_of_the_register():
    shown = made("population", "municipality")
    register = json.loads((boundaries.FOLDER / shown["register"].rsplit("/", 1)[1]).read_text())
    values = json.loads(
        (current_edition().folder.parent / shown["values"].removeprefix("/editions/")).read_text()
    )
    year = values["years"].index(2023)
    assert values["values"][year][register["codes"].index("0180")] == 988_943


def test_limits_are_written_without_needless_decimals():
    assert made("foreign_born_share", "regso")["classes"][0]["label"] == "under 6"


def test_where_many_areas_have_nothing_that_is_a_class_of_its_own():
    labels = [
        one["label"] for one in made("challenged_population_share", "municipality")["classes"]
    ]
    assert labels[:2] == ["0", "0,1 – 10"]


def test_a_scene_is_small_enough_for_every_click():
    assert len(json.dumps(made("area_type", "regso"))) < 4_000


def test_figures_in_newer_borders_carry_a_note():
    assert "2025" in made("area_type", "regso")["changedNote"]
    assert made("population", "municipality")["changedNote"] is None


@pytest.mark.parametrize(
    ("level", "area", "highlight"),
    [
        ("municipality", "1480", "1480"),
        ("county", "1480", "14"),
        ("regso", "1480", None),
        ("regso", "0180R009", "0180R009"),
        ("municipality", "00", None),
    ],
)
def test_the_chosen_area_is_marked_where_it_is_drawn(level, area, highlight):
    assert made("foreign_born_share", level, area=area)["highlight"] == highlight


def test_a_municipality_among_its_neighbours_is_in_the_middle():
    west, south, east, north = made("foreign_born_share", "municipality", area="1480")["zoom"]
    assert west < 11.97 < east
    assert south < 57.71 < north
