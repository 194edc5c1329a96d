"""What every answer carries: headers over every route and file, and never a cookie."""

import pytest

from app import create_app
from callbacks import paper as sent_paper
from sending import paper
from service.policies import EMBEDS, is_embed
from settings import Settings
from tests import kinds
from tests.routes import FAULTS, METHODS, QUESTIONS, answered, filled, static

PAGES = (*kinds.pages(), "/", "/nosuch", "/sv/nosuch")


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return create_app(Settings(cache_folder=str(tmp_path_factory.mktemp("cache")), rate_limit=None))


@pytest.fixture(scope="module")
def client(app):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paper, "pdf", lambda page, site: b"%PDF-")
        yield app.server.test_client()
    sent_paper.KEPT.clear()


@pytest.fixture(scope="module")
def answers(app, client):
    """Every method of every route, page, frame and file, and of what there is none of."""
    rules = [filled(rule.rule) for rule in app.server.url_map.iter_rules()]
    asked = {*rules, *static(app), *PAGES, *kinds.frames(), *kinds.files(), *QUESTIONS, *FAULTS}
    return [answered(client, address, method) for address in sorted(asked) for method in METHODS]


def policy(answer):
    given = answer.headers["Content-Security-Policy"]
    return {name: set(rest) for name, *rest in (part.split() for part in given.split("; "))}


def lacks(answer):
    """What of the headers is not as it should be."""
    headers, framed = answer.headers, is_embed(answer.path) and answer.media == "text/html"
    wanted = {
        "X-Content-Type-Options": headers.get("X-Content-Type-Options") == "nosniff",
        "Referrer-Policy": headers.get("Referrer-Policy") == "same-origin",
        "Permissions-Policy": answer.media != "text/html"
        or headers["Permissions-Policy"].startswith("geolocation=(self), "),
        "default-src": policy(answer)["default-src"] == {"'none'"},
        "frame-ancestors": policy(answer)["frame-ancestors"] == {"*" if framed else "'none'"},
        "no unsafe-eval": "unsafe-eval" not in headers["Content-Security-Policy"],
        "X-Request-Id": bool(headers.get("X-Request-Id")),
        "no HSTS without TLS": "Strict-Transport-Security" not in headers,
    }
    return [name for name, is_so in wanted.items() if not is_so]


def test_every_answer_of_every_route_and_file_carries_the_headers(answers):
    assert {answer.what: lacks(answer) for answer in answers if lacks(answer)} == {}


def test_every_route_is_reached_and_none_fails(answers):
    statuses = {answer.status for answer in answers}
    assert statuses >= {200, 302, 400, 404, 405, 410}
    assert [answer.what for answer in answers if answer.status >= 500] == []
    found = {answer.path for answer in answers if answer.status in {200, 302}}
    assert len(found) > 90


def test_no_header_is_there_twice(answers):
    for answer in answers:
        names = [name.lower() for name, _ in answer.headers if name.lower() not in {"link", "vary"}]
        assert len(names) == len(set(names)), answer.what


def test_no_answer_sets_a_cookie(answers):
    assert [answer.what for answer in answers if "Set-Cookie" in answer.headers] == []


def test_no_answer_tells_of_the_code(answers):
    for answer in answers:
        if answer.status >= 400:
            assert b"Traceback" not in answer.body, answer.what
            assert b'File "' not in answer.body, answer.what


def busy(page, site):
    raise paper.BusyError("Another PDF is being made.")


def refused_host(folder, patched):
    site = made(folder, allowed_hosts=("segregation.example",))
    return answered(site, "/sv/metod", headers={"Host": "evil.example"})


def too_large(folder, patched):
    more = {"data": b"x" * 200_000, "content_type": "application/json"}
    return answered(made(folder), "/_dash-update-component", "POST", **more)


def too_often(folder, patched):
    site, asked = made(folder, rate_limit="1 per hour"), "/api/v1/values?indicator=population"
    answered(site, f"{asked}&level=county")
    return answered(site, f"{asked}&level=county")


def a_fault_of_ours(folder, patched):
    site = made(folder)
    patched.setattr(site.application.wsgi_app, "app", lambda *_: 1 / 0)
    return answered(site, "/sv/metod")


def no_paper_now(folder, patched):
    patched.setattr(paper, "pdf", busy)
    sent_paper.KEPT.clear()
    return answered(made(folder), "/sv/kartlaggning/0180.pdf")


def made(folder, **settings):
    return create_app(Settings(cache_folder=str(folder / "cache"), **settings)).server.test_client()


@pytest.mark.parametrize(
    ("refuse", "status"),
    [(refused_host, 400), (too_large, 413), (too_often, 429), (a_fault_of_ours, 500),
     (no_paper_now, 503)],
)  # fmt: skip
def test_every_refusal_carries_them_too(tmp_path, monkeypatch, refuse, status):
    answer = refuse(tmp_path, monkeypatch)
    assert answer.status == status
    assert lacks(answer) == []
    assert "Set-Cookie" not in answer.headers
    assert b"Traceback" not in answer.body


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


@pytest.mark.parametrize("address", kinds.frames())
def test_a_page_that_is_framed_can_run_ask_and_send_nothing(client, address):
    given = policy(client.get(address))
    for of in ("script-src", "connect-src", "frame-src", "form-action", "base-uri"):
        assert given[of] == {"'none'"}


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
