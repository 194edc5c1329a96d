"""What a page with a question in its address was asked, checked, before anything is looked up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from layouts.document import Document
from layouts.notice import Notice
from layouts.view import LONGEST_ADDRESS

Given = Mapping[str, str]


@dataclass(frozen=True)
class Checked:
    """A question that was read: its one way to be asked, and what was asked wrongly.

    `query` holds only what was checked, so that a page can be kept under it. One that strangers
    can ask in ever more ways is not `kept`. `leads` is the page that has the answer already.
    """

    query: str
    missed: tuple[Notice, ...]
    make: Callable[[], Document]
    kept: bool = True
    leads: str = ""


def given(query: str) -> dict[str, str]:
    """What a query asks for, the last where something is asked twice; empty fields ask nothing."""
    pairs = parse_qsl(query[:LONGEST_ADDRESS], max_num_fields=None)
    return {key: value.strip() for key, value in pairs if value.strip()}


def query(**asked: object) -> str:
    """A checked question as it stands in an address, without what is not asked."""
    said = {key: str(value) for key, value in asked.items() if value not in (None, "")}
    return urlencode(said, safe=",:")


def is_written_so(asked: str, checked: str) -> bool:
    """Whether a query says the same as the checked one and no more, however it is encoded."""
    return parse_qsl(asked, keep_blank_values=True) == parse_qsl(checked)
