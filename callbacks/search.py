"""Looks up the areas that a name or code fits, for those whose browser runs no script."""

from data.edition import current_edition, newest_edition
from geo.areas import Area, area
from geo.levels import SWEDEN
from geo.search import LONGEST, folded, search
from layouts import search_page
from layouts.paths import Asked, profile
from layouts.question import Checked, Given, query
from layouts.sharing_paths import EDITION

MOST = 20


def checked(asked: Asked, given: Given) -> Checked:
    """The page of what fits; where one area is called just that, the way to it."""
    wanted = given.get("q", "")[:LONGEST]
    hits = found(wanted)
    exact = [hit for hit in hits if is_exactly(hit, wanted)]
    return Checked(
        query(q=wanted),
        (),
        lambda: search_page.document(asked.language, wanted, hits),
        kept=False,
        leads=address(exact[0], asked.language) if len(exact) == 1 else "",
    )


def found(wanted: str) -> list[Area]:
    """The areas that fit best."""
    sweden = area(SWEDEN)
    return [sweden] if sweden and is_exactly(sweden, wanted) else search(wanted, MOST)


def is_exactly(hit: Area, wanted: str) -> bool:
    """Whether the name or the code of an area is searched for. Sweden has a name in each language."""
    names = hit.level.label.values() if hit.code == SWEDEN else [hit.name]
    return folded(wanted) in {folded(each) for each in (*names, hit.code)}


def address(of: Area, language: str) -> str:
    """The profile, in the edition that is shown."""
    edition = current_edition()
    pinned = "" if edition is newest_edition() else f"?{query(**{EDITION: edition.id})}"
    return profile(language, of) + pinned
