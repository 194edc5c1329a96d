"""What search engines read first: the list of pages, and what they may read."""

from collections.abc import Iterator, Mapping
from functools import cache
from xml.sax.saxutils import escape

from flask import Blueprint, Response, current_app

from api.places import known_edition
from api.problems import Problem
from geo.areas import areas
from geo.levels import levels
from layouts.language import DEFAULT
from layouts.open_data import FRONT, ROOT
from layouts.paths import LEVEL_OF, PATHS, SEARCH, SHARE, path
from sending.kept import KEPT, Answer
from sending.origin import origin
from sending.sent import sent

blueprint = Blueprint("crawlers", __name__)

# As many addresses as a list may hold: https://www.sitemaps.org/protocol.html
MOST = 50_000
# Pages that ask search engines to pass by: they show what another page has.
NOT_LISTED = (SHARE, SEARCH)
XML = "text/xml; charset=utf-8"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@blueprint.route("/sitemap.xml")
def sitemap() -> Response:
    """The list of pages, or of lists where one would hold too many."""
    every = lists()
    return listed(every[0]) if len(every) == 1 else index(len(every))


@blueprint.route("/sitemap-<int:number>.xml")
def one_list(number: int) -> Response:
    if not 1 <= number <= len(lists()) or len(lists()) == 1:
        raise Problem("not-found", "address", status=404)
    return listed(lists()[number - 1])


@blueprint.route("/robots.txt")
def robots() -> Response:
    """Everything may be read; the values themselves are no pages to search."""
    rules = (
        f"User-agent: *\nDisallow: {ROOT}/values\nDisallow: {ROOT}/measures\n"
        f"Sitemap: {origin()}/sitemap.xml\n"
    )
    return sent(Answer(rules.encode(), "text/plain; charset=utf-8"))


def index(number: int) -> Response:
    lines = [
        f"<sitemap><loc>{origin()}/sitemap-{n}.xml</loc></sitemap>\n" for n in range(1, number + 1)
    ]
    return sent(xml("sitemapindex", lines))


def listed(pages: list[Mapping[str, str]]) -> Response:
    """Kept where the site has an address of its own: else each name it is asked by has its list."""

    def make() -> Answer:
        return xml("urlset", [entry for page in pages for entry in entries(page)])

    if not current_app.config.get("PUBLIC_ADDRESS"):
        return sent(make())
    first = next(iter(pages[0].values()))
    return sent(KEPT.answer(("sitemap", origin(), known_edition(None).id, first), make))


def xml(kind: str, lines: list[str]) -> Answer:
    text = f'<{kind} xmlns="{SITEMAPS}" xmlns:xhtml="{XHTML}">\n{"".join(lines)}</{kind}>\n'
    return Answer((DECLARATION + text).encode(), XML)


def entries(page: Mapping[str, str]) -> Iterator[str]:
    """A page in each language, with the others and when its figures were published."""
    site, date = escape(origin()), known_edition(None).date
    versions = {**page, "x-default": page[DEFAULT]}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{site}{address}"/>'
        for language, address in versions.items()
    )
    for address in page.values():
        yield f"<url><loc>{site}{address}</loc><lastmod>{date}</lastmod>{others}</url>\n"


@cache
def lists() -> list[list[Mapping[str, str]]]:
    """Every page, in lists that are short enough."""
    every, most = pages(), MOST // len(FRONT)
    return [every[start : start + most] for start in range(0, len(every), most)]


def pages() -> list[Mapping[str, str]]:
    """Every page there is, as its address in every language."""
    found: list[Mapping[str, str]] = [FRONT]
    for page, words in PATHS.items():
        if page in NOT_LISTED:
            continue
        of = areas(levels()[LEVEL_OF[page]]).values() if page in LEVEL_OF else [None]
        found += [{language: path(page, language, each) for language in words} for each in of]
    return found
