"""The pages and their paths, in the words of each language."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from geo.areas import Area, ancestors, area
from geo.search import folded
from layouts.language import DEFAULT, languages

MAP = "map"
METHOD = "method"
SWEDEN = "sweden"
COUNTY = "county"
PROFILE = "profile"
AREA = "area"
COMPARE = "compare"
RANKING = "ranking"
REPORT = "report"
SHARE = "share"
DATA = "data"
ABOUT = "about"
ACCESSIBILITY = "accessibility"
SCATTER = "scatter"
SEARCH = "search"
PATHS = {
    MAP: {"sv": "", "en": ""},
    METHOD: {"sv": "metod", "en": "method"},
    SWEDEN: {"sv": "sverige", "en": "sweden"},
    COUNTY: {"sv": "lan", "en": "county"},
    PROFILE: {"sv": "kommun", "en": "municipality"},
    AREA: {"sv": "omrade", "en": "area"},
    COMPARE: {"sv": "jamfor", "en": "compare"},
    RANKING: {"sv": "rangordna", "en": "ranking"},
    REPORT: {"sv": "kartlaggning", "en": "mapping"},
    SHARE: {"sv": "dela", "en": "share"},
    DATA: {"sv": "data", "en": "data"},
    ABOUT: {"sv": "om", "en": "about"},
    ACCESSIBILITY: {"sv": "tillganglighet", "en": "accessibility"},
    SCATTER: {"sv": "samband", "en": "relationships"},
    SEARCH: {"sv": "sok", "en": "search"},
}
MOST_NAMES = 10_000
# The pages that every page leads to, in their order.
MENU = (MAP, COMPARE, RANKING, SCATTER, DATA, METHOD, ABOUT)
PROFILES = {"sweden": SWEDEN, "county": COUNTY, "municipality": PROFILE, "regso": AREA}
LEVEL_OF = {COUNTY: "county", PROFILE: "municipality", AREA: "regso", REPORT: "municipality"}


@dataclass(frozen=True)
class Asked:
    """A page that there is, in a language; some pages are of an area."""

    page: str
    language: str
    area: Area | None = None

    @property
    def path(self) -> str:
        """The one path of this page, whatever name the reader wrote after an area's code."""
        return path(self.page, self.language, self.area)


def path(page: str, language: str, of: Area | None = None) -> str:
    words = f"/{language}/{PATHS[page][language]}"
    return f"{words}/{of.code}-{hyphenated(of.name)}" if of else words


def profile(language: str, of: Area) -> str:
    """The profile of an area, or of the nearest around it where its level has none."""
    of = next(line for line in (of, *reversed(ancestors(of))) if line.level.id in PROFILES)
    page = PROFILES[of.level.id]
    return path(page, language, of if page in LEVEL_OF else None)


def pdf(language: str, of: Area) -> str:
    """The report of a municipality as a file for paper."""
    return f"/{language}/{PATHS[REPORT][language]}/{of.code}.pdf"


def on_map(language: str, **asked: str) -> str:
    """The map of what is asked for; what is not asked is chosen by the map."""
    return f"{path(MAP, language)}?{urlencode(asked)}"


def resolve(asked: str | None) -> Asked | None:
    """What a path asks for; None where there is no such page."""
    language, _, rest = (asked or "").strip("/").partition("/")
    if not language:
        return Asked(MAP, DEFAULT)
    if language not in languages():
        return None
    first, _, name = rest.partition("/")
    pages = {words[language]: page for page, words in PATHS.items() if language in words}
    page = pages.get(first)
    if page is None or page not in LEVEL_OF:
        return Asked(page, language) if page and not name else None
    found = area(name.partition("-")[0]) if "/" not in name else None
    known = found and found.level.id == LEVEL_OF[page]
    return Asked(page, language, found) if known else None


def language_of(asked: str | None) -> str:
    """The language that a path begins with, of a page that there is or is not."""
    first = (asked or "").strip("/").partition("/")[0]
    return first if first in languages() else DEFAULT


@lru_cache(maxsize=MOST_NAMES)
def hyphenated(name: str) -> str:
    """A name as it stands in an address: small letters without accents, joined by hyphens.

    Kept, as a page may lead to every area.
    """
    plain = folded(name).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())
