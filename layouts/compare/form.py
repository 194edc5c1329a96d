"""What a reader changes in a comparison: areas, indicator, years, and how peers are likened."""

from dash import html

from data.peers import dimensions
from layouts.chosen import adding, chips
from layouts.compare.question import (
    LEAST_WEIGHT,
    MOST,
    MOST_WEIGHT,
    USUAL_WEIGHT,
    WEIGHT,
    Comparison,
    comparable,
)
from layouts.forms import form, hidden, indicator_select, select
from layouts.language import text
from layouts.paths import COMPARE, path


def address(asked: Comparison) -> str:
    return f"{path(COMPARE, asked.language)}?{asked.query}"


def chosen_areas(asked: Comparison, language: str) -> html.Ul:
    alone = len(asked.areas) == 1
    return chips(
        asked.areas,
        text(language, "compared_areas"),
        language,
        without=None if alone else lambda area: address(asked.without(area)),
    )


def add_form(asked: Comparison, language: str) -> html.Form | html.P:
    if len(asked.areas) >= MOST:
        return html.P(text(language, "areas_full", most=MOST), className="note")
    return adding(path(COMPARE, language), _said(asked), language)


def comparison_form(asked: Comparison, language: str) -> html.Form:
    years = [(str(year), str(year)) for year in reversed(asked.years)]
    bases = [("", text(language, "no_base"))]
    if not asked.indicator.categories:
        bases += [(year, text(language, "base_of", year=year)) for year, _ in reversed(years)]
    kept = {
        key: value
        for key, value in _said(asked).items()
        if key not in ("indicator", "year", "base")
    }
    return form(
        [
            indicator_select(
                "indicator", text(language, "indicator"), comparable(), asked.indicator, language
            ),
            select("year", text(language, "year"), years, str(asked.year)),
            select("base", text(language, "ask_base"), bases, str(asked.base or "")),
            *hidden(kept),
        ],
        path(COMPARE, language),
        language,
    )


def weights_form(asked: Comparison, language: str) -> html.Form:
    """How much each dimension weighs when peers are looked for."""
    given = dict(asked.weights)
    choices = [
        (str(weight), text(language, f"weight_{weight}"))
        for weight in range(LEAST_WEIGHT, MOST_WEIGHT + 1)
    ]
    menus = [
        select(
            f"{WEIGHT}{id_}",
            dimension.label[language],
            choices,
            str(given.get(id_, USUAL_WEIGHT)),
        )
        for id_, dimension in dimensions().items()
    ]
    kept = {key: value for key, value in _said(asked).items() if not key.startswith(WEIGHT)}
    return form([*menus, *hidden(kept)], f"{path(COMPARE, language)}#peers", language)


def _said(asked: Comparison) -> dict[str, object]:
    return {key: value for key, value in asked.fields().items() if value is not None}
