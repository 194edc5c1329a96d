"""Facts about the committed boundary files."""

import hashlib
import json
from functools import cache

import numpy
import pytest
import shapely
from shapely.geometry import shape

from geo import boundaries
from geo.areas import area, areas, children
from geo.boundaries import (
    FOLDER,
    BoundaryError,
    areas_file,
    boundary_file,
    origins,
    scopes,
)
from geo.levels import SWEDEN, levels

LEVELS = levels()
FILES = [
    boundary_file(level, scope) for level in LEVELS.values() for scope in sorted(scopes(level))
]
REGISTERS = [
    ("county", None),
    ("municipality", None),
    ("regso", "2020"),
    ("regso", "2025"),
    ("regso", "2020-2025"),
]
COUNTIES = sorted(areas(LEVELS["county"]))
MUNICIPALITIES = sorted(areas(LEVELS["municipality"]))

# A degree of latitude is 111 km; one of longitude is half as long in the middle of Sweden.
SQUARE_KILOMETRES = 111.2 * 111.2 * 0.5


@cache
def shapes(level, scope):
    text = boundary_file(LEVELS[level], scope).path.read_text(encoding="utf-8")
    return {one["id"]: shape(one["geometry"]) for one in json.loads(text)["features"]}


def found(level, scope, longitude, latitude):
    point = shapely.Point(longitude, latitude)
    return [code for code, one in shapes(level, scope).items() if one.contains(point)]


@pytest.mark.parametrize(
    "level, count", [("sweden", 1), ("county", 21), ("municipality", 290), ("regso", 3363)]
)
def test_the_national_file_holds_every_area(level, count):
    assert len(shapes(level, SWEDEN)) == boundary_file(LEVELS[level], SWEDEN).areas == count


def test_the_codes_of_the_national_files_are_those_of_the_registers():
    for level, edition in (("county", None), ("municipality", None), ("regso", "2025")):
        assert list(shapes(level, SWEDEN)) == list(areas(LEVELS[level], edition))


def test_regso_are_there_by_county_and_by_municipality():
    assert scopes(LEVELS["regso"]) == {SWEDEN, *COUNTIES, *MUNICIPALITIES}


def test_municipalities_are_there_by_county():
    assert scopes(LEVELS["municipality"]) == {SWEDEN, *COUNTIES}


@pytest.mark.parametrize("scopes_", [COUNTIES, MUNICIPALITIES], ids=["counties", "municipalities"])
def test_a_scope_holds_exactly_its_regso(scopes_):
    for scope in scopes_:
        inside = [code for code in areas(LEVELS["regso"], "2025") if code.startswith(scope)]
        assert list(shapes("regso", scope)) == inside, scope


@pytest.mark.parametrize("county", COUNTIES)
def test_a_county_shows_its_municipalities_and_those_across_the_border(county):
    own = {one.code for one in children(area(county))}
    drawn = set(shapes("municipality", county))
    assert own <= drawn and (drawn > own or county == "09")


def test_a_file_is_named_by_its_content():
    for file in FILES:
        sha256 = hashlib.sha256(file.path.read_bytes()).hexdigest()
        assert file.name.split(".")[1] == sha256[:8], file.name


def test_no_file_lies_about_that_the_list_does_not_name():
    named = {file.name for file in FILES} | {boundaries.INDEX}
    named |= {areas_file(LEVELS[level], edition).name for level, edition in REGISTERS}
    lying = {path.name for path in FOLDER.iterdir() if path.suffix not in {".br", ".gz"}}
    assert lying == named


@pytest.mark.parametrize("level", LEVELS)
def test_every_polygon_is_valid_and_has_an_inside(level):
    for scope in scopes(LEVELS[level]):
        every = numpy.array(list(shapes(level, scope).values()))
        assert shapely.is_valid(every).all()
        assert (shapely.area(every) > 0).all()


@pytest.mark.parametrize("level", LEVELS)
def test_neighbours_share_their_border_without_gap_or_overlap(level):
    for scope in scopes(LEVELS[level]):
        assert shapely.coverage_is_valid(list(shapes(level, scope).values())), scope


@pytest.mark.parametrize("level", LEVELS)
def test_outside_is_wound_clockwise_as_plotly_wants_it(level):
    for scope in scopes(LEVELS[level]):
        for part in shapely.get_parts(list(shapes(level, scope).values())):
            assert not part.exterior.is_ccw
            assert all(hole.is_ccw for hole in part.interiors)


@pytest.mark.parametrize("level", LEVELS)
def test_the_box_of_a_file_is_that_of_its_areas(level):
    for scope in scopes(LEVELS[level]):
        box = shapely.total_bounds(list(shapes(level, scope).values()))
        assert numpy.allclose(box, boundary_file(LEVELS[level], scope).bbox, atol=1e-9)


