"""Looks up the editions that the data page tells of."""

from data.edition import editions
from layouts import downloads
from layouts.document import Document
from layouts.paths import Asked


def document(asked: Asked) -> Document:
    return downloads.document(asked, editions())
