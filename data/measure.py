"""How the values of an indicator are made, as its table in `indicators.toml` says."""

from dataclasses import dataclass, fields
from typing import Any

from data.declared import CatalogueError, check, known
from data.groups import groupings, groups
from data.indices import INDICES, AreaIndex, Index
from data.inference.simulation import OF_ORDERED_GROUPS, OF_SEVERAL_GROUPS, OF_TWO_GROUPS
from geo.levels import levels

WIDER = ("sum", "mean")
SIMULATED = frozenset((*OF_TWO_GROUPS, *OF_SEVERAL_GROUPS, *OF_ORDERED_GROUPS))
NEEDS = {
    "share": {"among"},
    "means": {"index", "weight", "over"},
    "mean": {"weight"},
    "protected": {"share"},
    "types_of": {"frozen"},
    "frozen": {"types_of"},
}


@dataclass(frozen=True)
class Measure:
    """How the values of an indicator are made.

    A `count` of a group; a `share` of a group `among` another; a value `given` in the input; an
    `index` of a `grouping`, or of given `means` with a `weight`, `over` smaller areas. An index
    of every small area is `inside` a larger one; an index `above_chance` is given as how far it
    is from its chance level. `wider` says how a given value of municipalities becomes one of
    counties and Sweden. A share of people that is `protected` is withheld in small areas where
    it would tell of too few. Area types are those `types_of` a given index, by the cut-offs of one
    year, `frozen` for all.
    """

    count: str | None = None
    share: str | None = None
    among: str | None = None
    given: str | None = None
    wider: str | None = None
    weight: str | None = None
    index: str | None = None
    grouping: str | None = None
    above_chance: bool = False
    inside: str | None = None
    means: str | None = None
    over: str | None = None
    protected: bool = False
    types_of: str | None = None
    frozen: int | None = None

    def groups(self) -> list[str]:
        return [group for group in (self.count, self.share, self.among) if group]


def measure_of(id_: str, table: dict[str, Any]) -> Measure:
    check(id_, "measure key", table, {field.name for field in fields(Measure)})
    measure = Measure(**table)
    if not any((measure.count, measure.share, measure.given, measure.index, measure.types_of)):
        raise CatalogueError(
            f"Indicator {id_!r} has no measure. Give it one of: count, share, given, index, "
            "types_of."
        )
    for name, needed in NEEDS.items():
        if name in {*table, measure.wider} and not needed <= set(table):
            raise CatalogueError(
                f"Indicator {id_!r} has a measure with {name!r}, which needs {sorted(needed)}."
            )
    check(id_, "group", measure.groups(), groups())
    check(id_, "wider", [measure.wider] if measure.wider else [], WIDER)
    named = [level for level in (measure.over, measure.inside) if level]
    check(id_, "level", named, levels())
    if measure.index:
        _check_index(id_, measure, known(id_, "index", measure.index, INDICES))
    return measure


def _check_index(id_: str, measure: Measure, index: Index[Any] | AreaIndex[Any]) -> None:
    """Whether the index is given what it is made of."""
    of_means, inside = "means" in index.takes, isinstance(index, AreaIndex)
    for key, needed in {"means": of_means, "grouping": not of_means, "inside": inside}.items():
        if bool(getattr(measure, key)) != needed:
            raise CatalogueError(
                f"Indicator {id_!r} uses the index {index.name!r}, "
                f"which {'needs' if needed else 'cannot have'} the measure key {key!r}."
            )
    if of_means:
        return
    number = len(known(id_, "grouping", str(measure.grouping), groupings()).groups)
    if number > 2 and "counts" not in index.takes:
        raise CatalogueError(
            f"Indicator {id_!r} uses the index {index.name!r}, which compares two groups, but "
            f"the grouping {measure.grouping!r} has {number}. Use a grouping of two."
        )
    if measure.above_chance and index.name not in SIMULATED:
        raise CatalogueError(
            f"Indicator {id_!r} is above chance, but the index {index.name!r} has no chance "
            f"level. Use one of: {', '.join(sorted(SIMULATED))}."
        )
