"""Nothing that is read of an edition can be changed by who gets it: whoever tries is told."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from data import evidence, store
from data.catalogue import indicators
from data.edition import current_edition
from geo.areas import areas
from geo.levels import levels


def arrays(held):
    """Every array inside what is kept for all; an index of pandas never lets itself be changed."""
    if isinstance(held, np.ndarray):
        yield held
    elif isinstance(held, Mapping):
        for one in held.values():
            yield from arrays(one)
    elif isinstance(held, tuple):
        for one in held:
            yield from arrays(one)
    elif is_dataclass(held):
        for field in fields(held):
            yield from arrays(getattr(held, field.name))


@pytest.mark.parametrize("load", [store.load, evidence.load], ids=["values", "what stands beside"])
def test_every_array_that_is_kept_is_read_only(load):
    found = list(arrays(load()))
    assert len(found) > 200
    assert [one for one in found if one.flags.writeable] == []


def test_what_is_worked_out_of_it_once_is_read_only_too():
    assert not any(block.status_places.flags.writeable for block in store.load().values())


def handed_out(indicator, level):
    """What is given of an indicator at a level: a year of all areas, and all years of one."""
    year, code = current_edition().coverage(indicator, level).years[-1], next(iter(areas(level)))
    yield store.values(indicator, level, year)
    yield store.status(indicator, level, year)
    yield store.series(indicator, code)
    if indicator.is_index:
        beside = (evidence.chance(indicator, code), evidence.range_above_chance(indicator, code))
        yield from (one for one in beside if one is not None)


@pytest.mark.parametrize("indicator", indicators().values(), ids=indicators())
def test_what_is_handed_out_cannot_be_changed(indicator):
    given = [
        one
        for level in levels().values()
        if current_edition().coverage(indicator, level)
        for one in handed_out(indicator, level)
    ]
    assert given
    for one in given:
        with pytest.raises(ValueError, match="read-only"):
            one.to_numpy()[...] = 0