def test_no_regso_is_too_small_to_see_in_its_municipality():
    smallest = min(
        one.area * SQUARE_KILOMETRES
        for municipality in MUNICIPALITIES
        for one in shapes("regso", municipality).values()
    )
    assert smallest > 0.03


@pytest.mark.parametrize("scope, least", [("county", 0.75), ("sweden", 0.4)])
def test_coarser_files_keep_most_of_every_regso(scope, least):
    for municipality in MUNICIPALITIES:
        coarse = shapes("regso", SWEDEN if scope == "sweden" else municipality[:2])
        for code, fine in shapes("regso", municipality).items():
            assert coarse[code].area > least * fine.area, code


@pytest.mark.parametrize(
    "code, least",
    [
        ("1280R082", 0.25),  # Västra hamnen väst, new land that the shores do not know
        ("1280R080", 0.1),  # Västra hamnen norr
        ("1280R057", 1.5),  # Ribersborg
        ("1283R009", 1.0),  # Helsingborg centrum-Slottshöjden västra
        ("0180R047", 0.2),  # Stockholm, round the central station
        ("1080R023", 0.5),  # Sydvästra Trossö
        ("1487R014", 0.4),  # Vänersborg centrum
        ("2380R016", 0.3),  # Södra Odenslund-Söder in Östersund
    ],
)
def test_a_waterfront_quarter_keeps_its_land(code, least):
    assert shapes("regso", code[:4])[code].area * SQUARE_KILOMETRES > least


TOWNS = {
    "Stockholm": (18.0686, 59.3293, "0180"),
    "Göteborg": (11.9746, 57.7089, "1480"),
    "Malmö": (13.0038, 55.6050, "1280"),
    "Visby": (18.2948, 57.6348, "0980"),
    "Borgholm": (16.6563, 56.8793, "0885"),
    "Karlskrona": (15.5869, 56.1612, "1080"),
    "Vaxholm": (18.3510, 59.4022, "0187"),
    "Öckerö": (11.6540, 57.7090, "1407"),
    "Östersund": (14.6361, 63.1767, "2380"),
    "Kiruna": (20.2253, 67.8558, "2584"),
    "Haparanda": (24.1368, 65.8355, "2583"),
}


@pytest.mark.parametrize("longitude, latitude, code", TOWNS.values(), ids=TOWNS)
def test_a_town_lies_in_its_municipality(longitude, latitude, code):
    assert found("municipality", SWEDEN, longitude, latitude) == [code]


@pytest.mark.parametrize("longitude, latitude, code", TOWNS.values(), ids=TOWNS)
def test_a_town_lies_in_a_regso_of_its_municipality(longitude, latitude, code):
    assert len(found("regso", code, longitude, latitude)) == 1


WATERFRONTS = {
    "Sundspromenaden": (12.9712, 55.6138, "1280"),
    "Hammarby sjöstad": (18.100, 59.305, "0180"),
    "Norra Djurgårdsstaden": (18.105, 59.358, "0180"),
    "Blockhusudden": (18.152, 59.323, "0180"),
    "Eriksberg": (11.913, 57.701, "1480"),
    "Saltholmen": (11.842, 57.660, "1480"),
    "Vrångö": (11.785, 57.572, "1480"),
    "Oceanhamnen": (12.690, 56.039, "1283"),
    "Saltö": (15.574, 56.161, "1080"),
    "Frösön": (14.600, 63.185, "2380"),
    "Drottningholm": (17.886, 59.3217, "0125"),
    "Sandhamn": (18.916, 59.288, "0120"),
    "Utö": (18.330, 58.967, "0136"),
    "Marstrand": (11.586, 57.886, "1482"),
    "Smögen": (11.227, 58.354, "1427"),
    "Öregrund": (18.441, 60.3395, "0382"),
    "Vadstena": (14.890, 58.449, "0584"),
    "Arjeplog": (17.890, 66.051, "2506"),
}


@pytest.mark.parametrize("longitude, latitude, code", WATERFRONTS.values(), ids=WATERFRONTS)
def test_a_place_by_the_water_lies_in_a_regso(longitude, latitude, code):
    assert len(found("regso", code, longitude, latitude)) == 1


WATERS = {
    "Vänern": (13.3, 58.9),
    "Vättern": (14.5, 58.3),
    "Mälaren": (17.55, 59.38),
    "Hjälmaren": (15.75, 59.24),
    "Storsjön": (14.3, 63.18),
    "Siljan": (14.75, 60.87),
    "the Baltic": (18.0, 58.0),
    "the Bothnian Sea": (18.5, 62.0),
    "Kattegat": (11.7, 57.0),
}


