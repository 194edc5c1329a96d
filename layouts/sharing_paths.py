"""The addresses of what can be taken along: its pictures, its table, its page for other sites."""

from typing import Protocol
from urllib.parse import urlencode

from geo.areas import Area

PICTURE, TABLE, EMBED = "picture", "table", "embed"
FOLDERS = {
    PICTURE: {"sv": "bild", "en": "picture"},
    TABLE: {"sv": "tabell", "en": "table"},
    EMBED: {"sv": "inbaddad", "en": "embed"},
}
MAP, SERIES = "map", "series"
COMPARISON, MAPS, RANKING, RELATION = "comparison", "maps", "ranking", "relation"
PROGRAMME = "programme"
TYPES, SPLIT, COURSE = "types", "split", "course"
SUBJECTS = {
    MAP: {"sv": "karta", "en": "map"},
    SERIES: {"sv": "utveckling", "en": "development"},
    COMPARISON: {"sv": "jamforelse", "en": "comparison"},
    MAPS: {"sv": "kartor", "en": "maps"},
    RANKING: {"sv": "rangordning", "en": "ranking"},
    PROGRAMME: {"sv": "stodprogram", "en": "programme"},
    RELATION: {"sv": "samband", "en": "relationship"},
    TYPES: {"sv": "omradestyper", "en": "area-types"},
    SPLIT: {"sv": "uppdelning", "en": "division"},
    COURSE: {"sv": "forlopp", "en": "course"},
}
FORMS = {PICTURE: ("svg", "png"), TABLE: ("csv", "xlsx")}
EDITION = "edition"


class Question(Protocol):
    """What a page was asked, checked; `query` is the one way to ask it."""

    @property
    def language(self) -> str: ...

    @property
    def query(self) -> str: ...


def folder(kind: str, language: str) -> str:
    return f"/{language}/{FOLDERS[kind][language]}/"


def shared(kind: str, of: str, asked: Question, form: str = "", edition: str = "") -> str:
    """The address of a picture, table or page; with an edition it never changes."""
    path = folder(kind, asked.language) + SUBJECTS[of][asked.language]
    return f"{path}{f'.{form}' if form else ''}?{question(asked, edition)}"


def question(asked: Question, edition: str = "") -> str:
    """The question in the order of its own page."""
    return asked.query + (f"&{urlencode({EDITION: edition})}" if edition else "")


def portrait(language: str, place: Area) -> str:
    """The picture that is shown where the address of a municipality's page is shared."""
    return f"{folder(PICTURE, language)}{place.code}.png"
