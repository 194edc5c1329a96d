"""The colour of each area on a map, by the class that its value is shown in."""

import numpy as np
import pandas

from data.catalogue import Indicator
from data.edition import Coverage
from layouts.colours import class_colours


def painted(
    values: pandas.Series, indicator: Indicator, coverage: Coverage
) -> dict[str, str | None]:
    """A colour by area code, None where there is no value.

    A class holds its lower limit and not its upper one; values are classed as they are shown.
    """
    if indicator.categories:
        palette = class_colours(indicator, len(indicator.categories))
        classes = values.to_numpy() - 1
    else:
        palette = class_colours(indicator, len(coverage.limits) + 1)
        shown = np.round(values.to_numpy(dtype=float), indicator.decimals)
        classes = np.searchsorted(coverage.limits, shown, side="right").astype(float)
    missing = values.isna().to_numpy()
    return {
        str(code): None if none else palette[int(at)]
        for code, at, none in zip(values.index, classes, missing, strict=True)
    }
