"""The figures of the input folder, as grids over the areas and years of their levels."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from data.pipeline.coverage import check_coverage, check_description
from data.pipeline.errors import Faults, InputError, NoFiguresError
from data.pipeline.forms import Form, forms
from data.pipeline.grid import Grid, Values
from data.pipeline.lines import rows
from data.pipeline.observations import Cell, observations
from data.pipeline.register import codes
from geo.levels import Level


@dataclass(frozen=True)
class InputFile:
    file: str
    sha256: str
    rows: int


@dataclass(frozen=True, eq=False)
class Inputs:
    """`figures` by column, what is counted in every small area; `given` by level and name.

    `existing` tells by level which areas there were in a year. Where the input is not `complete`,
    what it has no figures for is left out of the edition.
    """

    figures: dict[str, Grid]
    given: dict[tuple[str, str], Grid]
    existing: dict[str, Grid]
    files: tuple[InputFile, ...]
    complete: bool = True

    def figure(self, column: str) -> Grid:
        if column not in self.figures:
            raise NoFiguresError(
                f"groups.toml uses the column {column!r}, which no file of the input has. "
                f"Use one of: {', '.join(self.figures)}."
            )
        return self.figures[column]

    def over(self, level: Level) -> "Inputs":
        """What is counted in the areas of a small level themselves, where they are not the usual."""
        if not level.editions or any(grid.level is level for grid in self.figures.values()):
            return self
        own = {name: grid for (id_, name), grid in self.given.items() if id_ == level.id}
        return replace(self, figures=own)


@dataclass(frozen=True, eq=False)
class _Read:
    form: Form
    grids: dict[str, Grid] = field(default_factory=dict)
    files: list[InputFile] = field(default_factory=list)


def read_inputs(folder: Path, expected: Iterable[Form] | None = None) -> Inputs:
    """Read and check every file that is expected; raises InputError with the first faults of all.

    The files expected are those of `inputs.toml` where nothing else is said.
    """
    if not folder.is_dir():
        raise InputError(
            f"The input folder {folder} does not exist. Name the folder that holds the figures "
            "with --input; the edition already published needs none."
        )
    faults = Faults()
    read = [_read(form, folder, faults) for form in expected or forms()]
    faults.raise_if_any()
    return Inputs(
        figures={n: g for one in read if one.form.shape == "wide" for n, g in one.grids.items()},
        given={(one.form.level.id, n): g for one in read for n, g in one.grids.items()},
        existing={o.form.level.id: o.grids[o.form.existing] for o in read if o.form.existing},
        files=tuple(file for one in read for file in one.files),
    )


def _read(form: Form, folder: Path, faults: Faults) -> _Read:
    areas = codes(form.level, form.level.edition(form.years[0]))
    before = len(faults.found)
    file_rows = rows(folder / form.file, form.header, faults)
    found = observations(form, file_rows, frozenset(areas), faults)
    if len(faults.found) > before:
        return _Read(form)
    check_coverage(form, found, areas, faults)
    files = [_input_file(folder / form.file, len(file_rows))]
    if form.described_in:
        described = check_description(form, found, folder, faults)
        files += [_input_file(folder / form.described_in, described)] if described else []
    if len(faults.found) > before:
        return _Read(form)
    return _Read(form, {name: _grid(form, cells, areas) for name, cells in found.items()}, files)


def _input_file(path: Path, number: int) -> InputFile:
    return InputFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), number)


def _grid(form: Form, cells: dict[Cell, float], areas: tuple[str, ...]) -> Grid:
    years = sorted({year for _, year in cells})
    row = {year: number for number, year in enumerate(years)}
    column = {area: number for number, area in enumerate(areas)}
    values: Values = np.full((len(years), len(areas)), np.nan)
    for (area, year), value in cells.items():
        values[row[year], column[area]] = value
    return Grid.of(form.level, years, values)
