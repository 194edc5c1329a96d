import json
import re
from itertools import pairwise
from xml.etree import ElementTree

import pandas
import pytest

from data.catalogue import indicators
from geo.areas import area
from geo.boundaries import boundary_file
from geo.levels import levels
from layouts.drawings import (
    Bar,
    Part,
    Point,
    bars,
    choropleth,
    histogram,
    legend,
    lines,
    scatter,
)
from layouts.drawings.axis import fitting, linear, logarithmic
from layouts.drawings.letters import width, wrapped
from layouts.drawings.sheet import Told, sheet
from layouts.drawings.spaced import spaced
from layouts.drawings.svg import Drawing
from layouts.labels import Line

SVG = "{http://www.w3.org/2000/svg}"
SHARE = next(i for i in indicators().values() if i.unit.id == "percent" and not i.is_index)
COUNT = next(i for i in indicators().values() if i.is_amount)
YEARS = pandas.Series({2020: 10.0, 2021: 12.0, 2022: 11.0})


def read(drawing):
    return ElementTree.fromstring(str(drawing))


def texts(drawing):
    return ["".join(text.itertext()) for text in read(drawing).iter(f"{SVG}text")]


def map_of(level="regso", scope="1280", colours=None, **more):
    return choropleth(levels()[level], scope, colours or {}, language="sv", name="Malmö", **more)


def codes_of(level, scope):
    path = boundary_file(levels()[level], scope).path
    return [f["id"] for f in json.loads(path.read_bytes())["features"]]


@pytest.mark.parametrize(
    ("level", "scope"),
    [
        ("county", "00"),
        ("municipality", "00"),
        ("municipality", "12"),
        ("regso", "1280"),
        ("regso", "2584"),
    ],
)
def test_every_area_of_the_boundary_file_is_drawn(level, scope):
    drawn = [
        path.find(f"{SVG}title").text for path in read(map_of(level, scope)).iter(f"{SVG}path")
    ]
    assert sorted(drawn) == sorted(
        area(code).name if area(code) else code for code in codes_of(level, scope)
    )


def test_a_map_of_all_municipalities_is_light():
    colours = dict.fromkeys(codes_of("municipality", "00"), "#85c1b5")
    assert len(map_of("municipality", "00", colours)) < 100_000


def test_a_map_fits_the_width_asked_for():
    root = read(map_of(width=400))
    assert root.get("viewBox").startswith("0 0 400 ")


def test_no_path_leaves_the_picture():
    root = read(map_of("municipality", "12", width=400))
    height = float(root.get("height"))
    for path in root.iter(f"{SVG}path"):
        for ring in path.get("d").split("M")[1:]:
            start, steps = ring.rstrip("z").split("l")
            x, y = map(float, start.split())
            numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", steps)]
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + dx, y + dy
                assert -0.2 <= x <= 400.2
                assert -0.2 <= y <= height + 0.2


def test_an_area_without_a_value_has_the_pattern_and_no_colour():
    root = read(map_of(colours={code: "#85c1b5" for code in codes_of("regso", "1280")[1:]}))
    fills = [path.get("fill") for path in root.iter(f"{SVG}path")]
    assert len([fill for fill in fills if fill.startswith("url(#missing-")]) == 1
    assert root.find(f".//{SVG}pattern").get("id") in fills[0]


def test_two_maps_of_a_page_share_no_id():
    ids = {
        read(map_of(colours={"1280R001": c})).find(f".//{SVG}pattern").get("id")
        for c in ("#000000", "#ffffff")
    }
    assert len(ids) == 2


def test_the_chosen_area_is_outlined_above_all_others():
    paths = list(read(map_of("municipality", "00", chosen="1280")).iter(f"{SVG}path"))
    assert paths[-1].get("class") == "chosen-area"
    assert paths[-1].get("d") in {path.get("d") for path in paths[:-1]}


def test_areas_of_other_counties_are_faint():
    root = read(map_of("municipality", "12"))
    faint = [path for path in root.iter(f"{SVG}path") if path.get("fill-opacity")]
    assert len(faint) == sum(not code.startswith("12") for code in codes_of("municipality", "12"))


def test_a_map_has_a_name_and_pointing_says_the_value():
    root = read(map_of(values={"1280R001": "12,3 %"}))
    assert (root.get("role"), root.get("aria-label")) == ("img", "Malmö")
    assert any(title.text.endswith(": 12,3 %") for title in root.iter(f"{SVG}title"))


def test_links_of_a_map_lead_to_each_area():
    root = read(map_of(href=lambda code: f"/sv/?area={code}&x=<"))
    links = list(root.iter(f"{SVG}a"))
    assert root.get("role") == "group"
    assert {link.get("href") for link in links} == {
        f"/sv/?area={c}&x=<" for c in codes_of("regso", "1280")
    }


def chart(*series, **more):
    return lines(series, SHARE, "sv", name="x", **more)


def test_a_line_has_its_name_at_its_end():
    assert "Malmö" in texts(chart(Line("Malmö", YEARS, "chosen")))


def test_ticks_are_written_as_the_language_writes_numbers():
    small = Line("Malmö", YEARS / 100, "chosen")
    assert "0,110" in texts(lines([small], SHARE, "sv", name="x"))
    assert "0.110" in texts(lines([small], SHARE, "en", name="x"))


