"""What the panel says of one area in one year, in words and numbers."""

from dataclasses import dataclass

import pandas

from data.catalogue import Unit
from data.written import difference
from layouts.language import text, within_a_sentence
from layouts.numbers import NOTHING, change, number, with_unit
from layouts.view import View, name


@dataclass(frozen=True)
class Ranked:
    """Position 1 has the highest value; `within` names the larger area where it is not Sweden."""

    position: int
    of: int
    within: str | None = None


def own(
    view: View,
    year: int,
    values: pandas.Series,
    rank: Ranked | None,
    exceeds_chance: bool | None = None,
) -> dict[str, str]:
    """The facts of an area that has a value of its own."""
    value = float(values[year])
    written = with_unit(value, view.indicator, view.language)
    return {
        "value": written,
        "change": _change(view, year, values.dropna()) + _weight(view, exceeds_chance),
        "sentence": text(
            view.language,
            _sentence_key(view),
            year=year,
            value=_in_sentence(view, value),
            area=name(view.area, view.language),
        ),
        "rank": _rank(view, rank),
    }


def nothing(view: View, year: int, reason: str) -> dict[str, str]:
    """The facts of an area that has no value that year."""
    key = "sentence_missing" if reason == "missing" else "sentence_reason"
    why = text(view.language, reason)
    where = name(view.area, view.language)
    sentence = text(
        view.language, key, year=year, area=where, reason=within_a_sentence(view.language, why)
    )
    return {"value": NOTHING, "change": "", "sentence": sentence, "rank": ""}


def spread(view: View, year: int, inside: pandas.Series) -> dict[str, str]:
    """The facts of an area that has no value of its own: how its parts lie."""
    language, indicator = view.language, view.indicator
    where = name(view.area, language)
    none = text(language, "range_none", indicator=indicator.label[language], area=where)
    if inside.empty:
        return {"value": NOTHING, "change": "", "sentence": none, "rank": ""}
    plural = view.level.plural[language]
    if indicator.categories:
        counts = _counts(view, inside)
        title = text(language, "range_categories", plural=plural, area=where, year=year)
        return {"value": "", "change": "", "sentence": f"{title} {counts}.", "rank": ""}
    low, median, high = (
        with_unit(float(inside.quantile(q)), indicator, language) for q in (0.25, 0.5, 0.75)
    )
    return {
        "value": median,
        "change": text(language, "range_headline", count=_count(view, inside), plural=plural),
        "sentence": text(
            language,
            "range_of",
            year=year,
            count=_count(view, inside),
            plural=plural,
            area=where,
            low=low,
            high=high,
            median=median,
        ),
        "rank": none,
    }


def _in_sentence(view: View, value: float) -> str:
    for category in view.indicator.categories:
        if category.value == value:
            return f"{category.value} ({within_a_sentence(view.language, category.label[view.language])})"
    return with_unit(value, view.indicator, view.language)


def _sentence_key(view: View) -> str:
    unit = view.indicator.unit.id
    unit = "index" if view.indicator.is_index else unit
    return f"sentence_{unit if unit in {'percent', 'index', 'area_type'} else 'other'}"


def _change(view: View, year: int, values: pandas.Series) -> str:
    """The difference to the first year that has a value; nothing for the first year itself."""
    first = int(values.index[0])
    if first >= year or view.indicator.categories:
        return ""
    language, indicator = view.language, view.indicator
    changed = difference(float(values[year]), float(values[first]), indicator.decimals)
    if changed == 0:
        return text(language, "change_none", first=first)
    unit = indicator.unit
    return text(
        language,
        f"change_{_kind_of_change(unit, language)}",
        change=change(changed, indicator, language),
        unit=unit.label[language],
        first=first,
    )


def _kind_of_change(unit: Unit, language: str) -> str:
    """Shares change by percentage points, indices by bare numbers, the rest in their unit."""
    if unit.id == "percent":
        return "percent"
    return "other" if unit.suffix[language] else "bare"


def _weight(view: View, exceeds_chance: bool | None) -> str:
    """Whether a change means something or may be chance."""
    if exceeds_chance is None:
        return ""
    return ", " + text(view.language, "beyond_chance" if exceeds_chance else "within_chance")


def _rank(view: View, rank: Ranked | None) -> str:
    if rank is None:
        return ""
    key = "rank" if rank.within is None else "rank_within"
    line = text(
        view.language,
        key,
        position=rank.position,
        of=number(rank.of, 0, view.language),
        plural=view.area.level.plural[view.language],
        area=rank.within,
    )
    note = text(view.language, "rank_index_note" if view.indicator.is_index else "rank_note")
    return f"{line}. {note}"


def _count(view: View, inside: pandas.Series) -> str:
    return number(len(inside), 0, view.language)


def _counts(view: View, inside: pandas.Series) -> str:
    return ", ".join(
        f"{text(view.language, 'type')} {category.value}: "
        f"{number(int((inside == category.value).sum()), 0, view.language)}"
        for category in view.indicator.categories
    )
