"""The areas beside an area: its parts, those like it, and those that border on it."""

from collections.abc import Iterable, Mapping

import pandas

from callbacks.profile.figures import reading_of
from data import evidence
from data.edition import per_edition
from data.peers import features, peers
from data.profile import contents
from geo.areas import Area, ancestors, areas, children, neighbours
from geo.levels import Level, levels
from layouts.drawn import years
from layouts.readings import Compared, Part, SmallArea

SMALL = "regso"


def parts_of(place: Area) -> dict[str, tuple[Area, ...]]:
    """The counties and municipalities inside an area, by level."""
    inside: tuple[Area, ...] = (place,)
    found: dict[str, tuple[Area, ...]] = {}
    while inside := tuple(child for one in inside for child in children(one)):
        if inside[0].level.editions:
            break
        found[inside[0].level.id] = inside
    return found


def peers_of(place: Area) -> tuple[Area, ...]:
    if "peers" not in contents().sections[place.level.id]:
        return ()
    return _known(peers(_features(place.level), place.code), place.level)


def neighbours_of(place: Area) -> tuple[Area, ...]:
    """Those of the register that holds the figures; a neighbour that is newer is left out."""
    return _known(neighbours(place.code), place.level)


def compared(places: Iterable[Area]) -> Mapping[str, Compared]:
    """What stands side by side for areas, by code."""
    return {
        one.code: Compared(
            one,
            tuple(
                reading_of(indicator, one)
                for indicator in contents().compared
                if years(indicator, one.level)
            ),
        )
        for one in places
    }


def small_areas_of(place: Area) -> tuple[SmallArea, ...]:
    """The RegSO of a municipality, the most populous first; of a RegSO those of its municipality."""
    line = (*ancestors(place), place)
    municipality = next((one for one in line if one.level.id == "municipality"), None)
    return _small_areas(municipality) if municipality else ()


@per_edition
def _small_areas(municipality: Area) -> tuple[SmallArea, ...]:
    shown = contents().small_areas
    *_, types = shown
    before = years(types, levels()[SMALL])[0]
    parts = _parts(municipality)
    found = [
        SmallArea(
            one,
            tuple(reading_of(indicator, one) for indicator in shown),
            reading_of(types, one, before),
            parts.get(one.code),
        )
        for one in children(municipality)
    ]
    return tuple(sorted(found, key=lambda one: -(one.readings[0].value or 0)))


def contributions_year() -> int:
    """The newest year that has contributions."""
    return max(evidence.load().years[contents().contributions.id])


def _parts(municipality: Area) -> dict[str, Part]:
    found = evidence.contributions(
        contents().contributions, municipality.code, contributions_year()
    )
    return {one.area: Part(one.share, one.rank, len(found), one.over_represented) for one in found}


def _known(codes: Iterable[str], level: Level) -> tuple[Area, ...]:
    register = areas(level)
    return tuple(register[code] for code in codes if code in register)


@per_edition
def _features(level: Level) -> pandas.DataFrame:
    return features(contents().peers, level)
