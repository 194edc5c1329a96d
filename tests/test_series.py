from itertools import pairwise

import pandas
import plotly.graph_objects as go
import pytest

from data.catalogue import indicators
from layouts import series as of_years
from layouts import spread_chart
from layouts.labels import Line, heights, two_rows
from layouts.series import Band

SHARE = indicators()["foreign_born_share"]
INDEX = indicators()["dissimilarity_foreign_born"]


def series(*given):
    """The chart as Plotly understands it, which refuses what it does not know."""
    return go.Figure(of_years.series(*given))


def spread(*given):
    return go.Figure(spread_chart.spread(*given))


def line(name, *values, role="chosen", first=2020):
    return Line(name, pandas.Series(values, index=range(first, first + len(values))), role)


def test_names_that_would_overlap_are_moved_apart():
    lines = [line("A", 1.0, 5.0), line("B", 2.0, 5.01), line("C", 3.0, 5.02)]
    placed = sorted(height for _, height in heights(lines, spread=4.0))
    assert all(b - a > 0.3 for a, b in pairwise(placed))


def test_a_name_alone_stands_at_its_last_value():
    assert heights([line("A", 1.0, 5.0)], spread=4.0)[0][1] == 5.0


def test_a_line_without_values_gets_no_name():
    assert heights([line("A", float("nan"))], spread=1.0) == []


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Göteborg", ["Göteborg"]),
        ("Västra Götalands län", ["Västra", "Götalands län"]),
        ("Örtagården syd-Herrgården syd", ["Örtagården syd-", "Herrgården syd"]),
        ("Enverylongnamewithoutanybreak", ["Enverylongnamewithoutanybreak"]),
    ],
)
def test_a_long_name_is_broken_once_near_its_middle(name, rows):
    assert two_rows(name) == rows


def test_a_band_is_named_beside_the_unit():
    band = Band("Grått: slump", pandas.Series([0.01], [2020]), pandas.Series([0.02], [2020]))
    figure = series([line("A", 0.3)], band, INDEX, "sv")
    assert figure.layout.annotations[0].text == "index från 0 till 1 · Grått: slump"


def test_the_axis_has_the_decimals_that_its_ticks_need():
    assert series([line("A", 10.0, 60.0)], None, SHARE, "sv").layout.yaxis.tickformat == ",.0f"
    assert series([line("A", 0.29, 0.31)], None, INDEX, "sv").layout.yaxis.tickformat == ",.3f"


def test_at_most_five_years_stand_on_the_axis():
    figure = series([line("A", *map(float, range(40)), first=1980)], None, SHARE, "sv")
    assert figure.layout.xaxis.tickvals == (1980, 1990, 2000, 2009, 2019)


def test_years_with_gaps_are_joined():
    values = pandas.Series([80.0, float("nan"), 85.0], index=[2014, 2018, 2022])
    figure = series([Line("A", values, "chosen")], None, SHARE, "sv")
    assert figure.data[0].connectgaps is True


def test_a_spread_of_one_year_marks_the_chosen_area():
    values = pandas.Series(range(100), dtype=float)
    figure = spread(values, line("Malmö", 42.0), "titel", SHARE, "sv")
    assert sum(figure.data[0].y) == 100
    assert figure.layout.shapes[0].x0 == 42.0
    assert figure.layout.annotations[-1].text == "Malmö"


def test_a_spread_without_the_chosen_value_marks_nothing():
    values = pandas.Series(range(100), dtype=float)
    figure = spread(values, line("Malmö", float("nan")), "titel", SHARE, "sv")
    assert len(figure.layout.shapes) == 0


def test_a_line_is_cut_where_its_values_cannot_be_compared_and_the_year_is_named():
    broken = Line("A", pandas.Series([1.0, 2, 3, 4], index=range(2022, 2026)), "chosen", (2024,))
    figure = series([broken], None, SHARE, "sv")
    assert [list(trace.x) for trace in figure.data] == [[2022, 2023], [2024, 2025]]
    assert "Brott i serien 2024" in {note.text for note in figure.layout.annotations}
    assert [shape.x0 for shape in figure.layout.shapes] == [2023.5]
