"""The colour of each area on a map, by the class that its value is shown in."""

from collections.abc import Sequence

import numpy as np
import pandas


def painted(
    values: pandas.Series, limits: Sequence[float], palette: Sequence[str], decimals: int
) -> dict[str, str | None]:
    """A colour by area code, None where there is no value.

    A class holds its lower limit and not its upper one; values are classed as they are shown.
    """
    shown = np.round(values.to_numpy(dtype=float), decimals)
    classes = np.searchsorted(limits, shown, side="right")
    missing = np.isnan(shown)
    return {
        str(code): None if none else palette[int(at)]
        for code, at, none in zip(values.index, classes, missing, strict=True)
    }
