"""What every answer carries: headers over every route and file, and never a cookie."""

import re

import pytest

from app import create_app
from service.policies import EMBEDS, is_embed
from settings import Settings

SAMPLES = {
    "code": "1480",
    "indicator": "population",
    "level": "county",
    "package_name": "dash",
    "fingerprinted_path": "deps/react@18.v4_4_1m1.min.js",
    "filename": "map.js",
    "path": "sv/metod",
    "unknown": "nosuch",
}
FILES = ("/assets/map.js", "/assets/mark.svg", "/boundaries/index.json", "/editions/current")
PAGES = ("/", "/sv/metod", "/en/", "/sv/kommun/1480-goteborg", "/api/v1/", "/nosuch")


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return create_app(Settings(cache_folder=str(tmp_path_factory.mktemp("cache"))))


@pytest.fixture(scope="module")
def client(app):
    return app.server.test_client()


@pytest.fixture(scope="module")
def addresses(app):
    """One address of every route, and some of files, of what is not there and what is refused."""
    written = [
        re.sub(r"<(?:\w+:)?(\w+)>", lambda found: SAMPLES.get(found[1], "sv"), rule.rule)
        for rule in app.server.url_map.iter_rules()
    ]
    return sorted({*written, *FILES, *PAGES, "/api/v1/values?indicator=nosuch", "/sv/%00"})


def policy(answer):
    given = answer.headers["Content-Security-Policy"]
    return {name: set(rest) for name, *rest in (part.split() for part in given.split("; "))}


def answers(client, addresses):
    for address in addresses:
        for method in ("GET", "POST", "OPTIONS", "HEAD"):
            with client.open(address, method=method) as answer:
                yield f"{method} {address}", answer


def test_every_answer_of_every_route_and_file_carries_the_headers(client, addresses):
    for what, answer in answers(client, addresses):
        headers = answer.headers
        assert answer.status_code < 500, what
        assert headers["X-Content-Type-Options"] == "nosniff", what
        assert headers["Referrer-Policy"] == "same-origin", what
        if answer.mimetype == "text/html":
            assert headers["Permissions-Policy"].startswith("geolocation=(self), "), what
        assert policy(answer)["default-src"] == {"'none'"}, what
        framed = is_embed(what.split()[1]) and answer.mimetype == "text/html"
        assert policy(answer)["frame-ancestors"] == {"*" if framed else "'none'"}, what
        assert headers["X-Request-Id"], what


def test_no_header_is_there_twice(client, addresses):
    for what, answer in answers(client, addresses):
        names = [name.lower() for name, _ in answer.headers if name.lower() not in {"link", "vary"}]
        assert len(names) == len(set(names)), what


def test_no_route_sets_a_cookie(client, addresses):
    for what, answer in answers(client, addresses):
        assert "Set-Cookie" not in answer.headers, what


def test_no_answer_tells_of_the_code(client, addresses):
    for what, answer in answers(client, addresses):
        if answer.status_code >= 400:
            assert b"Traceback" not in answer.data, what
            assert b'File "' not in answer.data, what


@pytest.mark.parametrize("address", PAGES)
def test_scripts_come_from_the_site_or_are_known_by_their_hash(client, address):
    scripts = policy(client.get(address))["script-src"]
    assert {one for one in scripts if not one.startswith("'sha256-")} == {"'self'"}


def test_what_we_write_ourselves_brings_no_style_sheet_inside(client):
    answer = client.get("/api/v1/")
    assert policy(answer)["style-src-elem"] == {"'self'"}
    assert "<style" not in answer.text


@pytest.mark.parametrize("address", ["/sv/", "/sv/metod", "/api/v1/"])
def test_a_page_stands_alone(client, address):
    headers = client.get(address).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("address", [f"{EMBEDS[0]}?area=1480", f"{EMBEDS[1]}/1480"])
def test_what_is_made_to_be_framed_may_be_framed(client, address):
    answer = client.get(address)
    assert policy(answer)["frame-ancestors"] == {"*"}
    assert "X-Frame-Options" not in answer.headers


@pytest.mark.parametrize("path", ["/sv/inbaddade", "/en/embedded", "/sv/", "/x/sv/inbaddad"])
def test_what_only_begins_like_an_embed_is_none(path):
    assert not is_embed(path)


@pytest.mark.parametrize("address", ["/api/v1/values?indicator=population", "/assets/map.js"])
def test_open_data_may_be_read_from_everywhere(client, address):
    with client.get(address) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_the_debugger_of_the_framework_is_not_there(client):
    answer = client.get("/?__debugger__=yes&cmd=resource&f=debugger.js")
    assert "<html" in answer.text
    assert client.get("/console").status_code == 404
