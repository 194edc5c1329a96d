"""Municipalities like one of the compared areas, and the support programme beside those outside it."""

import pandas

from data import store
from data.edition import per_edition
from data.peers import dimensions, features, peers, weights
from geo.areas import Area, areas
from geo.levels import levels
from geo.support_programme import support_programme
from layouts.compare.question import Comparison
from layouts.compare.readings import Programme
from layouts.drawn import years

PROGRAMME_PEERS = 5


def peers_of(asked: Comparison, number: int) -> tuple[Area, ...]:
    if asked.likened is None:
        return ()
    return _likened(asked.likened.code, number, frozenset(), asked.weights)


def _likened(
    code: str, number: int, apart_from: frozenset[str], by: tuple[tuple[str, int], ...]
) -> tuple[Area, ...]:
    found = peers(_features(), code, number, weights=weights(dict(by)), apart_from=apart_from)
    municipalities = areas(levels()["municipality"])
    return tuple(municipalities[one] for one in found)


@per_edition
def _features() -> pandas.DataFrame:
    every = [one for dimension in dimensions().values() for one in dimension.indicators]
    return features(every, levels()["municipality"])


def programme_of(asked: Comparison) -> Programme | None:
    """The first of the areas that is in the support programme, beside peers that are not."""
    among = (asked.likened, *asked.areas)
    own = next((area for area in among if area and area.code in support_programme()), None)
    if own is None:
        return None
    near = _likened(own.code, PROGRAMME_PEERS, support_programme(), asked.weights)
    if not years(asked.indicator, own.level) or asked.indicator.categories:
        nothing = pandas.Series(dtype=float)
        return Programme(own, near, nothing, nothing, nothing)
    beside = pandas.DataFrame(
        {peer.code: store.series(asked.indicator, peer.code) for peer in near}
    )
    return Programme(
        municipality=own,
        peers=near,
        own=store.series(asked.indicator, own.code),
        mean=beside.mean(axis=1),
        median=beside.median(axis=1),
    )
