"""Our estimates for areas that exchanged land, counted together over all editions of the areas."""

from collections.abc import Mapping
from functools import lru_cache

import pandas
import pyarrow.parquet

from data.edition import FORMER_KEPT, UNITED, Edition, current_edition

Estimates = Mapping[str, pandas.DataFrame]


def estimates(code: str, edition: Edition | None = None) -> Estimates:
    """`value` and `status` by year of each indicator, by its id, of the union with a code.

    Empty where the edition has figures of one edition of the areas only: then nothing breaks.
    """
    return _read(edition or current_edition()).get(code, {})


@lru_cache(maxsize=FORMER_KEPT)
def _read(edition: Edition) -> Mapping[str, Estimates]:
    if UNITED not in edition.files:
        return {}
    rows = pyarrow.parquet.read_table(edition.folder / UNITED).to_pandas()
    found: dict[str, dict[str, pandas.DataFrame]] = {}
    for (code, indicator), lines in rows.groupby(["united", "indicator"], sort=False):
        found.setdefault(code, {})[indicator] = lines.set_index("year")[["value", "status"]]
    return found
