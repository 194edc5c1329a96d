"""The values of the maps that stand side by side in a comparison, looked up."""

from collections.abc import Iterable

import pandas

from data import store
from geo.areas import Area, ancestors
from geo.levels import SWEDEN, levels
from layouts.compare.question import Comparison
from layouts.compare.readings import Mapped
from layouts.drawn import years


def map_year_of(asked: Comparison) -> int | None:
    """The year asked for, or the nearest with figures of RegSO."""
    held = years(asked.indicator, levels()["regso"])
    return min(held, key=lambda year: (abs(year - asked.year), -year)) if held else None


def maps_of(asked: Comparison) -> tuple[Mapped, ...]:
    year = map_year_of(asked)
    return tuple(_mapped(asked, year)) if year else ()


def _mapped(asked: Comparison, year: int) -> Iterable[Mapped]:
    """The municipalities and counties, each once; a RegSO is marked in its municipality."""
    regso = levels()["regso"]
    values = store.values(asked.indicator, regso, year)
    marked: dict[Area, str | None] = {}
    for area in asked.areas:
        holder = ancestors(area)[-1] if area.level.editions else area
        if holder.code != SWEDEN:
            marked.setdefault(holder, None)
        if area.level is regso:
            marked[holder] = marked[holder] or area.code
    for holder, chosen in marked.items():
        inside = values[values.index.str.startswith(holder.code)]
        known = {
            str(code): None if pandas.isna(value) else float(value)
            for code, value in inside.items()
        }
        yield Mapped(holder, known, chosen)
