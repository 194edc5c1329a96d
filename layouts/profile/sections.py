"""The sections of a profile by name. Each takes a profile and a language and gives its parts."""

from collections.abc import Callable

from dash import html

from data.catalogue import Indicator, indicators
from data.profile import contents
from layouts.area_types import area_types
from layouts.comparison import comparison_table, parts_table, small_area_table
from layouts.drawn import years
from layouts.index_table import index_table, no_index
from layouts.language import text, within_a_sentence
from layouts.paths import METHOD, path
from layouts.profile.go_on import go_on
from layouts.profile.in_short import in_short
from layouts.profile.moves import moves
from layouts.profile.picture import picture
from layouts.profile.question import OfArea
from layouts.profile.small_area import borders, gone_since, part, type_over_time
from layouts.profile.split import split
from layouts.profile.together import together
from layouts.readings import Profile
from layouts.sharing_bar import bar
from layouts.sharing_paths import TYPES
from layouts.sources import sources_and_caveats
from layouts.theme_tables import theme_tables
from layouts.view import name

Section = Callable[[Profile, str], list[object]]


def _in_short(profile: Profile, language: str) -> list[object]:
    lines = [html.Li(line) for line in in_short(profile, language)]
    return [html.Ul(lines, className="summary"), note("summary_note", language)]


def _key_figures(profile: Profile, language: str) -> list[object]:
    tables = theme_tables(profile.figures.values(), profile.place.code, language)
    return [
        note(f"key_figures_note_{profile.place.level.id}", language),
        note("key_figures_note", language),
        *tables,
    ]


def _types(profile: Profile, language: str) -> list[object]:
    figures = [profile.figures[indicator.id] for indicator in contents().area_types]
    types = indicators()["area_type"]
    drawn = area_types(figures, types, name(profile.place, language), language)
    asked = OfArea(language, profile.place)
    return [
        html.P(types.about[language]),
        *drawn,
        bar(language, TYPES, asked.query),
        html.P(types.caveat[language], className="note"),
    ]


def _indices(profile: Profile, language: str) -> list[object]:
    if reason := no_index(profile.figures.values()):
        why = within_a_sentence(language, text(language, reason))
        place = name(profile.place, language)
        said = text(language, "indices_none", area=place, reason=why)
        return [html.P(said), _method(language)]
    return [
        note("indices_note", language),
        note("ranking_notes", language),
        index_table(profile.figures, profile.place.code, language),
        _method(language),
    ]


def _method(language: str) -> html.P:
    return html.P(html.A(text(language, "read_method"), href=path(METHOD, language)))


def _small_areas(profile: Profile, language: str) -> list[object]:
    said = text(
        language,
        "regso_note",
        count=len(profile.small_areas),
        area=profile.place.name,
        groups=contents().contributions.label[language],
    )
    return [html.P(said), small_area_table(profile, language)]


def _parts(level: str) -> Section:
    def section(profile: Profile, language: str) -> list[object]:
        inside = profile.parts[level]
        said = text(language, "parts_note", plural=inside[0].level.plural[language])
        return [html.P(said, className="note"), parts_table(inside, profile, language)]

    return section


def _peers(profile: Profile, language: str) -> list[object]:
    level, place = profile.place.level, name(profile.place, language)
    if not profile.peers:
        return [html.P(text(language, "peers_none", area=place))]
    caption = text(language, "peers_caption", plural=level.plural[language], area=place)
    said = text(
        language,
        "peers_note",
        area=place,
        count=len(profile.peers),
        plural=level.plural[language],
        features=listed([one for one in contents().peers if years(one, level)], language),
    )
    return [
        html.P(said, className="note"),
        comparison_table(caption, profile.peers, profile, language),
    ]


def _neighbours(profile: Profile, language: str) -> list[object]:
    level, place = profile.place.level, name(profile.place, language)
    if gone := gone_since(profile.place):
        return [html.P(text(language, "area_gone", year=gone))]
    if not profile.neighbours:
        plural = level.plural[language]
        return [html.P(text(language, "neighbours_none", area=place, plural=plural))]
    caption = text(language, "neighbours_caption", plural=level.plural[language], area=place)
    newest = profile.compared[profile.place.code].readings[0].year
    key = "neighbours_note" if level.is_older(newest) else "neighbours_note_newest"
    newer = [note(key, language)] if level.editions else []
    return [*newer, comparison_table(caption, profile.neighbours, profile, language)]


def _borders(profile: Profile, language: str) -> list[object]:
    return [*borders(profile, language), *together(profile, language)]


def _sources(profile: Profile, language: str) -> list[object]:
    small = contents().small_areas if profile.small_areas else ()
    shown = [figure.indicator for figure in profile.figures.values()]
    return sources_and_caveats(dict.fromkeys((*shown, *small)), language)


def listed(shown: list[Indicator], language: str) -> str:
    """The names of some indicators as they stand in a sentence."""
    return "; ".join(within_a_sentence(language, one.label[language]) for one in shown)


def note(key: str, language: str) -> html.P:
    return html.P(text(language, key), className="note")


SECTIONS: dict[str, Section] = {
    "in_short": _in_short,
    "map": picture,
    "key_figures": _key_figures,
    "types": _types,
    "moves": moves,
    "type": type_over_time,
    "indices": _indices,
    "split": split,
    "part": part,
    "county": _parts("county"),
    "municipality": _parts("municipality"),
    "regso": _small_areas,
    "peers": _peers,
    "neighbours": _neighbours,
    "borders": _borders,
    "go_on": go_on,
    "sources": _sources,
}
