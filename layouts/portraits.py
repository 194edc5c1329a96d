"""The picture that is shown where the address of a profile is shared: a name, two figures and a map."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.edition import Edition
from geo.areas import Area, ancestors
from geo.levels import Level
from layouts import colours
from layouts.drawings.choropleth import drawn as choropleth
from layouts.drawings.legend import drawn as legend
from layouts.drawings.letters import SEMIBOLD, width
from layouts.drawings.sheet import Told, rows, standing
from layouts.drawings.svg import element
from layouts.language import text
from layouts.layer import Layer
from layouts.pictures import capital
from layouts.readings import Reading
from layouts.view import name

WIDTH, HEIGHT = 1200, 630
MARGIN, TEXT_WIDTH = 56, 470
MAP_BOX = (420, 520)
MAP_LEFT, MAP_TOP, LEGEND_LEFT = 560, 40, 1000
SITE, NAME, SMALLER_NAME, VALUE, NOTE = 24, 68, 50, 54, 18
LEGEND_WIDTH, LEGEND_SCALE = 130, 1.25


@dataclass(frozen=True, eq=False)
class Portrait:
    """What is drawn of an area: its figures, and the `layer` of a `level` inside a `scope`."""

    place: Area
    figures: Sequence[Reading]
    layer: Layer
    level: Level
    scope: Area


def portrait(shown: Portrait, edition: Edition, language: str) -> str:
    """The picture as SVG, as large as those who show it ask for."""
    place, said, y = shown.place, [], float(MARGIN)
    part, y = rows(text(language, "site"), MARGIN, y, TEXT_WIDTH, SITE, SEMIBOLD, colours.COUNTY)
    said.append(part)
    named = name(place, language)
    size = NAME if width(named, NAME, SEMIBOLD) <= TEXT_WIDTH else SMALLER_NAME
    part, y = rows(named, MARGIN, y + 6, TEXT_WIDTH, size, SEMIBOLD)
    said.append(part)
    if place.parent and place.level.id != "county":
        around = name(ancestors(place)[-1], language)
        part, y = rows(around, MARGIN, y, TEXT_WIDTH, SITE, colour=colours.QUIET)
        said.append(part)
    for reading in shown.figures:
        part, y = _figure(reading, y + 24, language)
        said.append(part)
    body = "".join([*said, _map(shown, language), _foot(shown, edition, language)])
    return standing(body, WIDTH, HEIGHT, Told(named, "", (), ""))


def _figure(reading: Reading, y: float, language: str) -> tuple[str, float]:
    value = reading.written(language)
    size = VALUE if reading.value is not None else SITE
    number, y = rows(value, MARGIN, y, TEXT_WIDTH, size, SEMIBOLD, colours.ACCENT)
    label = f"{reading.indicator.label[language]}, {reading.year}"
    words, y = rows(label, MARGIN, y - 4, TEXT_WIDTH, SITE - 2)
    return number + words, y


def _map(shown: Portrait, language: str) -> str:
    """The map and, at its right, what its colours mean."""
    box_width, box_height = MAP_BOX
    drawn = choropleth(
        shown.level,
        shown.scope.code,
        shown.layer.colours,
        width=box_width,
        height=box_height,
        chosen=shown.place.code if shown.place is not shown.scope else None,
    )
    classes = legend(shown.layer.classes(language), width=LEGEND_WIDTH)
    beside = element(
        "g",
        classes.body,
        transform=f"translate({LEGEND_LEFT} {MARGIN}) scale({LEGEND_SCALE})",
    )
    x = MAP_LEFT + (box_width - drawn.width) / 2
    return drawn.placed(x, MAP_TOP + (box_height - drawn.height) / 2) + beside


def _foot(shown: Portrait, edition: Edition, language: str) -> str:
    """What the map shows, and where the figures come from."""
    layer, label = shown.layer, shown.layer.indicator.label[language]
    title = text(
        language,
        "portrait_map",
        indicator=label if layer.indicator.categories else f"{label}, {layer.unit(language)}",
        plural=capital(shown.level.plural[language]),
        year=layer.year,
    )
    indicators = [layer.indicator, *(one.indicator for one in shown.figures)]
    publishers = dict.fromkeys(each.publisher for one in indicators for each in one.sources)
    source = text(language, "portrait_source", publishers=", ".join(publishers), edition=edition.id)
    said, _ = rows(source, MARGIN, HEIGHT - 66, TEXT_WIDTH, NOTE - 2, colour=colours.QUIET)
    titled, _ = rows(
        title, MAP_LEFT, HEIGHT - 50, WIDTH - MAP_LEFT - 24, NOTE, colour=colours.QUIET
    )
    return said + titled
