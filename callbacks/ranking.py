"""Reads what the ranking is asked, and makes its page."""

from collections.abc import Sequence

from callbacks.ranked import ranked_by
from layouts.document import Document
from layouts.notice import Notice
from layouts.paths import Asked
from layouts.question import Checked, Given
from layouts.ranking.page import in_short, ranking_page
from layouts.ranking.question import Ranking, read
from layouts.ranking.words import heading
from layouts.sharing_bar import SCRIPT


def checked(asked: Asked, given: Given) -> Checked:
    ranking, missed = read(given, asked.language)
    return Checked(ranking.query, missed, lambda: document(ranking, missed))


def document(asked: Ranking, missed: Sequence[Notice]) -> Document:
    ranked, language = ranked_by(asked), asked.language
    return Document(
        title=heading(asked, language),
        main=ranking_page(asked, ranked, missed, language),
        description=in_short(asked, ranked, language),
        query=asked.query,
        scripts=(SCRIPT,),
    )
