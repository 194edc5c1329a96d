"""How often one client may ask, how much it may send, and what the service counts of it."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from app import create_app
from callbacks import paper as sent_paper
from data.edition import current_edition
from sending import paper
from service import contact
from settings import Settings
from tests.browser.site import free_port

VALUES = "/api/v1/values?indicator=population&level=county&year=2023"
LIMIT = {"rate_limit": "5 per hour"}


def made(folder, **settings):
    return create_app(Settings(cache_folder=str(folder / "cache"), **settings)).server.test_client()


@pytest.fixture
def site(tmp_path):
    return made(tmp_path, **LIMIT)


def asked(site, times, address=VALUES, client="198.51.100.7"):
    environ = {"REMOTE_ADDR": client}
    statuses = []
    for _ in range(times):
        with site.get(address, environ_base=environ) as answer:
            statuses.append(answer.status_code)
    return statuses


def test_what_is_dear_may_be_asked_so_often_and_no_more(site):
    assert asked(site, 7) == [200] * 5 + [429] * 2


def test_a_refusal_is_a_problem_in_words_and_says_when_to_ask_again(site):
    asked(site, 5)
    answer = site.get(VALUES, environ_base={"REMOTE_ADDR": "198.51.100.7"})
    assert answer.content_type == "application/problem+json"
    assert answer.get_json()["detail"] == "No more than 5 per 1 hour can be asked. Ask again later."
    assert int(answer.headers["Retry-After"]) == 3600


def test_one_client_uses_up_nothing_of_another_s(site):
    asked(site, 7)
    assert asked(site, 1, client="198.51.100.8") == [200]


@pytest.mark.parametrize("address", ["/", "/healthz", "/api/v1/indicators", "/assets/map.js"])
def test_what_is_cheap_is_never_refused(site, address):
    assert set(asked(site, 8, address)) == {200}


def test_without_a_limit_nothing_is_refused(tmp_path):
    assert set(asked(made(tmp_path, rate_limit=None), 8)) == {200}


def test_one_client_may_ask_for_so_many_files_for_paper_and_no_more(tmp_path, monkeypatch):
    monkeypatch.setattr(paper, "pdf", lambda page, site: b"%PDF-")
    site, file = made(tmp_path), "/sv/kartlaggning/1480.pdf"
    assert asked(site, 32, file) == [200] * 30 + [429] * 2
    assert asked(site, 1, file, client="198.51.100.8") == [200]
    assert asked(site, 1) == [200]
    sent_paper.KEPT.clear()


def test_a_client_cannot_choose_who_it_is(site):
    answers = [
        site.get(VALUES, headers={"X-Forwarded-For": f"192.0.2.{i}"}).status_code for i in range(7)
    ]
    assert answers == [200] * 5 + [429] * 2


def test_the_clients_of_a_trusted_proxy_are_told_apart(tmp_path):
    site = made(tmp_path, **LIMIT, trusted_proxies=1)
    answers = [
        site.get(VALUES, headers={"X-Forwarded-For": f"192.0.2.{i}"}).status_code for i in range(7)
    ]
    assert answers == [200] * 7


def test_a_redis_that_is_not_there_costs_no_answer_and_the_limit_holds(tmp_path):
    site = made(tmp_path, **LIMIT, cache_url=f"redis://127.0.0.1:{free_port()}/0")
    assert asked(site, 7) == [200] * 5 + [429] * 2


@pytest.mark.parametrize("address", ["/_dash-update-component", "/", "/api/v1/values", "/sv/metod"])
def test_a_large_body_is_not_read(site, address):
    answer = site.post(address, data=b"x" * 200_000, content_type="application/json")
    assert answer.status_code in {400, 405, 413}


def counted(site, **environ):
    answer = site.get("/metrics", environ_base={"REMOTE_ADDR": "127.0.0.1"}, **environ)
    return answer.text if answer.status_code == 200 else answer.status_code


def test_requests_are_counted_by_route_and_nobody_by_name(site):
    site.get("/api/v1/areas/1480", environ_base={"REMOTE_ADDR": "198.51.100.7"})
    site.get("/sv/?area=1280")
    text = counted(site)
    assert 'requests_total{method="GET",route="/api/v1/areas/<code>",status="200"}' in text
    assert f'edition_age_days{{edition="{current_edition().id}"}}' in text
    # Sums of seconds may have any digits.
    said = " ".join(re.findall(r'"([^"]*)"', text))
    assert "/api/v1/areas/<code>" in said
    assert "198.51" not in said
    assert "1280" not in said


def test_strangers_add_no_routes_to_the_counts(site):
    for i in range(20):
        site.get(f"/assets/nosuch{i}")
        site.get(f"/nosuch{i}/x")
        site.open(f"/boundaries/{i}", method=f"NOSUCH{i}")
    assert "nosuch" not in counted(site).lower()


@pytest.mark.parametrize(
    "environ",
    [{"headers": {"X-Forwarded-For": "198.51.100.7"}}, {"headers": {"Forwarded": "for=x"}}],
)
def test_the_counts_are_told_to_no_stranger(site, environ):
    assert site.get("/metrics", environ_base={"REMOTE_ADDR": "198.51.100.7"}).status_code == 404
    assert counted(site, **environ) == 404


def test_the_counts_are_told_as_set(tmp_path):
    stranger = {"REMOTE_ADDR": "198.51.100.7"}
    assert made(tmp_path, metrics="open").get("/metrics", environ_base=stranger).status_code == 200
    assert counted(made(tmp_path, metrics="none")) == 404


def test_readiness_tells_edition_and_cache(site):
    answer = site.get("/readyz")
    assert answer.get_json() == {
        "status": "ready",
        "edition": current_edition().id,
        "fault": None,
        "cache": "ok",
    }


def test_whom_to_tell_of_a_weakness(tmp_path):
    site = made(tmp_path, security_contact="mailto:it@example.org")
    text = site.get("/.well-known/security.txt").text
    assert "Contact: mailto:it@example.org\n" in text
    expires = re.search(r"^Expires: (.+)$", text, re.MULTILINE)[1]
    left = datetime.fromisoformat(expires) - datetime.now(UTC)
    assert timedelta(days=90) < left < timedelta(days=366)


@pytest.mark.parametrize("later", [timedelta(days=1), timedelta(days=4_000)])
def test_a_service_that_runs_for_years_never_tells_a_contact_that_has_expired(
    tmp_path, monkeypatch, later
):
    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + later

    site = made(tmp_path, security_contact="mailto:it@example.org")
    monkeypatch.setattr(contact, "datetime", Later)
    text = site.get("/.well-known/security.txt").text
    expires = re.search(r"^Expires: (.+)$", text, re.MULTILINE)[1]
    assert datetime.fromisoformat(expires) > datetime.now(UTC) + later + timedelta(days=90)


def test_without_a_contact_there_is_no_such_file(site):
    assert site.get("/.well-known/security.txt").status_code == 404
