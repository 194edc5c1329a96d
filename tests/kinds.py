"""An address of every kind of page, from the lists that the pages themselves are made of."""

from geo.areas import area
from layouts import open_data, paths
from layouts.language import languages
from layouts.sharing_paths import EMBED, FORMS, PICTURE, SUBJECTS, TABLE, folder

EXAMPLES = {"county": "12", "municipality": "0181", "regso": "0180R009"}
KINDS = [(page, language) for page in paths.PATHS for language in languages()]


def address_of(page: str, language: str) -> str:
    level = paths.LEVEL_OF.get(page)
    return paths.path(page, language, area(EXAMPLES[level]) if level else None)


def pages() -> list[str]:
    """Every kind of page in every language, with the api's own page."""
    return [*(address_of(*kind) for kind in KINDS), *open_data.FRONT.values()]


def frames() -> list[str]:
    """What is made to stand in pages of other sites."""
    return [
        f"{folder(EMBED, language)}{words[language]}"
        for language in languages()
        for words in SUBJECTS.values()
    ]


def files() -> list[str]:
    """The pictures and tables of a view, in every form."""
    return [
        f"{folder(kind, language)}{words[language]}.{form}"
        for language in languages()
        for kind, subjects in ((PICTURE, SUBJECTS), (TABLE, {"series": SUBJECTS["series"]}))
        for words in subjects.values()
        for form in FORMS[kind]
    ]
