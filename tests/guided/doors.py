"""The doors that texts from outside come through; each takes any bytes and raises on a fault of ours."""

import json
from html.parser import HTMLParser
from tempfile import mkdtemp
from urllib.parse import quote

from dash import html

from app import create_app
from callbacks.door import CALLBACK_PATH, outputs
from data.pipeline.sources import jsonstat
from data.pipeline.sources.documents import document
from data.pipeline.sources.errors import PassingFaultError, SourceError
from data.pipeline.sources.request import Request
from geo.search import search
from layouts import view
from layouts.compare import question as compare
from layouts.markup import markup
from layouts.question import given
from layouts.ranking import question as ranking
from layouts.scatter import question as scatter
from settings import Settings

REQUEST = Request("source", "TABLE", "http://example/")
PLACE = "..place.children...facts.data.."
CLIENTS = []


def text(content):
    """Any text, also with halves of letters, which UTF-8 does not have."""
    return content.decode("utf-8", "surrogateescape")


def client():
    if not CLIENTS:
        settings = Settings(cache_folder=mkdtemp(), rate_limit=None, log_level="ERROR")
        CLIENTS.append(create_app(settings).server.test_client())
    return CLIENTS[0]


def address(content):
    """What an address is read as is said in one way, which is read as the same without a fault."""
    found, _ = view.read(text(content))
    again, notices = view.read(found.address())
    assert again == found and notices == (), found.address()


def questions(content):
    """The same of the pages that have a question."""
    query = text(content)
    for page in (compare, ranking, scatter):
        asked, _ = page.read(given(query), "sv")
        again, missed = page.read(given(asked.query), "sv")
        assert again == asked and missed == (), asked.query


def find(content):
    for hit in search(text(content), 5):
        assert hit.code


def api(content):
    """Path and query of the api, as a client would send them."""
    path, _, query = content.partition(b"?")
    asked = f"/api/v1/{quote(path, safe='/')}?{quote(query, safe='=&,-')}"
    with client().get(asked) as answer:
        assert answer.status_code < 500, (asked, answer.status_code)
        assert b"Traceback (most" not in answer.data, asked


def callback(content):
    """A body posted as it is, and as the value of a sound one."""
    sound = {"output": PLACE, "outputs": outputs(PLACE), "changedPropIds": ["asked.data"]}
    sound["inputs"] = [{"id": "asked", "property": "data", "value": text(content)[:2_000]}]
    for body in (content, json.dumps(sound).encode()):
        answer = client().post(CALLBACK_PATH, data=body, content_type="application/json")
        assert answer.status_code in {200, 400, 413}, answer.status_code


def statistics(content):
    """An answer of a source is read, or refused with a sentence."""
    try:
        cube = jsonstat.cube(REQUEST, document(REQUEST, content))
    except (SourceError, PassingFaultError):
        return
    assert sum(1 for _ in cube.cells()) == len(cube.values)


class Reading(HTMLParser):
    """What a browser makes of a text: its elements with their attributes, and its words."""

    def __init__(self, written):
        super().__init__(convert_charrefs=True)
        self.elements, self.words = [], ""
        self.feed(written)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, words):
        self.words += words


def words(content):
    """A text stays a text, in an element and in an attribute."""
    said = text(content)
    read = Reading(markup(html.P(said, title=said, className=said)))
    [(tag, attributes)] = read.elements
    assert (tag, read.words) == ("p", said)
    assert attributes == {"title": said, "class": said}


DOORS = {
    door.__name__: door for door in (address, questions, find, api, callback, statistics, words)
}
