"""The controls of the map as links and a form: they work before any script has run, and without one."""

from dash import html

from data.catalogue import themes
from layouts.controls import shown
from layouts.drawn import drawn_levels
from layouts.forms import form, hidden, indicator_select, select
from layouts.language import text
from layouts.paths import MAP, on_map, path
from layouts.view import View


def plain_controls(view: View) -> html.Div:
    return html.Div([_themes(view), _form(view)], className="controls")


def _themes(view: View) -> html.Nav:
    """A link a theme, to the map of its first indicator."""
    language = view.language
    firsts = {indicator.theme.id: indicator for indicator in reversed(shown())}
    links = [
        html.A(
            theme.label[language],
            href=on_map(language, indicator=firsts[theme.id].id, area=view.area.code),
            className="theme",
            **({"aria-current": "true"} if theme is view.indicator.theme else {}),
        )
        for theme in themes().values()
        if theme.id in firsts
    ]
    return html.Nav(links, className="themes", **{"aria-label": text(language, "themes")})


def _form(view: View) -> html.Form:
    language = view.language
    levels = [
        (level.id, text(language, f"level_{level.id}")) for level in drawn_levels(view.indicator)
    ]
    years = [(str(year), str(year)) for year in reversed(view.years)]
    return form(
        [
            indicator_select(
                "indicator", text(language, "indicator"), shown(), view.indicator, language
            ),
            select("level", text(language, "level"), levels, view.level.id),
            select("year", text(language, "year"), years, str(view.year)),
            *hidden({"area": view.area.code}),
        ],
        path(MAP, language),
        language,
    )
