"""RegSO that exchanged land between two editions, united so that each union kept its outer border."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from geo.areas import areas
from geo.crosswalk import Change, changes
from geo.levels import Level, levels

LEVEL = "regso"
EDITIONS = ("2020", "2025")


@dataclass(frozen=True)
class United:
    """The areas that exchanged land with one another, by edition; `code` is the first of them.

    Not `complete` where the key between the editions names an area that grew or shrank, but not
    the area that it exchanged land with: then the union may have another border in each.
    """

    code: str
    parts: Mapping[str, tuple[str, ...]]
    complete: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """The areas of either edition."""
        return tuple(sorted({code for parts in self.parts.values() for code in parts}))


def united(code: str) -> United | None:
    """The union that an area belongs to; None where its border is the same in both editions."""
    return _by_code().get(code)


def unions(level: Level) -> tuple[United, ...]:
    """Every union of a level whose exchanges are all named, in the order of their codes."""
    if level.id != LEVEL:
        return ()
    found = {one.code: one for one in _by_code().values() if one.complete}
    return tuple(found[code] for code in sorted(found))


def of_changes(
    rows: Collection[Change], registers: Mapping[str, Collection[str]]
) -> tuple[United, ...]:
    """The unions that follow from who gave land to whom; who has no partner stands alone."""
    groups: dict[str, set[str]] = {}
    for row in rows:
        pair = {row.code_2020, row.code_2025}
        joined = pair.union(*(groups.get(code, ()) for code in pair))
        groups |= dict.fromkeys(joined, joined)
    distinct = {min(group): group for group in groups.values()}
    return tuple(
        United(
            first,
            {id_: tuple(sorted(group & set(codes))) for id_, codes in registers.items()},
            _is_complete([row for row in rows if row.code_2020 in group]),
        )
        for first, group in sorted(distinct.items())
    )


def _is_complete(rows: Iterable[Change]) -> bool:
    """Whether every area that shrank is said to have given, and every one that grew to have got."""
    rows = list(rows)
    exchanges = [row for row in rows if row.code_2020 != row.code_2025]
    known = {
        "shrank": {row.code_2020 for row in exchanges},
        "grew": {row.code_2025 for row in exchanges},
    }
    return all(row.code_2020 in known[row.change] for row in rows if row.change in known)


@cache
def _by_code() -> dict[str, United]:
    registers = {edition: areas(levels()[LEVEL], edition) for edition in EDITIONS}
    return {code: one for one in of_changes(changes(), registers) for code in one.codes}