@pytest.mark.parametrize("level", LEVELS)
def test_the_sea_and_the_great_lakes_are_not_drawn(level):
    assert [name for name, place in WATERS.items() if found(level, SWEDEN, *place)] == []


ISLANDS = {
    "Öland": (16.60, 56.70),
    "Gotland": (18.50, 57.40),
    "Fårö": (19.13, 57.93),
    "Gotska Sandön": (19.25, 58.38),
    "Ven": (12.695, 55.907),
    "Orust": (11.65, 58.18),
    "Visingsö": (14.35, 58.05),
}


@pytest.mark.parametrize("longitude, latitude", ISLANDS.values(), ids=ISLANDS)
def test_the_large_islands_are_drawn(longitude, latitude):
    assert len(found("municipality", SWEDEN, longitude, latitude)) == 1


def test_all_files_together_stay_small_enough_to_commit():
    assert sum(path.stat().st_size for path in FOLDER.glob("*json")) < 16_000_000


@pytest.mark.parametrize("level, edition", REGISTERS)
def test_a_browser_register_agrees_with_the_areas(level, edition):
    file = areas_file(LEVELS[level], edition)
    register = json.loads(file.path.read_text(encoding="utf-8"))
    names = {code: one.name for code, one in areas(LEVELS[level], edition).items()}
    assert dict(zip(register["codes"], register["names"], strict=True)) == names
    assert file.areas == len(register["boxes"]) == len(names)


def test_only_the_area_that_ceased_has_no_box():
    text = areas_file(LEVELS["regso"], "2020").path.read_text(encoding="utf-8")
    register = json.loads(text)
    boxes = dict(zip(register["codes"], register["boxes"], strict=True))
    assert [code for code, box in boxes.items() if box is None] == ["2584R001"]


def test_every_source_has_a_licence_and_words_to_name_it_by():
    assert all(origin.licence and origin.attribution and origin.address for origin in origins())


@pytest.mark.parametrize("scope", ["0180R001", "99", "../../etc/passwd", "", SWEDEN + "\0"])
def test_an_unknown_scope_is_an_error_and_no_path(scope):
    with pytest.raises(BoundaryError):
        boundary_file(LEVELS["regso"], scope)


def test_an_unknown_edition_is_named_in_the_error():
    with pytest.raises(BoundaryError, match="'1999'"):
        areas_file(LEVELS["regso"], "1999")


@pytest.mark.parametrize("content", [None, "", "{", "[]", "{}", "\0"])
def test_a_list_that_is_missing_or_broken_is_named_with_the_remedy(content, tmp_path, monkeypatch):
    monkeypatch.setattr(boundaries, "FOLDER", tmp_path)
    if content is not None:
        (tmp_path / boundaries.INDEX).write_text(content)
    with pytest.raises(BoundaryError, match=r"index\.json .*make boundaries"):
        boundaries._index.__wrapped__()


@pytest.fixture
def older_files(monkeypatch):
    """As if boundaries of RegSO 2020 had been built too: a function that tells the figures' edition."""
    known = boundaries._index()
    files = known["files"] | {"regso2020": {SWEDEN: known["files"]["regso"]["01"]}}
    monkeypatch.setattr(boundaries, "_index", lambda: known | {"files": files})
    return lambda edition: monkeypatch.setattr(boundaries, "meant", lambda level: edition)


def test_of_figures_of_an_edition_without_boundaries_the_newest_is_drawn():
    assert boundaries.drawn_edition(LEVELS["regso"]) == "2025"
    assert boundaries.is_redrawn(LEVELS["regso"], 2023)
    assert not boundaries.is_redrawn(LEVELS["regso"], 2024)
    assert not boundaries.is_redrawn(LEVELS["municipality"], 2023)


def test_figures_are_drawn_in_their_own_borders_where_those_have_been_built(older_files):
    older_files("2020")
    assert boundaries.drawn_edition(LEVELS["regso"]) == "2020"
    assert not boundaries.is_redrawn(LEVELS["regso"], 2023)
    assert scopes(LEVELS["regso"]) == {SWEDEN}
    assert boundary_file(LEVELS["regso"], SWEDEN).name.startswith("regso-01.")


@pytest.mark.parametrize("edition", ["2020-2025", "2025"])
def test_figures_of_several_editions_or_the_newest_are_drawn_in_the_newest(older_files, edition):
    older_files(edition)
    assert boundaries.drawn_edition(LEVELS["regso"]) == "2025"
    assert boundary_file(LEVELS["regso"], SWEDEN).name.startswith("regso-00.")
    assert boundaries.is_redrawn(LEVELS["regso"], 2023)
