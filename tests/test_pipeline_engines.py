import sys

import numpy as np
import pytest

from data.groups import groupings
from data.pipeline.chance import Job, simulated, simulated_indices
from data.pipeline.engines import DEFAULT, ENGINES
from data.pipeline.errors import PipelineError
from tests.said import exactly

YEARS = (2020, 2021)


@pytest.fixture(scope="module")
def jobs():
    """Three larger areas of every grouping, smaller than real ones."""
    random = np.random.default_rng(1)
    return [
        Job(
            grouping=grouping.id,
            area=area,
            indices=simulated_indices(grouping.id),
            decomposed=grouping.decomposed,
            counts={year: random.integers(50, 900, (12, len(grouping.groups))) for year in YEARS},
            runs=(YEARS,),
            replicates=20,
        )
        for grouping in groupings().values()
        if simulated_indices(grouping.id)
        for area in ("0114", "0115", "01")
    ]


@pytest.fixture(scope="module")
def here(jobs):
    return [simulated(job) for job in jobs]


@pytest.mark.parametrize("engine", list(ENGINES))
def test_every_engine_gives_the_same_bytes_in_the_same_order(engine, jobs, here):
    if engine != DEFAULT:
        pytest.importorskip(engine, reason=f"{engine} is not installed")
    found = list(ENGINES[engine](simulated, jobs))
    assert len(found) == len(jobs) > 3
    # Every number to its last digit.
    assert list(map(repr, found)) == list(map(repr, here))


def test_an_engine_that_is_not_installed_says_how_to_get_it(monkeypatch, jobs):
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(
        PipelineError, match=exactly("The engine 'dask' is not installed. Run 'pip install dask'.")
    ):
        list(ENGINES["dask"](simulated, jobs))
