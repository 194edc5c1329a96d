import numpy as np
import pandas
import pytest

from data.peers import features, peers
from data.profile import contents
from geo.levels import levels


def table(**columns):
    return pandas.DataFrame(columns, index=list("abcd"))


def test_the_nearest_comes_first():
    assert peers(table(x=[0.0, 5, 1, 3]), "a") == ("c", "d", "b")


def test_no_more_than_asked_for():
    assert peers(table(x=[0.0, 5, 1, 3]), "a", 1) == ("c",)


def test_every_feature_weighs_the_same_whatever_its_unit():
    likened = table(x=[0.0, 1, 0, 1], y=[0.0, 10, 20, 30])
    scaled = likened.assign(y=likened.y * 1000)
    assert peers(likened, "a") == peers(scaled, "a")


def test_distance_is_euclidean_over_z_scores():
    likened = table(x=[0.0, 2, 1, 1], y=[0.0, 0, 3, -3])
    scores = (likened - likened.mean()) / likened.std(ddof=0)
    distances = np.linalg.norm(scores.loc[["b", "c", "d"]] - scores.loc["a"], axis=1)
    nearest = ["b", "c", "d"][int(distances.argmin())]
    assert peers(likened, "a", 1) == (nearest,)


def test_equally_far_come_in_the_order_of_codes():
    assert peers(table(x=[0.0, 1, -1, 1]), "a") == ("b", "c", "d")


def test_a_feature_that_is_the_same_everywhere_tells_nothing():
    assert peers(table(x=[0.0, 5, 1, 3], y=[7.0] * 4), "a") == ("c", "d", "b")


def test_an_area_that_lacks_a_feature_is_no_peer():
    assert peers(table(x=[0.0, 5, np.nan, 3]), "a") == ("d", "b")


def test_an_area_that_lacks_a_feature_has_no_peers():
    assert peers(table(x=[np.nan, 5, 1, 3]), "a") == ()


def test_amounts_count_by_their_logarithm():
    made = features(contents().peers, levels()["municipality"])
    assert made.shape == (290, 8)
    assert np.exp(made["population"]["0180"]) == pytest.approx(995_574, rel=0.05)


def test_the_three_large_cities_are_not_alone():
    made = features(contents().peers, levels()["municipality"])
    assert "1280" in peers(made, "1480")
