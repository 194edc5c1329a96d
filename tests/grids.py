"""Grids and inputs with one value everywhere, for tests to change. Gotland is one municipality."""

from dataclasses import replace

import numpy as np
import pyarrow

from bench.counts import counts
from data.catalogue import Measure, indicators
from data.edition import STATUSES
from data.pipeline.grid import Grid
from data.pipeline.inputs import Inputs
from data.pipeline.register import codes
from geo.levels import levels

SWEDEN, COUNTY, MUNICIPALITY, REGSO = list(levels().values())[:4]
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


def no_rows(columns):
    return pyarrow.table({column: pyarrow.array([], pyarrow.string()) for column in columns})


def published(years):
    """The figures of RegSO as the published edition has them, as if read from the input."""
    each = [counts(year) for year in years]
    columns = {
        "population": [one.population for one in each],
        "born_in_sweden": [one.background[:, 1] for one in each],
        "dwellings_rented": [one.tenure[:, 0] for one in each],
        "dwellings_tenant_owned": [one.tenure[:, 1] for one in each],
        "dwellings_owner_occupied": [one.tenure[:, 2] for one in each],
        "mean_wage_income_tkr": [one.mean_wage_income for one in each],
    }
    grids = {
        name: Grid.of(REGSO, years, np.array(values, dtype=float))
        for name, values in columns.items()
    }
    return Inputs(grids, {(REGSO.id, name): grid for name, grid in grids.items()}, {}, ())
