"""What search engines read first: the list of pages, and what they may read."""

from xml.sax.saxutils import escape

from flask import Blueprint, Response

from geo.areas import areas
from geo.levels import levels
from layouts.open_data import FRONT, ROOT
from layouts.paths import LEVEL_OF, PATHS, path
from sending.kept import Answer
from sending.origin import origin
from sending.sent import sent

blueprint = Blueprint("crawlers", __name__)


@blueprint.route("/sitemap.xml")
def sitemap() -> Response:
    site = origin()
    lines = "".join(f"<url><loc>{escape(site + page)}</loc></url>\n" for page in pages())
    return sent(
        Answer(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            f"{lines}</urlset>\n".encode(),
            "text/xml; charset=utf-8",
        )
    )


@blueprint.route("/robots.txt")
def robots() -> Response:
    """Everything may be read; the values themselves are no pages to search."""
    rules = (
        f"User-agent: *\nDisallow: {ROOT}/values\nDisallow: {ROOT}/measures\n"
        f"Sitemap: {origin()}/sitemap.xml\n"
    )
    return sent(Answer(rules.encode(), "text/plain; charset=utf-8"))


def pages() -> list[str]:
    """Every page there is, in every language."""
    found = list(FRONT.values())
    for page, words in PATHS.items():
        of = areas(levels()[LEVEL_OF[page]]).values() if page in LEVEL_OF else [None]
        found += [path(page, language, each) for language in words for each in of]
    return found
