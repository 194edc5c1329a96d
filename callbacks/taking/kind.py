"""What every kind of thing that can be taken along answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from layouts.embedded import Framed
from layouts.notice import Notice
from layouts.question import Given
from layouts.taken import Telling
from sending.tables import Table


@dataclass(frozen=True)
class Kind:
    """`asked` are the parameters that its addresses may have.

    What it makes is of the edition that is shown. It has no `picture` where its page shows none, and
    no `table` where the api has it; None is answered where just this question has no picture.
    """

    asked: tuple[str, ...]
    read: Callable[[Given, str], tuple[Any, tuple[Notice, ...]]]
    tell: Telling
    frame: Callable[[Any], Framed]
    picture: Callable[[Any], str | None] | None = None
    table: Callable[[Any], Table] | None = None
