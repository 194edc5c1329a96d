"""Every indicator by theme: what it is, which levels and years there are, and its files."""

from collections.abc import Sequence

from dash import html

from data.catalogue import Indicator, indicators, themes
from geo.levels import Level, levels
from layouts import open_data
from layouts.drawn import years
from layouts.language import text
from layouts.place import named_source

FORMS = ("xlsx", "csv", "csv-excel", "json", "json-stat2", "parquet")
NAMES = {
    "csv-excel": "CSV (Excel)",
    "json-stat2": "JSON-stat",
    "parquet": "Parquet",
    "geojson": "GeoJSON",
    "topojson": "TopoJSON",
    "gpkg": "GeoPackage",
    "geoparquet": "GeoParquet",
}


def indicator_list(language: str) -> list[object]:
    parts: list[object] = [html.P(text(language, "data_indicators_text"))]
    for theme in themes().values():
        inside = [one for one in indicators().values() if one.theme is theme]
        parts += [html.H3(theme.label[language])]
        parts += [_indicator(one, language) for one in inside]
    return parts


def _indicator(one: Indicator, language: str) -> html.Details:
    held = [level for level in levels().values() if years(one, level)]
    facts = {
        "unit": one.unit.label[language],
        "levels_and_years": [html.Div(_held(one, level, language)) for level in held],
        "source" if len(one.sources) == 1 else "sources": html.Ul(
            [named_source(source, language) for source in one.sources], className="source-list"
        ),
        "caveat": one.caveat[language],
        "download": _downloads(one, held, language),
    }
    rows = [html.Div([html.Dt(_said(key, language)), html.Dd(said)]) for key, said in facts.items()]
    summary = html.Summary([html.Strong(one.label[language]), " ", one.about[language]])
    return html.Details([summary, html.Dl(rows)], id=one.id)


def _said(key: str, language: str) -> str:
    shared = ("source", "sources", "caveat")
    return text(language, key) if key in shared else text(language, f"data_{key}")


def _held(one: Indicator, level: Level, language: str) -> str:
    found = years(one, level)
    span = str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}"
    gaps = found[-1] - found[0] + 1 != len(found)
    listed = ", ".join(map(str, found)) if gaps else span
    return f"{level.label[language]}: {listed}"


def _downloads(one: Indicator, held: Sequence[Level], language: str) -> list[object]:
    """The files of each level; and all of it with its metadata in one."""
    rows = [
        html.Div(
            [
                f"{level.label[language]}: ",
                *forms(
                    [(form, open_data.values([one], form, level=level.id)) for form in FORMS],
                    f"{one.label[language]}, {level.label[language]}",
                ),
            ]
        )
        for level in held
    ]
    whole = html.A(text(language, "data_bundle"), href=open_data.bundle(one))
    about = html.A(text(language, "data_about_api"), href=open_data.about(one))
    return [*rows, html.Div([whole, " · ", about])]


def forms(addresses: Sequence[tuple[str, str]], of: str) -> list[object]:
    parts: list[object] = []
    for form, address in addresses:
        name = NAMES.get(form, form.upper())
        parts += [html.A(name, href=address, **{"aria-label": f"{name}: {of}"}), " "]
    return parts
