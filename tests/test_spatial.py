"""Spatial measures on a board of squares, where they can be worked out by hand."""

import numpy as np
import pytest
import shapely

from data.indices import isolation
from data.spatial import Neighbours, distance_decay_isolation, local_morans_i, morans_i

SIDE = 8
COLUMN, ROW = np.meshgrid(np.arange(SIDE), np.arange(SIDE))
COLUMN, ROW = COLUMN.ravel(), ROW.ravel()
HALVES = (COLUMN < SIDE // 2).astype(float)
CHESS = ((COLUMN + ROW) % 2).astype(float)
SQUARES = shapely.box(COLUMN, ROW, COLUMN + 1, ROW + 1)


@pytest.fixture(scope="module")
def board():
    return Neighbours.touching(SQUARES)


@pytest.fixture(scope="module")
def esda():
    return pytest.importorskip("esda", reason="PySAL's esda is not installed")


@pytest.fixture(scope="module")
def graph():
    contiguity = pytest.importorskip("libpysal.graph", reason="PySAL's libpysal is not installed")
    geopandas = pytest.importorskip("geopandas")
    return contiguity.Graph.build_contiguity(geopandas.GeoSeries(SQUARES), rook=False)


def test_a_square_in_the_middle_has_eight_neighbours(board):
    assert board.numbers.max() == 8


def test_neighbours_are_those_of_libpysal(board, graph):
    assert (board.numbers == graph.cardinalities.to_numpy()).all()


def test_morans_i_agrees_with_esda(board, graph, esda):
    share = np.random.default_rng(2).random(SIDE**2)
    theirs = esda.Moran(share, graph, permutations=0)
    ours = morans_i(share, board, 9)
    assert (ours.value, ours.expected) == pytest.approx((theirs.I, theirs.EI), abs=1e-12)


def test_local_morans_i_agrees_with_esda(board, graph, esda):
    share = np.random.default_rng(2).random(SIDE**2)
    theirs = esda.Moran_Local(share, graph, permutations=0)
    assert local_morans_i(share, board, 9).value == pytest.approx(theirs.Is, abs=1e-12)


def test_morans_i_of_a_row_of_three_is_worked_out_by_hand():
    row = Neighbours.touching(SQUARES[:3])
    assert morans_i([0, 0, 3], row, 9).value == pytest.approx((1 - 0.5 - 2) / 6)


def test_two_halves_are_alike_beyond_chance(board):
    found = morans_i(HALVES, board, 99)
    assert found.value > 0.7 and found.p_value == 0.01


def test_a_share_without_pattern_is_not_alike_beyond_chance(board):
    assert morans_i(np.random.default_rng(3).random(SIDE**2), board, 99).p_value > 0.05


def test_the_same_seed_gives_the_same_p_value(board):
    share = np.random.default_rng(4).random(SIDE**2)
    assert morans_i(share, board, 99, seed=1) == morans_i(share, board, 99, seed=1)


def test_local_morans_i_averages_to_morans_i(board):
    share = np.random.default_rng(5).random(SIDE**2)
    size = len(share)
    local = local_morans_i(share, board, 9).value
    assert local.sum() / (size - 1) == pytest.approx(morans_i(share, board, 9).value)


def test_the_far_ends_of_two_halves_are_clusters(board):
    pattern = np.array(local_morans_i(HALVES, board, 999).pattern).reshape(SIDE, SIDE)
    assert set(pattern[2:-2, 1]) == {"high_high"} and set(pattern[2:-2, -2]) == {"low_low"}


def test_local_p_values_are_repeatable(board):
    first, second = (local_morans_i(CHESS + ROW, board, 99, seed=1) for _ in range(2))
    assert first.p_value.tolist() == second.p_value.tolist()


@pytest.mark.parametrize("moran", [morans_i, local_morans_i])
def test_equal_shares_have_no_pattern(moran, board):
    assert np.isnan(moran(np.ones(SIDE**2), board).value).all()


@pytest.mark.parametrize("moran", [morans_i, local_morans_i])
def test_a_share_that_is_missing_is_refused(moran, board):
    with pytest.raises(ValueError, match="Leave areas without a share out"):
        moran(np.where(CHESS > 0, np.nan, 1), board)


def test_shares_of_other_areas_are_refused(board):
    with pytest.raises(ValueError, match="one share per area"):
        morans_i(np.ones(3), board)


def places(areas, apart):
    return {"x": np.arange(areas) * apart, "y": np.zeros(areas), "surface": np.ones(areas)}


def test_isolation_of_areas_far_apart_is_isolation():
    group, total = np.array([80, 20, 0]), np.array([100, 100, 50])
    found = distance_decay_isolation(group, total, **places(3, apart=1e6))
    assert found == pytest.approx(isolation(group, total))


def test_isolation_of_areas_in_one_place_is_the_share_of_the_group():
    group, total = np.array([80, 20, 0]), np.array([100, 100, 50])
    found = distance_decay_isolation(group, total, **places(3, apart=0))
    assert found == pytest.approx(0.4, abs=1e-3)


def test_those_one_scale_away_are_met_a_factor_e_less():
    place = {**places(2, apart=1000), "surface": np.zeros(2)}
    found = distance_decay_isolation([100, 0], [100, 100], **place)
    assert found == pytest.approx(1 / (1 + np.exp(-1)))


def test_isolation_of_nobody_is_nan():
    assert np.isnan(distance_decay_isolation([0, 0], [5, 5], **places(2, 1)))


@pytest.mark.parametrize(
    ("group", "total"), [([1, 2, 3], [4, 4]), ([-1, 2], [4, 4]), ([5, 2], [4, 4])]
)
def test_counts_that_cannot_be_are_refused(group, total):
    with pytest.raises(ValueError):
        distance_decay_isolation(group, total, **places(2, 1))
