"""Where each kind of picture or table is, in every language and form."""

from collections.abc import Callable

from dash import Dash
from flask import Response

from callbacks.taking import KINDS
from layouts.language import languages
from layouts.sharing_paths import FORMS, SUBJECTS, folder


def in_each_form(app: Dash, sort: str, show: Callable[..., Response]) -> None:
    """Connects every kind that has a `picture` or a `table`, whichever `sort` names."""
    form = f"<any({','.join(FORMS[sort])}):form>"
    for language in languages():
        for of, kind in KINDS.items():
            if getattr(kind, sort) is not None:
                app.server.add_url_rule(
                    f"{folder(sort, language)}{SUBJECTS[of][language]}.{form}",
                    f"{sort}-{of}-{language}",
                    show,
                    defaults={"language": language, "of": of},
                )
