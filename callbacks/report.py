"""Looks up all that the report of a municipality tells beside its profile."""

from collections.abc import Iterable

import numpy as np

from callbacks.developed import course_of
from callbacks.profile import profile_of
from callbacks.profile.figures import reading_of
from data import evidence, store
from data.borders import longest_span
from data.catalogue import Indicator, groupings
from data.edition import current_edition
from data.report import outline
from geo.areas import Area
from geo.levels import levels
from layouts import paths
from layouts.document import Document
from layouts.drawn import years
from layouts.language import text
from layouts.paths import REPORT, Asked
from layouts.profile.question import INDEX_OF_PARTS
from layouts.readings import SmallArea
from layouts.report import Attention, Differing, Report, report_page
from layouts.report.told import Change
from layouts.sharing_bar import SCRIPT


def document(asked: Asked) -> Document:
    assert asked.area is not None
    title = text(asked.language, "report_title", area=asked.area.name)
    about = text(asked.language, "report_about", area=asked.area.name)
    return Document(
        title,
        report_page(report_of(asked.area, asked.language), asked.language),
        about,
        scripts=(SCRIPT,),
    )


def filename(language: str, place: Area) -> str:
    """What the report is called as a file."""
    word = paths.PATHS[REPORT][language]
    return f"{word}-{place.code}-{paths.hyphenated(place.name)}-{current_edition().id}.pdf"


def report_of(place: Area, language: str) -> Report:
    profile = profile_of(place)
    return Report(
        profile=profile,
        courses=tuple(course_of(indicator, place, language) for indicator in outline().courses),
        attention=attention_of(place, profile.small_areas),
        changes=tuple(_changes(place)),
    )


def attention_of(place: Area, small_areas: tuple[SmallArea, ...]) -> Attention:
    """The RegSO that the rules of `report.toml` name."""
    rules = outline().rules
    return Attention(
        of_types=tuple(one for one in small_areas if one.readings[-1].value in rules.types),
        differing=tuple(_differing(each, place, small_areas) for each in rules.differing),
    )


def _differing(indicator: Indicator, place: Area, small_areas: tuple[SmallArea, ...]) -> Differing:
    level, rules = levels()["regso"], outline().rules
    year = years(indicator, level)[-1]
    everywhere = store.values(indicator, level, year)
    least = rules.deviations * float(np.nanstd(everywhere))
    inside = [(one, reading_of(indicator, one.area, year)) for one in small_areas]
    known = [(one, reading) for one, reading in inside if reading.value is not None]
    own = reading_of(indicator, place, year).value if years(indicator, place.level) else None
    median = float(np.median([reading.value or 0 for _, reading in known]))
    base = median if own is None else own
    far = [pair for pair in known if abs((pair[1].value or 0) - base) >= least]
    far.sort(key=lambda pair: -abs((pair[1].value or 0) - base))
    return Differing(indicator, base, own is None, least, tuple(far[: rules.most]))


def _changes(place: Area) -> Iterable[Change]:
    """Why each divided index changed over all its years, where the municipality has one."""
    for grouping in groupings().values():
        if INDEX_OF_PARTS not in grouping.decomposed:
            continue
        held = sorted(evidence.load().years[grouping.id])
        first, last = longest_span(levels()[grouping.over], place.code, held)
        parts = (
            evidence.parts(grouping, INDEX_OF_PARTS, place.code, first, last)
            if first < last
            else None
        )
        if parts is not None:
            yield Change(grouping, first, last, parts)
