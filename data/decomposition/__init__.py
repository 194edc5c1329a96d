"""Why an index of segregation changed, where it lies, and which areas make it."""

from data.decomposition.change import ChangeParts, change_parts, parts_by_index
from data.decomposition.places import Contributions, Split, between_within, contributions

__all__ = [
    "ChangeParts",
    "Contributions",
    "Split",
    "between_within",
    "change_parts",
    "contributions",
    "parts_by_index",
]