def test_a_year_without_a_value_parts_the_line():
    values = pandas.Series({2019: 1.0, 2020: 2.0, 2021: None, 2022: 3.0, 2023: 4.0})
    assert len(list(read(chart(Line("x", values, "chosen"))).iter(f"{SVG}polyline"))) == 2


def test_sparse_years_are_joined():
    values = pandas.Series({2014: 1.0, 2018: None, 2022: 3.0})
    assert len(list(read(chart(Line("x", values, "chosen"))).iter(f"{SVG}polyline"))) == 1


def test_eight_compared_lines_differ_in_colour_or_dash():
    names = [f"Område {n}" for n in range(8)]
    root = read(chart(*(Line(name, YEARS + i, "compared") for i, name in enumerate(names))))
    looks = {
        (g.get("stroke"), g.get("stroke-dasharray"))
        for g in root.iter(f"{SVG}g")
        if g.get("class") == "stroke"
    }
    assert len(looks) == 8
    assert {g.get("stroke") for g in root.iter(f"{SVG}g") if g.get("class") == "stroke"} == {
        look[0] for look in looks
    }


def test_a_chart_without_values_is_empty_and_no_error():
    assert texts(chart(Line("x", pandas.Series({2020: None}, dtype=float), "chosen"))) == []


def test_labels_never_overlap_and_move_least():
    assert spaced([10, 50], [10, 10], 0, 100) == [10, 50]
    assert spaced([50, 50], [10, 10], 0, 100) == [45, 55]
    assert spaced([0, 0, 0], [10, 10, 10], 0, 100) == [5, 15, 25]
    middles = sorted(spaced([9, 7, 8, 90, 99], [10] * 5, 0, 100))
    assert all(b - a >= 10 - 1e-9 for a, b in pairwise(middles))
    assert middles[0] >= 5
    assert middles[-1] <= 95


@pytest.mark.parametrize(
    ("low", "high"), [(0.27, 0.33), (6.2, 44), (0, 1_000_000), (-3, 4), (5, 5)]
)
def test_ticks_are_round_and_hold_all_values(low, high):
    ticks = linear(low, high, 0, 100).ticks
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 2 <= len(ticks) <= 8


def test_amounts_of_very_different_size_have_a_log_axis():
    assert fitting([2_400, 984_000], 0, 100, COUNT).is_log
    assert not fitting([10, 80], 0, 100, SHARE).is_log


def test_equal_ratios_are_equal_steps_on_a_log_axis():
    axis = logarithmic(1, 100, 0, 100)
    assert axis.at(10) == pytest.approx(50)


def test_a_named_point_is_written_and_the_others_only_when_pointed_at():
    points = [Point("Malmö", 30, 5, 100, named=True), Point("Lund", 20, 4, 50)]
    drawn = scatter(points, SHARE, SHARE, "sv", name="x")
    assert "Malmö" in texts(drawn)
    assert "Lund" not in texts(drawn)
    assert any("Lund" in (title.text or "") for title in read(drawn).iter(f"{SVG}title"))


def test_a_circle_is_as_large_as_the_population():
    points = [Point("a", 1, 1, 400), Point("b", 2, 2, 100)]
    radii = sorted(
        float(c.get("r"))
        for c in read(scatter(points, SHARE, SHARE, "sv", name="x")).iter(f"{SVG}circle")
    )
    assert radii[1] == pytest.approx(2 * radii[0])


def test_whole_bars_are_equally_long():
    rows = [
        Bar("a", [Part(1, "x", "1"), Part(3, "y", "3")]),
        Bar("b", [Part(10, "x", "10"), Part(10, "y", "10")]),
    ]
    rects = [
        float(r.get("width")) for r in read(bars(rows, name="x", whole=True)).iter(f"{SVG}rect")
    ]
    assert sum(rects[:2]) == pytest.approx(sum(rects[2:]), abs=0.2)
    assert rects[1] == pytest.approx(3 * rects[0], abs=0.3)


def test_a_histogram_counts_every_value():
    drawn = histogram(
        pandas.Series([1.0, 2.0, 2.0, 9.0]),
        SHARE,
        "sv",
        heading="x",
        marked=("Malmö", 2.0),
        name="x",
    )
    counted = [int(t.text.rsplit(": ", 1)[1]) for t in read(drawn).iter(f"{SVG}title")]
    assert sum(counted) == 4
    assert "Malmö" in texts(drawn)


def test_a_legend_has_every_class_and_what_is_missing():
    drawn = legend(
        [{"label": "under 5", "colour": "#000000"}, {"label": "5 eller mer", "colour": "#ffffff"}],
        name="x",
        missing="Uppgift saknas",
    )
    assert texts(drawn) == ["under 5", "5 eller mer", "Uppgift saknas"]


def test_wrapped_rows_fit_their_room():
    rows = wrapped("Ett förbehåll som är så långt att det inte får plats på en rad", 13, 120)
    assert len(rows) > 1
    assert all(width(row, 13) <= 120 for row in rows)


def test_what_is_drawn_is_escaped():
    told = Told("<b>&", "<i>", ["a < b & c"], "Segregationskartan")
    root = read(sheet(Drawing(100, 100, ""), told))
    assert root.find(f"{SVG}title").text == "<b>&"
    assert "<b>&" in texts(sheet(Drawing(100, 100, ""), told))
    assert "Å & <b>" in texts(chart(Line("Å & <b>", YEARS, "chosen")))
