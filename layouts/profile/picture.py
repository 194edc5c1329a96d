"""The map of a profile, and beside that of a municipality what its RegSO add to the segregation."""

from collections.abc import Mapping

import pandas
from dash import html
from markupsafe import Markup

from data.catalogue import Indicator
from data.edition import current_edition
from data.profile import contents
from geo.areas import area
from geo.boundaries import drawn_edition, is_redrawn
from layouts import paths
from layouts.area_summary import percent
from layouts.classes import class_limits, classes
from layouts.drawings import choropleth, legend
from layouts.drawings.painted import painted
from layouts.language import text
from layouts.readings import Profile, Reading, Shades, SmallArea
from layouts.sharing_bar import bar
from layouts.sharing_paths import MAP, question
from layouts.view import View, name

WIDTH, HEIGHT = 520, 560
SMALL_WIDTH, SMALL_HEIGHT = 400, 400
MOST = 8


def picture(profile: Profile, language: str) -> list[object]:
    """The map, its legend, and the most contributing RegSO of a municipality."""
    figure = html.Figure(
        [
            _map(profile, language),
            html.Figcaption(_caption(profile, language)),
            bar(language, MAP, question(_view(profile, language))),
        ],
        className="profile-map",
    )
    if profile.place.level.id != "municipality":
        return [figure]
    return [html.Div([figure, contributions(profile, language)], className="map-and-parts")]


def _view(profile: Profile, language: str) -> View:
    """The same map on the map page, so that it can be taken along from here too."""
    shades = profile.shades
    first: Reading = next(iter(shades.readings.values()))
    return View(language, first.indicator, shades.level, first.year, profile.place)


def _map(profile: Profile, language: str) -> html.Div:
    shades, own = profile.shades, profile.own
    indicator = contents().maps[profile.place.level.id]
    colour_of = _colours(shades, indicator, language)
    drawn = choropleth(
        shades.level,
        shades.scope.code,
        {code: colour_of.get(code) for code in shades.readings},
        language=language,
        name=_title(profile, language),
        width=SMALL_WIDTH if own else WIDTH,
        height=SMALL_HEIGHT if own else HEIGHT,
        chosen=profile.place.code if own else None,
        href=lambda code: _address(code, language),
        values={code: one.written(language) for code, one in shades.readings.items()},
    )
    return html.Div([drawn, _legend(shades, indicator, language)], className="map-and-legend")


def _legend(shades: Shades, indicator: Indicator, language: str) -> Markup:
    coverage = current_edition().coverage(indicator, shades.level)
    assert coverage is not None
    unknown = any(one.value is None for one in shades.readings.values())
    label, unit = indicator.label[language], indicator.unit.label[language]
    return legend(
        classes(indicator, coverage, language),
        name=text(language, "legend_of", indicator=label),
        heading=label if indicator.categories else f"{label}, {unit}",
        missing=text(language, "missing") if unknown else None,
    )


def _colours(shades: Shades, indicator: Indicator, language: str) -> Mapping[str, str | None]:
    """The colour of every area, by the classes of the map."""
    coverage = current_edition().coverage(indicator, shades.level)
    assert coverage is not None
    palette = [one["colour"] for one in classes(indicator, coverage, language)]
    values = {code: one.value for code, one in shades.readings.items()}
    limits = class_limits(indicator, coverage)
    return painted(pandas.Series(values, dtype=float), limits, palette, indicator.decimals)


def _title(profile: Profile, language: str) -> str:
    shades = profile.shades
    first: Reading = next(iter(shades.readings.values()))
    return text(
        language,
        "map_of",
        indicator=first.indicator.label[language],
        plural=shades.level.plural[language],
        area=name(shades.scope, language),
        year=first.year,
    )


def _caption(profile: Profile, language: str) -> list[object]:
    """What the map shows, and where the same figures stand in a table."""
    said: list[object] = [_title(profile, language), ". "]
    if profile.own:
        table = f"{paths.profile(language, profile.around[-1])}#regso"
        drawn = area(profile.place.code, drawn_edition(profile.shades.level))
        said += [text(language, "map_outlined", area=profile.place.name), " "] if drawn else []
        said.append(html.A(text(language, "map_table_elsewhere"), href=table))
    else:
        table = "#regso" if profile.shades.level.editions else "#municipality"
        said.append(html.A(text(language, "map_table"), href=table))
    first: Reading = next(iter(profile.shades.readings.values()))
    if is_redrawn(profile.shades.level, first.year):
        said += [" ", text(language, "map_borders")]
    elif not profile.shades.level.editions and profile.place.parent:
        said += [" ", text(language, "map_pale")]
    return said


def contributions(profile: Profile, language: str) -> html.Div:
    """The RegSO that add most to the segregation of the municipality, ranked."""
    groups = contents().contributions.label[language]
    ranked = sorted(
        (one for one in profile.small_areas if one.part),
        key=lambda one: one.part.position if one.part else 0,
    )
    title = html.H3(text(language, "where_lies", groups=groups))
    if not ranked:
        none = text(language, "part_none", area=profile.place.name, groups=groups)
        return html.Div([title, html.P(none)])
    said = text(language, "where_note", year=profile.contributions_year, most=len(ranked[:MOST]))
    rows = [html.Li(_contribution(one, language)) for one in ranked[:MOST]]
    return html.Div([title, html.P(said, className="note"), html.Ol(rows, className="shares")])


def _contribution(one: SmallArea, language: str) -> list[object]:
    assert one.part is not None
    link = html.A(one.area.name, href=paths.profile(language, one.area))
    group = one.part.more_of
    more = (
        [html.Small(text(language, "part_larger_share", group=group.label[language]))]
        if group
        else []
    )
    return [html.Span([link, *more]), html.Span(percent(one.part.share, language))]


def _address(code: str, language: str) -> str:
    """The profile of a drawn area; of one that is newer than the figures, the map."""
    known = area(code)
    return paths.profile(language, known) if known else paths.on_map(language)
