"""Reads what is to be shared, and makes the page on which it is taken along."""

from collections.abc import Sequence

from data.edition import current_edition
from layouts.document import Document
from layouts.language import text
from layouts.notice import Notice
from layouts.paths import MAP as MAP_PAGE
from layouts.paths import Asked, path
from layouts.question import Checked, Given, query
from layouts.sharing_bar import SCRIPT
from layouts.sharing_page import Shared, sharing_page, title
from layouts.sharing_paths import MAP, SUBJECTS, question
from layouts.view import View, read
from sending.origin import origin


def checked(asked: Asked, given: Given) -> Checked:
    of = given.get("of", MAP)
    of = of if of in SUBJECTS else MAP
    view, missed = read(f"{path(MAP_PAGE, asked.language)}?{query(**given)}")
    return Checked(f"of={of}&{question(view)}", missed, lambda: document(view, of, missed))


def document(view: View, of: str, missed: Sequence[Notice]) -> Document:
    what = Shared(view, of, current_edition(), origin())
    return Document(
        title=f"{text(view.language, 'share_title')}: {title(what)}",
        main=sharing_page(what, missed),
        query=f"of={of}&{question(view)}",
        scripts=(SCRIPT,),
        indexed=False,
    )
