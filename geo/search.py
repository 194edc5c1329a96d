"""Finding areas by name or code, forgiving of case, accents, hyphens and small misspellings."""

import difflib
import unicodedata
from functools import lru_cache

from geo.areas import Area, everywhere
from geo.levels import levels
from geo.meant import meant

LONGEST = 60  # characters that are looked at
ALIKE = 0.75  # of 1; a name less like the text than this is no misspelling of it

EXACT, START, WORD, INSIDE, MISSPELT, NO_MATCH = range(6)


def search(text: str, limit: int = 10) -> list[Area]:
    """The areas that fit best: exact, then by beginning, word, part and likeness.

    Among equally good ones the wider level comes first.
    """
    wanted = folded(text[:LONGEST])
    if not wanted or limit < 1:
        return []
    fits = [(_fit(wanted, name, area), area) for name, area in _names()]
    found = [(fit, area) for fit, area in fits if fit < NO_MATCH] or _misspelt(wanted)
    order = list(levels())
    found.sort(key=lambda hit: (hit[0], order.index(hit[1].level.id), hit[1].name, hit[1].code))
    return [area for _, area in found[:limit]]


def folded(text: str) -> str:
    """Lower case without accents; hyphens and dashes are spaces, and one space is as good as two.

    >>> folded("Söder-Oceanhamnen")
    'soder oceanhamnen'
    """
    caseless = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", caseless)
    plain = "".join(
        " " if unicodedata.category(character) == "Pd" else character
        for character in decomposed
        if not unicodedata.combining(character)
    )
    return " ".join(plain.split())


def _fit(wanted: str, name: str, area: Area) -> int:
    code = area.code.casefold()
    if wanted in (name, code):
        return EXACT
    if name.startswith(wanted) or code.startswith(wanted):
        return START
    if f" {wanted}" in name:
        return WORD
    return INSIDE if wanted in name else NO_MATCH


def _misspelt(wanted: str) -> list[tuple[int, Area]]:
    names: dict[str, list[Area]] = {}
    for name, area in _names():
        names.setdefault(name, []).append(area)
    alike = difflib.get_close_matches(wanted, names, n=20, cutoff=ALIKE)
    return [(MISSPELT + rank, area) for rank, name in enumerate(alike) for area in names[name]]


def _names() -> list[tuple[str, Area]]:
    """The names of the areas that are meant, which follow the edition that is shown."""
    return _names_of(tuple(meant(level) for level in levels().values()))


@lru_cache(maxsize=4)
def _names_of(editions: tuple[str | None, ...]) -> list[tuple[str, Area]]:
    return [(folded(area.name), area) for area in everywhere()]
