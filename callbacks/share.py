"""Reads what is to be shared, and makes the page on which it is taken along."""

from collections.abc import Sequence
from typing import Any

from callbacks.taking import KINDS
from callbacks.taking.kind import Kind
from data.edition import current_edition
from layouts.document import Document
from layouts.language import text
from layouts.notice import Notice
from layouts.paths import Asked
from layouts.question import Checked, Given
from layouts.sharing_bar import SCRIPT
from layouts.sharing_page import Shared, sharing_page
from layouts.sharing_paths import MAP, question
from sending.origin import origin


def checked(asked: Asked, given: Given) -> Checked:
    of = given.get("of", MAP)
    of = of if of in KINDS else MAP
    wanted = {key: value for key, value in given.items() if key in KINDS[of].asked}
    found, missed = KINDS[of].read(wanted, asked.language)
    query = f"of={of}&{question(found)}"
    return Checked(query, missed, lambda: document(found, KINDS[of], query, missed))


def document(found: Any, kind: Kind, query: str, missed: Sequence[Notice]) -> Document:
    what = Shared(found, kind.tell, current_edition(), origin())
    return Document(
        title=f"{text(found.language, 'share_title')}: {what.taken.title}",
        main=sharing_page(what, missed),
        query=query,
        scripts=(SCRIPT,),
        indexed=False,
    )
