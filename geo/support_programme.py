"""The 32 municipalities of the support programme for areas with socio-economic challenges.

Förordning (2018:151), as listed in Tillväxtverket's call of 2018-06-26.
"""

from functools import cache
from pathlib import Path

SUPPORT_PROGRAMME_FILE = Path(__file__).with_name("support_programme.csv")


@cache
def support_programme() -> frozenset[str]:
    """The codes of the municipalities in the programme."""
    return frozenset(SUPPORT_PROGRAMME_FILE.read_text(encoding="utf-8").split()[1:])
