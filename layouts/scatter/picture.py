"""The circles, drawn for wide pages and for narrow ones, and what pointing at them says."""

from dash import html
from markupsafe import Markup

from layouts.drawings import Point, scatter
from layouts.drawings.fitting import fitting
from layouts.language import text
from layouts.scatter.question import Relation
from layouts.scatter.readings import Related
from layouts.scatter.words import in_words

WIDE, WIDE_HEIGHT, NARROW_HEIGHT = 1100, 640, 420
MOST_DRAWN_TWICE = 1_000


def points(found: Related) -> list[Point]:
    return [
        Point(each.area.name, each.x, each.y, each.population or 0.0, each.named)
        for each in found.areas
    ]


def picture(asked: Relation, found: Related, language: str) -> html.Figure:
    said = " ".join([in_words(asked, found, language), text(language, "scatter_table")])
    circles = points(found)

    def drawn(width: int) -> Markup:
        height = WIDE_HEIGHT if width == WIDE else NARROW_HEIGHT
        return scatter(circles, asked.x, asked.y, language, width=width, height=height, name=said)

    # Thousands of circles are drawn but once, so that the page stays light.
    once = len(circles) > MOST_DRAWN_TWICE
    return html.Figure(
        [
            html.Div(drawn(WIDE), className="once") if once else fitting(drawn, wide=WIDE),
            html.P(
                text(language, "scatter_keys"),
                className="pointed-at",
                role="status",
                **{"data-hint": text(language, "scatter_keys")},
            ),
        ],
        className="plate circles",
        tabIndex=0,
        role="group",
        **{"aria-label": text(language, "scatter_picture")},
    )
