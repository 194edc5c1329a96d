"""What stands beside the published values: chance levels, changes and their parts, contributions.

Read once per process and never written. A function answers None where an area has too few people
or small areas, and raises StoreError where something is asked that the edition does not hold.
"""

from data.evidence.lookups import (
    between_within,
    chance,
    change,
    contributions,
    parts,
    range_above_chance,
)
from data.evidence.reading import Contribution, load

__all__ = [
    "Contribution",
    "between_within",
    "chance",
    "change",
    "contributions",
    "load",
    "parts",
    "range_above_chance",
]
