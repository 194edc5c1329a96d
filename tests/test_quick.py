import pytest
from flask import Flask, Response, request

from sending.quick import Quick
from sending.sent import FOREVER


@pytest.fixture
def made():
    return []


@pytest.fixture
def server(made):
    server = Flask(__name__)

    @server.get("/views/<name>")
    def view(name):
        made.append(request.full_path)
        answer = Response("x" * 100_000 if name == "large" else f"{name} {len(made)}")
        answer.headers["Cache-Control"] = "no-cache" if name == "passing" else FOREVER
        answer.set_etag(name)
        return answer.make_conditional(request)

    server.wsgi_app = Quick(server.wsgi_app, ("/views/",), 7_000)
    return server


@pytest.fixture
def client(server):
    return server.test_client()


def test_what_never_changes_is_made_once_and_sent_as_it_was(client, made):
    first, again = client.get("/views/a?x=1"), client.get("/views/a?x=1")
    assert first.data == again.data == b"a 1"
    assert first.headers["ETag"] == again.headers["ETag"]
    assert first.headers["Content-Type"] == again.headers["Content-Type"]
    assert made == ["/views/a?x=1"]


def test_what_may_change_is_made_each_time(client, made):
    assert [client.get("/views/passing").data for _ in range(2)] == [b"passing 1", b"passing 2"]


def test_another_question_and_other_encodings_are_others(client, made):
    client.get("/views/a")
    client.get("/views/a?x=1")
    client.get("/views/a", headers={"Accept-Encoding": "br"})
    assert len(made) == 3


@pytest.mark.parametrize("headers", [{"If-None-Match": '"a"'}, {"Range": "bytes=0-1"}])
def test_a_part_or_what_changed_is_asked_of_the_app(client, made, headers):
    client.get("/views/a")
    client.get("/views/a", headers=headers)
    assert len(made) == 2


def test_a_head_and_a_fault_are_not_kept(client, made):
    client.head("/views/a")
    client.get("/views/a")
    assert len(made) == 2
    assert [client.get("/views/").status_code for _ in range(2)] == [404, 404]


def test_what_is_large_is_not_kept(client, made):
    for _ in range(2):
        client.get(f"/views/{'x' * 400}")
    assert len(made) == 1
    for _ in range(2):
        client.get("/views/large")
    assert len(made) == 3


def test_no_more_is_kept_than_its_bound_and_what_is_asked_for_last_stays(server, client, made):
    for name in "abcd":
        client.get(f"/views/{name}")
    assert server.wsgi_app.known.size <= 7_000
    client.get("/views/d")
    assert len(made) == 4
    client.get("/views/a")
    assert len(made) == 5


def test_a_question_beyond_all_length_is_not_kept(client, made):
    for _ in range(2):
        client.get(f"/views/a?{'x' * 600}")
    assert len(made) == 2
