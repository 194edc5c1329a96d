"""Looks up all that the profile of a municipality shows."""

from collections.abc import Iterable
from functools import cache

import pandas

from data import evidence, store
from data.catalogue import Indicator, indicators
from data.peers import features, peers
from data.profile import contents
from geo.areas import Area, ancestors, areas, children, neighbours
from geo.levels import Level, levels
from geo.support_programme import support_programme
from layouts.document import Document
from layouts.drawn import years
from layouts.language import text
from layouts.paths import Asked
from layouts.profile import in_short, profile_page
from layouts.readings import Compared, Figure, Profile, Reading, SmallArea

LEAD = 2  # sentences that describe the page to who searches or shares it


def document(asked: Asked) -> Document:
    assert asked.area is not None
    profile = profile_of(asked.area)
    title = text(asked.language, "profile_title", area=asked.area.name)
    lead = " ".join(in_short(profile, asked.language)[:LEAD])
    return Document(title, profile_page(profile, asked.language), lead)


def profile_of(municipality: Area) -> Profile:
    alike, near = _peers(municipality), _areas(neighbours(municipality.code))
    return Profile(
        municipality=municipality,
        county=ancestors(municipality)[-1],
        in_programme=municipality.code in support_programme(),
        figures={
            indicator.id: figure_of(indicator, municipality)
            for indicator in indicators().values()
            if years(indicator, municipality.level)
        },
        small_areas=small_areas_of(municipality),
        contributions_year=_contributions_year(),
        compared=tuple(
            Compared(one, tuple(reading_of(indicator, one) for indicator in contents().compared))
            for one in dict.fromkeys((municipality, *alike, *near))
        ),
        peers=alike,
        neighbours=near,
    )


def figure_of(indicator: Indicator, municipality: Area) -> Figure:
    """One indicator in the municipality, in the areas around it, and among all municipalities."""
    code, level = municipality.code, municipality.level
    values = store.series(indicator, code)
    reason = str(store.status(indicator, level, int(values.index[-1]))[code])
    plain = Figure(indicator, values, reason)
    if pandas.isna(values[plain.year]):
        return plain
    if indicator.is_index:
        return Figure(
            indicator,
            values,
            reason,
            chance=_chance(plain, code),
            exceeds_chance=_exceeds_chance(plain, code),
        )
    return Figure(
        indicator,
        values,
        reason,
        rank=store.rank(indicator, level, plain.year, code),
        around=tuple(_around(plain, municipality)),
        median=store.distribution(indicator, level, plain.year)[50],
    )


def small_areas_of(municipality: Area) -> tuple[SmallArea, ...]:
    """The RegSO of the municipality, the most populous first."""
    shown, level = contents().small_areas, levels()["regso"]
    *_, types = shown
    before = years(types, level)[0]
    shares = {
        one.area: one.share
        for one in evidence.contributions(
            contents().contributions, municipality.code, _contributions_year()
        )
    }
    found = [
        SmallArea(
            one,
            tuple(reading_of(indicator, one) for indicator in shown),
            reading_of(types, one, before),
            shares.get(one.code),
        )
        for one in children(municipality)
    ]
    return tuple(sorted(found, key=lambda one: -(one.readings[0].value or 0)))


def reading_of(indicator: Indicator, place: Area, year: int | None = None) -> Reading:
    """The value of an area in a year, the newest where none is named."""
    year = year or years(indicator, place.level)[-1]
    values, statuses = _readings(indicator, place.level, year)
    value = values[place.code]
    missing = pandas.isna(value)
    return Reading(indicator, year, None if missing else value, statuses[place.code])


@cache
def _readings(
    indicator: Indicator, level: Level, year: int
) -> tuple[dict[str, float], dict[str, str]]:
    """Values and statuses of a year by code, which costs less than asking one by one."""
    values = store.values(indicator, level, year)
    statuses = store.status(indicator, level, year)
    return (
        dict(zip(values.index, values.tolist(), strict=True)),
        dict(zip(statuses.index, statuses.tolist(), strict=True)),
    )


def _peers(municipality: Area) -> tuple[Area, ...]:
    return _areas(peers(_features(), municipality.code))


@cache
def _features() -> pandas.DataFrame:
    return features(contents().peers, levels()["municipality"])


def _areas(codes: Iterable[str]) -> tuple[Area, ...]:
    found = areas(levels()["municipality"])
    return tuple(found[code] for code in codes)


def _around(figure: Figure, municipality: Area) -> Iterable[tuple[Area, float]]:
    """County and Sweden; not a county that is the municipality itself."""
    for wider in reversed(ancestors(municipality)):
        if figure.year in years(figure.indicator, wider.level) and len(children(wider)) > 1:
            yield wider, float(store.series(figure.indicator, wider.code)[figure.year])


def _chance(figure: Figure, code: str) -> tuple[float, float] | None:
    """Between what chance alone puts the index, in the year of its newest value."""
    if figure.indicator.measure.above_chance:
        return None
    found = evidence.chance(figure.indicator, code)
    if found is None or figure.year not in found.index:
        return None
    return float(found["low"][figure.year]), float(found["high"][figure.year])


def _exceeds_chance(figure: Figure, code: str) -> bool | None:
    if figure.first_year is None:
        return None
    change = evidence.change(figure.indicator, code, figure.first_year, figure.year)
    return change.exceeds_chance if change else None


def _contributions_year() -> int:
    """The newest year that has contributions."""
    return max(evidence.load().years[contents().contributions.id])
