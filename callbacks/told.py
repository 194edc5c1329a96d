"""Looks up what is said of the chosen area in a year: in the panel, and before any script has run."""

import pandas

from callbacks.charted import has_own, inside
from data import evidence, store
from data.borders import breaks
from geo.areas import ancestors
from geo.levels import SWEDEN
from layouts import facts
from layouts.view import View, name


def told(view: View, year: int) -> dict[str, str]:
    """What the panel says of one year."""
    if not has_own(view, view.area):
        return facts.spread(view, year, inside(view, year))
    own = store.series(view.indicator, view.area.code)
    if year not in own.index:
        return facts.nothing(view, year, "missing")
    if pandas.isna(own[year]):
        reason = store.status(view.indicator, view.area.level, year)[view.area.code]
        return facts.nothing(view, year, str(reason))
    own = own[own.index >= _last_break(view, year)]
    return facts.own(view, year, own, _rank(view, year), _exceeds_chance(view, year, own))


def _last_break(view: View, year: int) -> int:
    """The newest year, up to one, whose values cannot be compared with those before it."""
    return max((one for one in breaks(view.indicator, view.area.code) if one <= year), default=0)


def _exceeds_chance(view: View, year: int, own: pandas.Series) -> bool | None:
    """Whether the change since the first year is more than chance gives; None where not known."""
    first = int(own.dropna().index[0])
    if not view.indicator.is_index or first >= year:
        return None
    change = evidence.change(view.indicator, view.area.code, first, year)
    return change.exceeds_chance if change else None


def _rank(view: View, year: int) -> facts.Ranked | None:
    """The place among all areas of its level; for a small area among those of its municipality."""
    area = view.area
    if area.code == SWEDEN or view.indicator.categories:
        return None
    around = ancestors(area)[-1] if area.level.editions else ancestors(area)[0]
    rank = store.rank(view.indicator, area.level, year, area.code, within=around.code)
    if rank is None:
        return None
    within = None if around.code == SWEDEN else name(around, view.language)
    return facts.Ranked(rank.position, rank.of, within)
