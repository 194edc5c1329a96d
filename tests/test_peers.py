import numpy as np
import pandas
import pytest

from data.peers import dimensions, features, peers, weights
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


def test_a_weight_counts_a_column_so_many_times():
    likened = table(x=[0.0, 1, 0, 1], y=[0.0, 0, 1, 3])
    twice = likened.assign(again=likened.x)
    assert peers(likened, "a", weights={"x": 2}) == peers(twice, "a")


def test_what_weighs_nothing_is_left_out_even_where_it_is_missing():
    likened = table(x=[0.0, 5, 1, 3], y=[np.nan, 1, 2, 3])
    assert peers(likened, "a", weights={"y": 0}) == ("c", "d", "b")


def test_where_nothing_counts_there_are_no_peers():
    assert peers(table(x=[0.0, 5, 1, 3]), "a", weights={"x": 0}) == ()


def test_some_can_be_kept_apart():
    assert peers(table(x=[0.0, 5, 1, 3]), "a", apart_from={"c"}) == ("d", "b")


def test_dimensions_are_what_the_profile_likens_municipalities_by():
    named = [one for dimension in dimensions().values() for one in dimension.indicators]
    held = [one for one in contents().peers if "municipality" in one.levels]
    assert {one.id for one in named} == {one.id for one in held}
    assert weights({"income": 3})["household_disposable_income_median"] == 3
    assert weights({}) == {one.id: 1 for one in named}
