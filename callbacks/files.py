"""Sends the numbers of what can be taken along as tables, each made once per edition."""

from dash import Dash
from flask import Response

from callbacks.taking import KINDS
from callbacks.taking.addresses import in_each_form
from callbacks.wanted import Wanted, answer
from layouts.sharing_paths import TABLE
from sending.kept import Answer, Kept
from sending.tables import written

MOST_BYTES = 4_000_000
KEPT = Kept(MOST_BYTES)


def register(app: Dash) -> None:
    in_each_form(app, TABLE, show)


def show(language: str, of: str, form: str) -> Response:
    def made(wanted: Wanted) -> Answer:
        kind = KINDS[of]
        assert kind.table is not None
        named = kind.tell(wanted.asked).filename(wanted.edition, form)
        return written(kind.table(wanted.asked), form, named)

    return answer(language, KINDS[of], (of, form), KEPT, made)
