"""What chance alone gives: the level of an index at random, and whether a change exceeds chance.

The figures count everybody, so there is no sampling error. Chance here means that another turn of
the same processes would have put other people in the areas.
"""

from data.inference.chance import (
    ChanceLevel,
    chance_level,
    chance_level_of_groups,
    chance_levels,
    over_levels,
)
from data.inference.change import (
    Change,
    change_interval,
    change_intervals,
    changes_of_years,
)
from data.inference.simulation import own_seed

__all__ = [
    "ChanceLevel",
    "Change",
    "chance_level",
    "chance_level_of_groups",
    "chance_levels",
    "change_interval",
    "change_intervals",
    "changes_of_years",
    "over_levels",
    "own_seed",
]
