"""Sends the numbers of what can be taken along as tables, each made once per edition."""

from dash import Dash
from flask import Response

from callbacks.taking import KINDS
from callbacks.wanted import Wanted, answer
from layouts.language import languages
from layouts.sharing_paths import FORMS, SUBJECTS, TABLE, folder
from sending.kept import Answer, Kept
from sending.tables import written

MOST_BYTES = 4_000_000
KEPT = Kept(MOST_BYTES)
FORM = f"<any({','.join(FORMS[TABLE])}):form>"


def register(app: Dash) -> None:
    for language in languages():
        for of, kind in KINDS.items():
            if kind.table is not None:
                app.server.add_url_rule(
                    f"{folder(TABLE, language)}{SUBJECTS[of][language]}.{FORM}",
                    f"table-{of}-{language}",
                    show,
                    defaults={"language": language, "of": of},
                )


def show(language: str, of: str, form: str) -> Response:
    def made(wanted: Wanted) -> Answer:
        kind = KINDS[of]
        assert kind.table is not None
        named = kind.tell(wanted.asked).filename(wanted.edition, form)
        return written(kind.table(wanted.asked), form, named)

    return answer(language, KINDS[of], (of, form), KEPT, made)
