"""The parts of the benchmark still fit together; what they measure is no test."""

import ast
import os
from pathlib import Path

import numpy as np
import pytest

from bench import contenders, formats, goals, machine, questions, whole
from bench.builds import INDICATORS, SMALL_AREAS
from data.catalogue import declared_indicators, indicators
from data.edition import current_edition
from data.groups import groupings
from data.pipeline.checks import expected, ranges
from data.pipeline.compute import computed
from data.pipeline.groupings import usable
from geo.levels import levels
from tests.browser.site import ROOT

RIVALS = sorted(contenders.RIVALS.glob("*.py"))


@pytest.mark.parametrize("path", RIVALS, ids=lambda path: path.name)
def test_the_other_builds_can_be_read(path):
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_the_other_builds_have_packages_of_their_own():
    pinned = contenders.RIVALS.joinpath("requirements.txt").read_text()
    assert "streamlit==" in pinned
    assert "streamlit" not in Path(ROOT, "requirements.txt").read_text()


def test_what_is_changed_in_every_build_is_published():
    edition = current_edition()
    for chosen, level in ((INDICATORS, "municipality"), (SMALL_AREAS, "regso")):
        assert all(edition.coverage(indicators()[one], levels()[level]) for one in chosen)


def test_the_questions_asked_of_ours_are_answered(tmp_path):
    from app import create_app
    from settings import Settings

    client = create_app(Settings(cache_folder=str(tmp_path))).server.test_client()
    asked = questions.of_ours(INDICATORS)
    assert len(asked) == len(INDICATORS)
    for one in asked:
        with client.get(one.path) as answer:
            assert answer.status_code == 200
            assert answer.mimetype == "application/octet-stream"


def test_time_and_memory_of_a_process_are_read():
    assert machine.processor_seconds(os.getpid()) > 0.1
    assert 10 < machine.own_memory(os.getpid()) < 10_000


def test_a_goal_passes_at_its_limit_and_not_beyond():
    assert goals.Goal("bytes", 10, 10).passes
    assert not goals.Goal("bytes", 11, 10).passes
    assert goals.Goal("times", 190, 190, least=True).passes
    assert not goals.Goal("times", 189, 190, least=True).passes
    assert goals.Goal("times", 189, 190, least=True).line()[-1] == "**falls short**"


def test_columns_hold_what_the_values_file_holds():
    packed = np.frombuffer(formats.deltas([[1, 5, None], [300, 4, 7]]), np.uint8)
    years = packed[:12].reshape(2, -1).T.copy().view("<i2").reshape(2, 3).cumsum(axis=0)
    assert years.tolist() == [[1, 5, 0], [300, 4, 7]]
    assert np.unpackbits(packed[12:]).tolist() == [0, 0, 1, 0, 0, 0, 0, 0]


def test_the_made_up_figures_of_the_whole_feed_every_grouping_and_can_be_true():
    given = whole.inputs()
    assert {one.id for one in usable(given)} == set(groupings())
    found = list(computed(given))
    counted = {id_ for id_, one in declared_indicators().items() if one.grouping}
    assert {one.indicator.id for one in found} >= {
        id_ for id_ in counted if not declared_indicators()[id_].measure.above_chance
    }
    assert list(ranges(found, expected()["range"])) == []
