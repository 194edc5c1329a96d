"""Reads what the page of relationships is asked, and makes it."""

from collections.abc import Sequence

from callbacks.related import related_by
from layouts.document import Document
from layouts.notice import Notice
from layouts.paths import Asked
from layouts.question import Checked, Given
from layouts.scatter.page import scatter_page
from layouts.scatter.question import Relation, read
from layouts.scatter.words import heading, in_words
from layouts.sharing_bar import SCRIPT as SHARING

SCRIPT = "documents/scatter.js"


def checked(asked: Asked, given: Given) -> Checked:
    relation, missed = read(given, asked.language)
    return Checked(relation.query, missed, lambda: document(relation, missed))


def document(asked: Relation, missed: Sequence[Notice]) -> Document:
    found, language = related_by(asked), asked.language
    return Document(
        title=heading(asked, language),
        main=scatter_page(asked, found, missed, language),
        description=in_words(asked, found, language),
        query=asked.query,
        scripts=(SCRIPT, SHARING),
    )
