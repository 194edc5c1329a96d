"""Grids and inputs with one value everywhere, for tests to change. Gotland is one municipality."""

from dataclasses import replace

import numpy as np

from data.catalogue import Measure, indicators
from data.edition import STATUSES
from data.pipeline.grid import Grid
from data.pipeline.inputs import Inputs
from data.pipeline.register import codes
from geo.levels import levels

SWEDEN, COUNTY, MUNICIPALITY, REGSO = (levels()[id_] for id_ in levels())
SMALL = codes(REGSO, "2020")
MUNICIPALITIES = codes(MUNICIPALITY, None)
COUNTIES = codes(COUNTY, None)
GOTLAND = [code.startswith("0980") for code in SMALL]
KNIVSTA, UPPSALA = MUNICIPALITIES.index("0330"), COUNTIES.index("03")
GIVEN = indicators()["age_0_19_share"]


def small(value, years=(2020,)):
    return Grid.of(REGSO, years, np.full((len(years), len(SMALL)), float(value)))


def municipal(value, years=(2020,)):
    return Grid.of(MUNICIPALITY, years, np.full((len(years), len(MUNICIPALITIES)), float(value)))


def changed(grid, at, value):
    new = grid.values.copy()
    new[0, at] = value
    return Grid.of(grid.level, grid.years, new)


def with_figures(**figures):
    return Inputs(figures=figures, given={}, existing={}, files=())


def with_given(existing=None, **given):
    by_level = {(grid.level.id, name): grid for name, grid in given.items()}
    return Inputs({}, by_level, {"municipality": existing} if existing else {}, ())


def an_indicator(**measure):
    return replace(GIVEN, id="x", measure=Measure(**measure))


def status(grid, at):
    return STATUSES[grid.statuses[0, at]]
