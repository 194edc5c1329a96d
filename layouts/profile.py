"""The profile of a municipality: what is published of it, from a few sentences to every figure."""

from dash import html

from data.catalogue import indicators
from data.profile import contents
from layouts.area_types import area_types
from layouts.comparison import comparison_table, small_area_table
from layouts.index_table import index_table
from layouts.language import text
from layouts.numbers import with_unit
from layouts.paths import METHOD, on_map, path
from layouts.readings import Profile
from layouts.sources import sources_and_caveats
from layouts.summary import sentences
from layouts.theme_tables import theme_tables

SECTIONS = (
    "in_short",
    "key_figures",
    "types",
    "indices",
    "regso",
    "peers",
    "neighbours",
    "sources",
)


def profile_page(profile: Profile, language: str) -> html.Main:
    made = {
        "in_short": _in_short(profile, language),
        "key_figures": _key_figures(profile, language),
        "types": _types(profile, language),
        "indices": _indices(profile, language),
        "regso": _small_areas(profile, language),
        "peers": _peers(profile, language),
        "neighbours": _neighbours(profile, language),
        "sources": _sources(profile, language),
    }
    return html.Main(
        [
            _head(profile, language),
            _contents(language),
            *(
                html.Section([html.H2(text(language, f"section_{id_}")), *made[id_]], id=id_)
                for id_ in SECTIONS
            ),
        ],
        id="main",
        className="document profile",
    )


def _head(profile: Profile, language: str) -> html.Header:
    place = profile.municipality
    counted = profile.figures["population"]
    population = with_unit(counted.newest.value or 0, counted.indicator, language)
    line = text(
        language,
        "profile_line",
        county=profile.county.name,
        population=population,
        year=counted.year,
    )
    badge = html.P(text(language, "in_programme"), className="badge")
    return html.Header(
        [
            html.P(text(language, "profile"), className="eyebrow"),
            html.H1(place.name),
            html.P(line, className="profile-line"),
            *([badge] if profile.in_programme else []),
            html.P(
                html.A(
                    text(language, "show_on_map", area=place.name),
                    href=on_map(language, area=place.code),
                    className="to-map",
                )
            ),
        ],
        className="profile-head",
    )


def _contents(language: str) -> html.Nav:
    return html.Nav(
        html.Ul(
            [html.Li(html.A(text(language, f"section_{id_}"), href=f"#{id_}")) for id_ in SECTIONS]
        ),
        **{"aria-label": text(language, "contents")},
    )


def in_short(profile: Profile, language: str) -> list[str]:
    """The profile in plain sentences, made by rules from what is published."""
    return [
        sentences(phrase, profile.figures[phrase.indicator.id], profile.municipality, language)
        for phrase in contents().summary
    ]


def _in_short(profile: Profile, language: str) -> list[object]:
    lines = [html.Li(line) for line in in_short(profile, language)]
    return [html.Ul(lines, className="summary"), _note("summary_note", language)]


def _key_figures(profile: Profile, language: str) -> list[object]:
    tables = theme_tables(profile.figures.values(), profile.municipality.code, language)
    return [_note("key_figures_note", language), *tables]


def _types(profile: Profile, language: str) -> list[object]:
    figures = [profile.figures[indicator.id] for indicator in contents().area_types]
    types = indicators()["area_type"]
    drawn = area_types(figures, types, profile.municipality.name, language)
    return [html.P(types.about[language]), *drawn, html.P(types.caveat[language], className="note")]


def _indices(profile: Profile, language: str) -> list[object]:
    return [
        _note("indices_note", language),
        html.P(text(language, "ranking_note"), className="note"),
        index_table(profile.figures, profile.municipality.code, language),
        html.P(html.A(text(language, "read_method"), href=path(METHOD, language))),
    ]


def _small_areas(profile: Profile, language: str) -> list[object]:
    return [
        html.P(
            text(
                language,
                "regso_note",
                count=len(profile.small_areas),
                area=profile.municipality.name,
                groups=contents().contributions.label[language],
            )
        ),
        small_area_table(profile, language),
    ]


def _peers(profile: Profile, language: str) -> list[object]:
    caption = text(language, "peers_caption", area=profile.municipality.name)
    return [
        _note("peers_note", language),
        comparison_table(caption, profile.peers, profile, language),
    ]


def _neighbours(profile: Profile, language: str) -> list[object]:
    place = profile.municipality.name
    if not profile.neighbours:
        return [html.P(text(language, "neighbours_none", area=place))]
    caption = text(language, "neighbours_caption", area=place)
    return [comparison_table(caption, profile.neighbours, profile, language)]


def _sources(profile: Profile, language: str) -> list[object]:
    small = contents().small_areas
    shown = [figure.indicator for figure in profile.figures.values()]
    return sources_and_caveats(dict.fromkeys((*shown, *small)), language)


def _note(key: str, language: str) -> html.P:
    return html.P(text(language, key), className="note")
