"""What changed under the figures: areas of another type, and areas with other borders."""

from collections.abc import Iterator

from data.catalogue import indicators
from data.flows import flows, movings, years
from data.united import estimates
from geo.areas import Area
from geo.united import united
from layouts.readings import Figure, Moves


def moves_of(place: Area) -> Moves | None:
    """What moved between the first and the last year, of the first kind that has two."""
    if place.level.editions:
        return None
    for moving in movings().values():
        held = years(moving)
        if len(held) > 1:
            return Moves(moving, flows(moving, held[0], held[-1], place.code), held)
    return None


def together_of(place: Area) -> Iterator[Figure]:
    """Our estimates for the areas that an area exchanged land with, where there are any."""
    union = united(place.code)
    for id_, found in (estimates(union.code) if union else {}).items():
        reason = next((status for status in found["status"] if status != "ok"), "ok")
        yield Figure(indicators()[id_], found["value"], reason)
