import math

import pandas
import pytest

from callbacks.told import told
from data import store
from data.catalogue import indicators
from data.edition import current_edition
from data.written import difference
from geo.areas import areas
from geo.levels import levels
from layouts.numbers import signed
from layouts.view import read

MUNICIPALITIES = levels()["municipality"]


@pytest.mark.parametrize(
    ("now", "before", "decimals", "found"),
    [
        (38.3402, 38.1872, 1, 0.1),  # 38,3 and 38,2 are shown, though 0.153 lies between them
        (38.25, 38.24, 1, 0.0),
        (0.3124, 0.3, 3, 0.012),
        (1_200_000.0, 1_199_999.0, 0, 1.0),
    ],
)
def test_a_difference_is_that_of_the_numbers_that_are_shown(now, before, decimals, found):
    assert difference(now, before, decimals) == pytest.approx(found, abs=1e-12)


def test_a_difference_to_nothing_is_nothing():
    assert math.isnan(difference(float("nan"), 1.0, 1))
    found = difference(pandas.Series([2.04, 1.0]), pandas.Series([1.0, float("nan")]), 1)
    assert found.iloc[0] == 1.0
    assert math.isnan(found.iloc[1])


@pytest.mark.parametrize("indicator", list(indicators().values()), ids=lambda one: one.id)
def test_the_panel_tells_the_change_that_the_map_shows(indicator):
    """The map subtracts the published integers; all municipalities, the whole span."""
    coverage = current_edition().coverage(indicator, MUNICIPALITIES)
    if coverage is None or indicator.categories or len(coverage.years) < 2:
        pytest.skip("There is no change of it on the map of municipalities.")
    first, last = coverage.years[0], coverage.years[-1]
    for code in list(areas(MUNICIPALITIES))[::7]:
        own = store.series(indicator, code)
        if own[[first, last]].isna().any():
            continue
        ten = 10**indicator.decimals
        whole = [round(float(own[year]) * ten) for year in (first, last)]
        shown = (whole[1] - whole[0]) / ten
        view, _ = read(f"/sv/?indicator={indicator.id}&area={code}&level=municipality")
        said = told(view, last)["change"]
        assert said.startswith(signed(shown, indicator.decimals, "sv")) or shown == 0, (code, said)
