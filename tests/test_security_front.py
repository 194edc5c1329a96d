"""Whom the service answers, and what it makes of what a proxy or a stranger says."""

import json
import logging

import pytest

from app import create_app
from callbacks import answers
from sending import counts
from service import journal
from settings import Settings

BEHIND = {
    "public_address": "https://segregation.example",
    "allowed_hosts": ("segregation.example", "*.mirror.example"),
    "trusted_proxies": 1,
    "hsts_seconds": 600,
}
FORWARDED = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "segregation.example",
}


def made(folder, **settings):
    return create_app(Settings(cache_folder=str(folder / "cache"), **settings)).server.test_client()


@pytest.fixture(scope="module")
def open_site(tmp_path_factory):
    return made(tmp_path_factory.mktemp("open"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return made(tmp_path_factory.mktemp("behind"), **BEHIND)


@pytest.mark.parametrize("address", ["/", "/assets/map.js", "/api/v1/", "/healthz"])
@pytest.mark.parametrize("host", ["evil.example", "segregation.example.evil.example", "", "a/b"])
def test_a_host_that_is_not_ours_is_refused(site, address, host):
    answer = site.get(address, headers={"Host": host})
    assert answer.status_code == 400
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize(
    "host", ["segregation.example", "segregation.example:443", "a.mirror.example"]
)
def test_a_host_of_ours_is_answered(site, host):
    assert site.get("/healthz", headers={"Host": host}).status_code == 200


def test_without_a_list_every_host_is_answered(open_site):
    assert open_site.get("/healthz", headers={"Host": "any.example"}).status_code == 200


@pytest.mark.parametrize("address", ["/api/v1/", "/sitemap.xml", "/robots.txt", "/dcat.jsonld"])
def test_links_lead_to_the_public_address_however_it_was_asked(site, address):
    answer = site.get(address, headers={"Host": "a.mirror.example"})
    assert "https://segregation.example" in answer.text
    assert "mirror.example" not in answer.text


def test_over_tls_browsers_are_asked_to_keep_to_it(site):
    answer = site.get("/", headers=FORWARDED)
    assert answer.headers["Strict-Transport-Security"] == "max-age=600; includeSubDomains"


def test_without_tls_they_are_not(site, open_site):
    host = {"Host": "segregation.example"}
    assert "Strict-Transport-Security" not in site.get("/", headers=host).headers
    assert "Strict-Transport-Security" not in open_site.get("/", headers=FORWARDED).headers


def test_a_proxy_that_is_not_trusted_decides_no_address(open_site):
    answer = open_site.get("/robots.txt", headers=FORWARDED)
    assert "Sitemap: http://localhost/sitemap.xml" in answer.text


def test_only_a_trusted_proxy_gives_a_request_its_id(site, open_site):
    given = {"X-Request-Id": "abcdef-0123456789", "Host": "segregation.example"}
    assert site.get("/healthz", headers=given).headers["X-Request-Id"] == given["X-Request-Id"]
    assert open_site.get("/healthz", headers=given).headers["X-Request-Id"] != given["X-Request-Id"]


@pytest.mark.parametrize("id_", ["short", "x" * 65, "a b c d e f g", 'abcdefgh"'])
def test_an_id_that_could_be_anything_is_replaced(site, id_):
    given = {"X-Request-Id": id_, "Host": "segregation.example"}
    assert site.get("/healthz", headers=given).headers["X-Request-Id"] != id_


@pytest.fixture
def lines(caplog):
    """The lines of requests, as they come."""
    journal.log.addHandler(caplog.handler)
    with caplog.at_level(logging.INFO):
        yield lambda: [one for one in dict.fromkeys(caplog.records) if one.name == journal.log.name]
    journal.log.removeHandler(caplog.handler)


def test_the_log_tells_a_request_and_not_who_or_what_was_typed(site, lines):
    site.get("/sv/?area=1480", headers={**FORWARDED, "Host": "segregation.example"})
    told = lines()[-1].getMessage()
    assert told.startswith("GET /sv/ 200 ")
    assert "203.0.113.9" not in str(vars(lines()[-1]))
    assert "1480" not in told


def test_a_line_of_the_log_stays_a_line(site, lines):
    site.get("/%0aINFO%20forged%1b[31m", headers={"Host": "segregation.example"})
    assert lines()[-1].getMessage().startswith("GET /%0AINFO%20forged%1B%5B31m 404 ")


def counted():
    samples = counts.REQUESTS.collect()[0].samples
    return sum(each.value for each in samples if each.name.endswith("_total"))


def test_what_the_service_asks_itself_is_no_visitor_s_request(open_site, lines):
    before = counted()
    answers.warm(open_site.application, ["/healthz", "/sv/metod", "/nosuch"])
    assert lines() == []
    assert counted() == before


def test_no_header_makes_a_visitor_go_unseen(open_site, lines):
    before = counted()
    for name in (answers.WARMING, "Segregationskartan-Warming", "Segregationskartan_Warming"):
        open_site.get("/healthz", headers={name: "1"})
    assert len(lines()) == 3
    assert counted() > before


def test_the_log_as_json_can_be_read_back():
    record = logging.LogRecord("a", logging.INFO, "p", 1, 'said "%s"', ("so\n",), None)
    record.request = {"path": "/", "status": 200}
    told = json.loads(journal.AsJson().format(record))
    assert told["message"] == 'said "so\n"'
    assert told["status"] == 200
    assert "\n" not in journal.AsJson().format(record)


def test_a_fault_of_ours_is_told_with_its_headers_and_without_its_code(open_site, monkeypatch):
    broken = open_site.application.wsgi_app
    monkeypatch.setattr(broken, "app", lambda *_: 1 / 0)
    answer = open_site.get("/")
    assert answer.status_code == 500
    assert "Content-Security-Policy" in answer.headers
    assert "ZeroDivision" not in answer.text
