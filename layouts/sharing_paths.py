"""The addresses of what can be taken from a view: its pictures, its table, its page for other sites."""

from urllib.parse import urlencode

from geo.areas import Area
from layouts.view import View

PICTURE, TABLE, EMBED = "picture", "table", "embed"
FOLDERS = {
    PICTURE: {"sv": "bild", "en": "picture"},
    TABLE: {"sv": "tabell", "en": "table"},
    EMBED: {"sv": "inbaddad", "en": "embed"},
}
MAP, SERIES = "map", "series"
SUBJECTS = {
    MAP: {"sv": "karta", "en": "map"},
    SERIES: {"sv": "utveckling", "en": "development"},
}
FORMS = {PICTURE: ("svg", "png"), TABLE: ("csv", "xlsx")}
ASKED = ("indicator", "level", "area", "year", "since", "beside", "beside_year", "edition")


def folder(kind: str, language: str) -> str:
    return f"/{language}/{FOLDERS[kind][language]}/"


def subject(word: str, language: str) -> str | None:
    """What a word of an address means in a language."""
    return next((each for each, words in SUBJECTS.items() if words[language] == word), None)


def shared(kind: str, of: str, view: View, form: str = "", edition: str = "") -> str:
    """The address of a view's picture, table or page; with an edition it never changes."""
    path = folder(kind, view.language) + SUBJECTS[of][view.language] + (f".{form}" if form else "")
    return f"{path}?{question(view, edition)}"


def question(view: View, edition: str = "") -> str:
    """The view as a question, in the order of the map's own address."""
    asked = view.address().partition("?")[2]
    return asked + (f"&{urlencode({'edition': edition})}" if edition else "")


def portrait(language: str, place: Area) -> str:
    """The picture that is shown where the address of a municipality's page is shared."""
    return f"{folder(PICTURE, language)}{place.code}.png"
