"""The part of the change report about what stands beside the values."""

from collections.abc import Iterable, Iterator, Sequence

from data.edition import CHANCE, CHANGES, DECOMPOSITIONS
from data.pipeline.compute import Computed
from data.pipeline.evidence import Tables
from data.pipeline.files import table

OF_CHANCE = (
    "indicator", "level", "year", "areas", "median", "median by chance", "outside chance",
    "changed since", "changes that exceed chance",
)  # fmt: skip
KEY = ["indicator", "level"]


def markdown(header: Sequence[str], rows: Iterable[list[str]]) -> list[str]:
    return [
        f"| {' | '.join(header)} |",
        f"|{'---|' * len(header)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


def beside(computed: Sequence[Computed], tables: Tables) -> list[str]:
    """How many rows each table has, how far indices lie from chance, and why Sweden changed."""
    files = ([file, f"{len(rows):,}"] for file, rows in tables.items())
    indices = [one for one in computed if one.indicator.grouping]
    return [
        *markdown(("file", "rows"), files),
        "",
        *markdown(OF_CHANCE, _of_chance(indices, tables)),
        "",
        "The parts of the change of Sweden, from the first year to the last:",
        "",
        *markdown(("grouping", "index", "years", "part", "value"), _of_sweden(tables)),
    ]


def _of_chance(indices: Sequence[Computed], tables: Tables) -> Iterator[list[str]]:
    if not indices:
        return
    chance, changes = (tables[file].to_pandas() for file in (CHANCE, CHANGES))
    newest = chance[chance["year"] == chance.groupby(KEY)["year"].transform("max")]
    together = newest.merge(table(indices).to_pandas(), on=[*KEY, "area", "year"])
    changed, none = dict(list(changes.groupby(KEY))), changes[:0]
    for (indicator, level), rows in together.groupby(KEY, sort=False):
        year, pairs = rows["year"].max(), changed.get((indicator, level), none)
        first = pairs[(pairs["first"] == pairs["first"].min()) & (pairs["last"] == year)]
        yield [
            indicator,
            level,
            str(year),
            str(len(rows)),
            f"{rows['value'].median():.4f}",
            f"{rows['mean'].median():.4f}",
            str(((rows["value"] < rows["low"]) | (rows["value"] > rows["high"])).sum()),
            str(first["first"].min()) if len(first) else "",
            str(first["exceeds_chance"].sum()) if len(first) else "",
        ]


def _of_sweden(tables: Tables) -> Iterator[list[str]]:
    parts = tables[DECOMPOSITIONS].to_pandas()
    parts = parts[parts["level"] == "sweden"]
    whole = parts[(parts["first"] == parts["first"].min()) & (parts["last"] == parts["last"].max())]
    for row in whole.to_dict("records"):
        years = f"{row['first']}-{row['last']}"
        yield [row["grouping"], row["index"], years, row["part"], f"{row['value']:.6f}"]
