"""How many there are of each group: in every small area, and in the areas around them."""

import numpy as np

from data.groups import Group
from data.pipeline.grid import Grid, Values, common_years, without_absent
from data.pipeline.inputs import Inputs
from data.pipeline.register import within
from geo.levels import Level


def count(group: Group, inputs: Inputs) -> Grid:
    """The group in every small area, in the years that have all it is made of."""
    made_of = {name: inputs.figure(name) for name in columns(group)}
    grids = list(made_of.values())
    years = common_years(grids)
    during = {name: grid.during(years) for name, grid in made_of.items()}
    names = group.sum or ((group.column,) if group.column else ())
    values = np.sum([during[name] for name in names], axis=0)
    if group.less:
        values = values - during[group.less]
    if group.percent:
        values = np.round(values * during[group.percent] / 100)
    for name, wanted in (group.where or {}).items():
        values = _where(values, during[name], wanted)
    return Grid.of(grids[0].level, years, values)


def summed(grid: Grid, level: Level) -> Grid:
    """The sum in every area of a wider level; missing where any area inside lacks a value."""
    if level is grid.level:
        return grid
    segments = within(grid.level, level, grid.edition)
    return Grid.of(level, grid.years, segments.sums(segments.arranged(without_absent(grid))))


def columns(group: Group) -> list[str]:
    """The columns of figures that a group is made of."""
    return [
        c for c in (*group.sum, group.column, group.less, group.percent, *(group.where or {})) if c
    ]


def _where(values: Values, criterion: Values, wanted: list[int]) -> Values:
    kept = np.where(np.isin(criterion, wanted), values, 0)
    return np.where(np.isnan(criterion), np.nan, kept)
