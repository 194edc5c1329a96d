"""Differences of values as they are written, so that a reader who subtracts finds the same."""

from typing import TypeVar

import pandas

Value = TypeVar("Value", float, pandas.Series)


def difference(now: Value, before: Value, decimals: int) -> Value:
    """What is left of one value without another, both as they are shown."""
    return round(round(now, decimals) - round(before, decimals), decimals)
