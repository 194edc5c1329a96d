"""The generated part of docs/DATA.md: every indicator and source as the catalogue and edition say."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data.catalogue import Indicator, Source, declared_indicators, sources, themes
from data.edition import Edition, current_edition
from data.pipeline.report import runs_of
from data.pipeline.summary import markdown
from geo.levels import levels

FILE = Path(__file__).parents[2] / "docs" / "DATA.md"
BEGIN = "<!-- Generated: python -m data.pipeline document -->"
END = "<!-- End of what is generated -->"
COLUMNS = ("id", "publisher", "table", "licence")
COMPUTED = "computed by Segregationskartan"


def document(_: Sequence[str] = ()) -> None:
    """Put the generated part into the file anew."""
    text = FILE.read_text(encoding="utf-8")
    FILE.write_text(with_generated(text), encoding="utf-8")
    print(f"{FILE.name} says what the catalogue and the edition {current_edition().id} say.")


def with_generated(text: str) -> str:
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{generated()}\n{END}{after}"


def generated() -> str:
    edition, lines = current_edition(), []
    for theme in themes().values():
        lines += [f"### {theme.label['en']}", ""]
        for one in declared_indicators().values():
            if one.theme is theme:
                lines += [*_indicator(one, edition), ""]
    lines += ["## Sources and licences", ""]
    lines += markdown(COLUMNS, (_row(source) for source in sources().values()))
    return "\n".join(lines) + "\n"


def _indicator(one: Indicator, edition: Edition) -> Iterator[str]:
    yield f"**{one.label['en']}** (`{one.id}`), {one.unit.label['en']}. {one.about['en']}"
    yield ""
    yield f"- {_years(one, edition)}"
    for year, text in one.breaks.items():
        yield f"- Break in {year}: {text['en']}"
    over = levels().get(one.over or "")
    if over and over.editions:
        yield "- Break where the borders of the areas inside changed between editions."
    for source in one.sources:
        yield f"- Source: {source.publisher}, {source.table}. Licence: {source.licence}."
    given = one.measure.given or one.measure.count
    yield f"- Attribution: {'; '.join(_publishers(one))}{'' if given else f'; {COMPUTED}'}."


def _years(one: Indicator, edition: Edition) -> str:
    if not edition.levels(one):
        named = ", ".join(one.levels)
        return f"No edition has it yet; it comes with the first that has its figures ({named})."
    by_years: dict[str, list[str]] = {}
    for id_ in one.levels:
        coverage = edition.coverage(one, levels()[id_])
        if coverage:
            years = runs_of(coverage.years)
            areas = f" {coverage.areas_edition}" if coverage.areas_edition else ""
            by_years.setdefault(years, []).append(f"{id_}{areas}")
    return "; ".join(f"{', '.join(names)}: {years}" for years, names in by_years.items()) + "."


def _publishers(one: Indicator) -> list[str]:
    return list(dict.fromkeys(source.publisher for source in one.sources))


def _row(source: Source) -> list[str]:
    return [f"`{source.id}`", source.publisher, source.table, source.licence]
