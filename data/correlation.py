"""How two indicators go together over areas."""

from dataclasses import dataclass

import numpy as np
import pandas

FEWEST = 5


@dataclass(frozen=True)
class Correlation:
    """Pearson's r of the values and Spearman's of their ranks, from -1 to 1, over `areas`."""

    pearson: float
    spearman: float
    areas: int


def correlation(x: pandas.Series, y: pandas.Series) -> Correlation | None:
    """Pearson's (1895) and Spearman's (1904) correlation of two values of the same areas.

    Areas that lack either value are left out, every other counts once whatever its population.
    Equal values share the mean of their ranks. None where fewer than five areas are left, or one
    of the values is the same everywhere.
    """
    known = pandas.DataFrame({"x": x, "y": y}).dropna()
    if len(known) < FEWEST or (known.nunique() < 2).any():
        return None
    ranks = known.rank()
    return Correlation(_pearson(known), _pearson(ranks), len(known))


def _pearson(known: pandas.DataFrame) -> float:
    found = np.corrcoef(known["x"], known["y"])[0, 1]
    return float(np.clip(found, -1, 1))
