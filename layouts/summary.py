"""An area in sentences, made by rules from its figures.

Whether a value is higher, lower or the same is judged as it is written, so that no sentence
contradicts the numbers in it. Only the change of an index can be weighed against chance; within
it, the index is said to be largely unchanged.
"""

from data.profile import Phrase
from geo.areas import Area
from layouts.language import placed, text, within_a_sentence
from layouts.numbers import number, with_unit
from layouts.readings import Figure
from layouts.view import name


def sentences(phrase: Phrase, figure: Figure, place: Area, language: str) -> str:
    """What is said of one indicator: its newest value, beside others', and its change."""
    area = name(place, language)
    subject = phrase.subject[language].format(area=area)
    newest = figure.newest
    if newest.value is None:
        why = within_a_sentence(language, text(language, figure.reason))
        return text(language, "summary_none", subject=subject, reason=why)
    if phrase.none and newest.value == 0:
        nobody = phrase.none[language].format(area=area, year=figure.year)
        return placed(language, f"{nobody}. {_elsewhere(figure, language)}".strip())
    value, beside = newest.written(language), _beside(figure, place, language)
    said = text(language, "summary_value", subject=subject, value=value, year=figure.year)
    parts = [f"{said}{beside}.", _chance(figure, language), _change(phrase, figure, language)]
    parts += [phrase.note[language]] if phrase.note else []
    return " ".join(part for part in parts if part)


def direction(value: float, other: float, decimals: int) -> str:
    """Whether a value is higher or lower than another, or the same, as they are written."""
    difference = round(value, decimals) - round(other, decimals)
    if abs(difference) < 10**-decimals / 2:
        return "same"
    return "higher" if difference > 0 else "lower"


def _beside(figure: Figure, place: Area, language: str) -> str:
    """How the value stands to those of wider areas, or to the median; an index to none."""
    if figure.indicator.is_index or figure.indicator.is_amount or not place.parent:
        return ""
    around, kind = [(name(area, language), other) for area, other in figure.around], ""
    if not around and figure.median is not None:
        around, kind = [(text(language, f"median_of_{place.level.id}"), figure.median)], "median_"
    value, decimals = figure.known[figure.year], figure.indicator.decimals
    ways = [direction(value, other, decimals) for _, other in around]
    said = [
        text(
            language,
            f"than_{kind}{way}",
            place=where,
            value=with_unit(other, figure.indicator, language),
        )
        for way, (where, other) in zip(ways, around, strict=True)
    ]
    joined = text(language, "and_also" if len(set(ways)) == 1 else "but_also")
    return f", {joined.join(said)}" if said else ""


def _elsewhere(figure: Figure, language: str) -> str:
    """The values of wider areas, where the area's own is zero."""
    return " ".join(
        text(
            language,
            "summary_elsewhere",
            place=name(area, language),
            value=with_unit(value, figure.indicator, language),
        )
        for area, value in figure.around
    )


def _chance(figure: Figure, language: str) -> str:
    if figure.chance is None:
        return ""
    decimals = figure.indicator.decimals
    low, high = (number(limit, decimals, language) for limit in figure.chance)
    return text(language, "summary_chance", low=low, high=high)


def _change(phrase: Phrase, figure: Figure, language: str) -> str:
    """How the value has changed since the first year; of an index, whether chance may be why."""
    first = figure.first_year
    if first is None:
        return ""
    before = figure.known[first]
    way = direction(figure.known[figure.year], before, figure.indicator.decimals)
    if figure.exceeds_chance is not None:
        way = f"{way}_beyond_chance" if figure.exceeds_chance else "within_chance"
    return text(
        language,
        f"since_{way}",
        first=first,
        short=phrase.short[language],
        value=with_unit(before, figure.indicator, language),
    )
