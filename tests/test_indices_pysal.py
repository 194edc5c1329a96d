"""Agreement with PySAL's `segregation` on the real RegSO figures of all municipalities.

PySAL compares a group with all people less the group, so that each pair is given as group and
total. Where a group or an area has nobody it answers NaN or refuses; such groups and areas are
left out on its side only.
"""

import warnings
from importlib import import_module

import numpy as np
import pandas
import pytest

from bench.counts import counts
from data.indices import INDICES, Segments

# PySAL's own code takes twice as long where it is watched.
pytestmark = pytest.mark.no_cover
YEAR = 2023
OF_TWO_GROUPS = {
    "dissimilarity": "Dissim",
    "gini": "Gini",
    "atkinson": "Atkinson",
    "isolation": "Isolation",
    "exposure": "Interaction",
    "correlation_ratio": "CorrelationR",
    "theil_h": "Entropy",
}
OF_SEVERAL_GROUPS = {
    "theil_h": "MultiInfoTheory",
    "mutual_information": "MultiDivergence",
    "multigroup_dissimilarity": "MultiDissim",
    "normalized_exposure": "MultiNormExposure",
}


@pytest.fixture(scope="module")
def figures():
    return counts(YEAR)


@pytest.fixture(scope="module")
def segments(figures):
    return Segments.of(figures.municipality)


def theirs_of(kind, name):
    """An index of PySAL, run as it is written: to compile Gini takes far longer than to work it out."""
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patched:
        warnings.simplefilter("ignore")
        patched.setattr("numba.config.DISABLE_JIT", True)
        return getattr(import_module(f"segregation.{kind}"), name)


def statistics(index, tables, *columns):
    """PySAL's statistic of each table; its warnings of empty areas and groups are known."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return [index(table, *columns).statistic for table in tables]


def pairs(counts, segments):
    table = pandas.DataFrame(counts, columns=["group", "other"])
    table["total"] = table["group"] + table["other"]
    return [table.iloc[segments.members(number)] for number in range(len(segments.labels))]


def inhabited(counts):
    return counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]


@pytest.mark.parametrize("grouping", ["background", "rented_or_owned"])
@pytest.mark.parametrize("name", OF_TWO_GROUPS)
def test_an_index_of_two_groups_agrees_with_pysal(name, grouping, figures, segments):
    people = getattr(figures, grouping)
    theirs = statistics(
        theirs_of("singlegroup", OF_TWO_GROUPS[name]), pairs(people, segments), "group", "total"
    )
    ours = INDICES[name].from_counts(segments, people)
    assert np.abs(ours - theirs).max() < 1e-10


@pytest.mark.parametrize("name", OF_SEVERAL_GROUPS)
def test_an_index_of_several_groups_agrees_with_pysal(name, figures, segments):
    ours = INDICES[name].from_counts(segments, figures.tenure)
    index = theirs_of("multigroup", OF_SEVERAL_GROUPS[name])
    for number, found in enumerate(ours):
        table = pandas.DataFrame(inhabited(figures.tenure[segments.members(number)]))
        theirs = statistics(index, [table], list(table.columns))
        assert abs(found - theirs[0]) < 1e-10, segments.labels[number]


def test_the_location_quotient_agrees_with_pysal(figures, segments):
    ours = INDICES["location_quotient"].from_counts(segments, figures.background)
    quotient = theirs_of("local", "MultiLocationQuotient")
    for number, table in enumerate(pairs(figures.background, segments)):
        quotients = quotient(table, ["group", "other"]).statistics[:, 0]
        assert np.abs(ours[segments.members(number)] - quotients).max() < 1e-10


def test_an_index_of_all_of_sweden_agrees_with_pysal(figures):
    group, other = figures.background.T
    table = pandas.DataFrame({"group": group, "total": group + other})
    for name, called in OF_TWO_GROUPS.items():
        index = theirs_of("singlegroup", called)
        ours = INDICES[name].from_counts(Segments.one(len(group)), figures.background)
        assert abs(ours[0] - statistics(index, [table], "group", "total")[0]) < 1e-10, name
