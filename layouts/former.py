"""A page of an older edition: it says so, and all that it leads to is of that edition too."""

import re
from html import escape

from dash import html

from data.edition import Edition
from layouts.language import languages, text
from layouts.markup import markup
from layouts.sharing_paths import EDITION

# Links, frames and forms that lead to pages and files of ours, as `layouts.markup` writes them.
PAGES = f'/(?:{"|".join(languages())})(?:/[^"?#]*)?'
LINK = re.compile(rf'(href|src)="({PAGES})(\?[^"#]*)?(#[^"]*)?"')
FORM = re.compile(rf'<form (?:[^>]* )?action="{PAGES}(?:#[^"]*)?"[^>]*>')


def pinned(body: str, edition: Edition) -> str:
    """The page with the edition named in every link and form that leads on from it."""
    hidden = f'<input type="hidden" name="{EDITION}" value="{escape(edition.id)}">'
    body = FORM.sub(lambda found: found[0] + hidden, body)

    def named(found: re.Match[str]) -> str:
        key, address, question, part = found.groups(default="")
        if f"{EDITION}=" in question:
            return found[0]
        joined = f"{question}&amp;" if question else "?"
        return f'{key}="{address}{joined}{EDITION}={edition.id}{part}"'

    return LINK.sub(named, body)


def told(edition: Edition, newest: Edition, address: str, language: str) -> str:
    """Which edition is shown, and the way to the same page of the newest."""
    said = text(language, "former_shown", edition=edition.id, date=edition.date)
    link = html.A(text(language, "former_newest", edition=newest.id), href=address)
    return markup(html.Aside(html.P([html.Strong(said), " ", link]), className="former"))
