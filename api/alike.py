"""The areas most like one another, and by what they are likened: as on the page."""

from functools import lru_cache
from typing import Any

import pandas

from data.edition import FORMER_KEPT, Edition
from data.peers import features, peers
from data.profile import contents
from geo.areas import Area
from geo.levels import SWEDEN, Level, levels

METHOD = {
    "sv": "De områden på samma nivå som är mest lika i de senaste värdena av indikatorerna: "
    "kortast euklidiskt avstånd mellan standardiserade värden (z-värden), där alla väger lika och "
    "antal och belopp räknas som logaritmer.",
    "en": "The areas of the same level that are most alike in the newest values of the indicators: "
    "the shortest Euclidean distance between standardised values (z-scores), all weighing the same, "
    "numbers and amounts by their logarithm.",
}


def alike(area: Area, edition: Edition) -> dict[str, Any]:
    """The codes of an area's peers, the most like first; none where it lacks one of the values."""
    if area.code == SWEDEN:
        return {"areas": [], "indicators": [], "method": METHOD}
    table = features_of(area.level, edition)
    return {
        "areas": list(peers(table, area.code)),
        "indicators": [str(column) for column in table.columns],
        "method": METHOD,
    }


@lru_cache(maxsize=len(levels()) * (FORMER_KEPT + 1))
def features_of(level: Level, edition: Edition) -> pandas.DataFrame:
    return features(contents().peers, level, edition)
