"""Whether what was computed agrees with itself: what must sum does, and what must be ordered is."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from data.catalogue import declared_indicators
from data.edition import CHANCE, CHANGES, CONTRIBUTIONS, DECOMPOSITIONS, RANGES
from data.indices import INDICES
from data.pipeline.checks import Expectation, ranges
from data.pipeline.compute import Computed
from data.pipeline.errors import CheckError, listed
from data.pipeline.evidence import Rows, Tables
from data.pipeline.grid import OK
from data.pipeline.groupings import counted, usable
from data.pipeline.inputs import Inputs
from data.pipeline.register import codes

TOLERANCE = 1e-6
WHOLE, LOCAL = "mutual_information", "local_segregation"
SYMMETRIC = {
    "dissimilarity", "gini", "correlation_ratio", "theil_h", "mutual_information",
    "multigroup_dissimilarity", "normalized_exposure",
}  # fmt: skip

Row = dict[str, Any]
Key = tuple[Any, ...]
Pair = tuple[Key, float, float]


@dataclass(frozen=True, eq=False)
class Everything:
    """What a run has made.

    `values` by indicator, area and year; `indices` by grouping, index, area and year, those above
    chance left out; the rows of `tables` by file.
    """

    values: dict[Key, float]
    indices: dict[Key, float]
    tables: Mapping[str, Iterable[Row]]
    inputs: Inputs


def check_identities(
    found: Sequence[Computed], tables: Tables, inputs: Inputs, expectations: Expectation
) -> int:
    """The number of identities that hold; raises CheckError with those that do not."""
    values = {key: value for one in found if one.indicator.is_index for key, value in _values(one)}
    rows = {file: Rows(table) for file, table in tables.items()}
    everything = Everything(values, _indices(values), rows, inputs)
    faults = list(ranges(found, expectations["range"]))
    for rule, sentence in RULES.items():
        wrong = [pair for pair in rule(everything) if not abs(pair[1] - pair[2]) < TOLERANCE]
        faults += [_told(sentence, pair, len(wrong)) for pair in wrong[:1]]
    if faults:
        raise CheckError(listed(faults))
    return len(RULES)


def _values(one: Computed) -> Iterator[tuple[Key, float]]:
    for column, area in enumerate(codes(one.grid.level, one.grid.edition)):
        for year, value in zip(one.grid.years, one.grid.values[:, column].tolist(), strict=True):
            yield (one.indicator.id, area, year), value


def _indices(values: dict[Key, float]) -> dict[Key, float]:
    measures = {id_: one.measure for id_, one in declared_indicators().items()}
    return {
        (measures[id_].grouping, measures[id_].index, area, year): value
        for (id_, area, year), value in values.items()
        if not measures[id_].above_chance
    }


def _told(sentence: str, pair: Pair, number: int) -> str:
    key, value, other = pair
    return f"{sentence}: {value:g} and {other:g} for {', '.join(map(str, key))} ({number} in all)."


def _ordered(all_: Everything) -> Iterator[Pair]:
    """Pairs of the same number where low, mean and high rise, and of others where they do not."""
    for file, columns in ((CHANCE, ("low", "mean", "high")), (RANGES, ("low", "high")),
                          (CHANGES, ("low", "high"))):  # fmt: skip
        for row in all_.tables[file]:
            found = [row[column] for column in columns]
            yield (file, row["indicator"], row["area"]), *_apart(found, sorted(found))


def _apart(found: list[float], wanted: list[float]) -> tuple[float, float]:
    return max(zip(found, wanted, strict=True), key=lambda pair: abs(pair[0] - pair[1]))


def _in_range(all_: Everything) -> Iterator[Pair]:
    for row in all_.tables[RANGES]:
        key = row["indicator"], row["area"], row["year"]
        yield key, all_.values[key], min(max(all_.values[key], row["low"]), row["high"])


def _differences(all_: Everything) -> Iterator[Pair]:
    for row in all_.tables[CHANGES]:
        last, first = (
            all_.values[row["indicator"], row["area"], row[year]] for year in ("last", "first")
        )
        yield (
            (row["indicator"], row["area"], row["first"], row["last"]),
            row["change"],
            last - first,
        )


def _parts(all_: Everything) -> Iterator[Pair]:
    key = ("grouping", "index", "area", "first", "last")
    for (*one, first, last), sum_ in _sums(all_.tables[DECOMPOSITIONS], key, "value").items():
        whole = all_.indices[*one, last]
        yield (
            (*one, first, last),
            sum_,
            whole if first == last else whole - all_.indices[*one, first],
        )


def _contributions(all_: Everything) -> Iterator[Pair]:
    rows = all_.tables[CONTRIBUTIONS]
    for (grouping, area, year), sum_ in _sums(
        rows, ("grouping", "larger", "year"), "value"
    ).items():
        yield (grouping, area, year), sum_, all_.indices[grouping, WHOLE, area, year]


def _local(all_: Everything) -> Iterator[Pair]:
    """What every area contributes, and its local segregation weighted by its share of the people."""
    rows = all_.tables[CONTRIBUTIONS]
    people = _people(all_.inputs)
    larger = _sums(
        (row | {"people": people[row["grouping"], row["area"], row["year"]]} for row in rows),
        ("grouping", "larger", "year"),
        "people",
    )
    for row in rows:
        key = row["grouping"], row["area"], row["year"]
        share = people[key] / larger[row["grouping"], row["larger"], row["year"]]
        local = all_.indices[row["grouping"], LOCAL, row["area"], row["year"]]
        yield key, row["value"], share * local


def _mirrored(all_: Everything) -> Iterator[Pair]:
    """Indices that do not depend on which group comes first, computed with the groups reversed."""
    there_are = usable(all_.inputs)
    for one in declared_indicators().values():
        grouping, index = one.grouping, str(one.measure.index)
        if grouping not in there_are or index not in SYMMETRIC or one.measure.above_chance:
            continue
        groups = counted(grouping, all_.inputs)
        for level in groups.wider:
            segments = groups.segments(level)
            mirrored = INDICES[index].from_counts(segments, groups.counts[..., ::-1])
            for row, column in np.argwhere(groups.statuses(level) == OK):
                key = one.id, segments.labels[column], groups.years[row]
                yield key, all_.values[key], float(mirrored[row, column])


def _two_halves(all_: Everything) -> Iterator[Pair]:
    """Isolation and exposure of two groups, which together are everybody."""
    for (grouping, index, area, year), value in all_.indices.items():
        other = all_.indices.get((grouping, "exposure", area, year))
        if index == "isolation" and other is not None and not np.isnan(value):
            yield (grouping, area, year), value + other, 1.0


def _sums(rows: Iterable[Row], key: Sequence[str], of: str) -> dict[Key, float]:
    sums: dict[Key, float] = defaultdict(float)
    for row in rows:
        sums[tuple(row[name] for name in key)] += row[of]
    return sums


def _people(inputs: Inputs) -> dict[Key, float]:
    return {
        (grouping.id, area, year): float(number)
        for grouping in usable(inputs)
        for groups in [counted(grouping, inputs)]
        for year, numbers in zip(groups.years, groups.counts.sum(axis=-1), strict=True)
        for area, number in zip(groups.areas, numbers, strict=True)
    }


RULES: dict[Callable[[Everything], Iterator[Pair]], str] = {
    _ordered: "Low, mean and high are not in order",
    _in_range: "A value above chance lies outside its range",
    _differences: "A change is not the difference of the values",
    _parts: "The parts do not sum to the change, or to the index",
    _contributions: "The contributions of areas do not sum to the mutual information",
    _local: "A contribution is not local segregation weighted by people",
    _mirrored: "The index depends on which group comes first",
    _two_halves: "Isolation and exposure do not sum to one",
}
