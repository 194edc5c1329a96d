"""Links to the files that hold just what a page shows."""

from collections.abc import Callable

from dash import html

FORMS = ("xlsx", "csv", "json")


def file_links(said: str, address: Callable[[str], str]) -> html.P:
    """A link a form; `address` is that of the file of a form."""
    parts: list[object] = [html.Span(said)]
    for form in FORMS:
        parts += [" ", html.A(form.upper(), href=address(form))]
    return html.P(parts, className="downloads")
