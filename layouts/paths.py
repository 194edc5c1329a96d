"""The pages and their paths, in the words of each language."""

from layouts.language import DEFAULT, languages

MAP = "map"
METHOD = "method"
PATHS = {MAP: {"sv": "", "en": ""}, METHOD: {"sv": "metod", "en": "method"}}


def path(page: str, language: str) -> str:
    return f"/{language}/{PATHS[page][language]}"


def resolve(asked: str | None) -> tuple[str, str] | None:
    """The page and language of a path; None where there is no such page."""
    language, _, rest = (asked or "").strip("/").partition("/")
    if not language:
        return MAP, DEFAULT
    pages = {words[language]: page for page, words in PATHS.items() if language in words}
    return (pages[rest], language) if language in languages() and rest in pages else None
