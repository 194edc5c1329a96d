"""Pages that are read rather than steered: whole HTML from the server, without Dash."""

from dataclasses import dataclass
from pathlib import Path

from dash import html

from data.edition import current_edition, newest_edition
from layouts.assets import scripts, styles
from layouts.former import pinned, told
from layouts.frame import footer, header
from layouts.head import head
from layouts.language import text
from layouts.markup import markup
from layouts.paths import Asked

TEMPLATE = Path(__file__).with_name("document.html")
SCRIPTS = ("base.js", "address.js", "search.js", "sorting.js")


@dataclass(frozen=True)
class Document:
    """What a page holds, and what it says of itself to search engines and to those who share it.

    `query` is the checked question of pages that have one, as it stands in their address.
    `scripts` are the names of files in `assets` that this page needs beside those of every page.
    """

    title: str
    main: html.Main
    description: str = ""
    query: str = ""
    picture: str = ""
    scripts: tuple[str, ...] = ()
    indexed: bool = True


def written(document: Document, asked: Asked, site: str) -> str:
    """The whole page; `site` is the scheme and host that its absolute addresses begin with."""
    edition, newest = current_edition(), newest_edition()
    is_former = edition is not newest
    skip = html.A(text(asked.language, "skip"), href="#main", className="skip")
    body = markup([header(asked, document.query), document.main, footer(asked.language)])
    if is_former:
        address = asked.path + (f"?{document.query}" if document.query else "")
        body = told(edition, newest, address, asked.language) + pinned(body, edition)
    parts = {
        "language": asked.language,
        "head": head(
            asked,
            document.title,
            site=site,
            description=document.description or text(asked.language, "description"),
            query=document.query,
            picture=document.picture,
            indexed=document.indexed and not is_former,
        ),
        "styles": styles(),
        "scripts": scripts((*SCRIPTS, *document.scripts)),
        "body": markup(skip) + body,
    }
    page = TEMPLATE.read_text(encoding="utf-8")
    for name, words in parts.items():
        page = page.replace(f"{{{name}}}", words, 1)
    return page
