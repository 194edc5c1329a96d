"""Every fault of a network and a service, met over real HTTP: waited out, or named and stopped."""

import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import SimpleNamespace

import pytest

from data.pipeline.sources.attempts import ATTEMPTS
from data.pipeline.sources.clock import Clock, Pace
from data.pipeline.sources.documents import document
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.network import USER_AGENT, Network
from data.pipeline.sources.readers import Fetching
from data.pipeline.sources.request import Request
from data.pipeline.sources.services import services
from data.pipeline.sources.snapshots import Snapshots
from tests.said import exactly
from tests.source_server import Fault, SourceServer, Time

HTML = Fault(headers={"Content-Type": "text/html"}, body=b"<html>Under arbete</html>")


@pytest.fixture
def server():
    with SourceServer() as server:
        yield server


@pytest.fixture
def time():
    return Time()


def fetching(server, folder, time, **limits):
    service = replace(services()["scb_statistics"], address=server.address)
    return Fetching(service, Snapshots(folder), Network(time, **limits), time)


def read(server, folder, time, **limits):
    request = Request("scb_statistics", "config", f"{server.address}/config")
    reader = fetching(server, folder, time, **limits)
    return reader.read(request, lambda body: document(request, body))


PASSING = {
    "429": Fault(status=429),
    "500": Fault(status=500),
    "503": Fault(status=503, body=b"busy"),
    "cut in the middle": Fault(cut=True),
    "cut gzip": Fault(packed="cut"),
    "damaged gzip": Fault(packed="damaged"),
    "html": HTML,
    "truncated json": Fault(body=b'{"maxDataCells": 15'),
    "empty": Fault(body=b""),
    "no utf-8": Fault(body=b'{"a": "\xff"}'),
    "not a number": Fault(body=b'{"maxDataCells": NaN}'),
    "304 never asked before": Fault(status=304, body=b""),
}


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_a_passing_fault_is_waited_out(server, tmp_path, time, fault):
    server.fail("config", fault)
    assert read(server, tmp_path, time)["maxDataCells"] == 150_000
    assert len(server.asked) == 2


def test_a_silent_source_is_asked_again(server, tmp_path, time):
    server.fail("config", Fault(silence=True))
    assert read(server, tmp_path, time, silence=0.1)
    assert len(server.asked) == 2


def test_an_answer_in_gzip_is_unpacked(server, tmp_path, time):
    server.fail("config", Fault(packed="whole"))
    assert read(server, tmp_path, time)["timeWindow"] == 10


def test_429_with_retry_after_is_obeyed(server, tmp_path, time):
    server.fail("config", Fault(status=429, headers={"Retry-After": "77"}))
    read(server, tmp_path, time)
    assert time.pauses == [77]


def test_429_without_retry_after_backs_off_longer_each_time(server, tmp_path, time):
    server.fail("config", *[Fault(status=429)] * 4)
    read(server, tmp_path, time)
    assert [2 * 2**n <= pause <= 2 * 2**n + 2 for n, pause in enumerate(time.pauses)] == [True] * 4


@pytest.mark.parametrize("header", ["soon", "", "-5"])
def test_a_retry_after_that_says_nothing_is_passed_over(server, tmp_path, time, header):
    server.fail("config", Fault(status=503, headers={"Retry-After": header}))
    read(server, tmp_path, time)
    assert 2 <= time.pauses[0] <= 4


def test_a_retry_after_of_a_day_is_left_to_a_person(server, tmp_path, time):
    server.fail("config", Fault(status=429, headers={"Retry-After": "86400"}))
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: the source answers 429 and asks for a pause of 86,400 "
            "s. Fetch again after that; what has come so far is kept."
        ),
    ):
        read(server, tmp_path, time)
    assert len(server.asked) == 1


def test_a_retry_after_may_be_a_date(server, tmp_path, time):
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=120), usegmt=True)
    server.fail("config", Fault(status=503, headers={"Retry-After": date}))
    read(server, tmp_path, time)
    assert 100 < time.pauses[0] <= 120


def test_a_fault_that_stays_is_named_with_source_table_and_remedy(server, tmp_path, time):
    server.fail("config", *[Fault(status=500)] * 99)
    with pytest.raises(SourceError) as error:
        read(server, tmp_path, time)
    assert str(error.value) == (
        "scb_statistics, config: The source answers 500. This was attempt 6. "
        "Try again later; what has come so far is kept."
    )
    assert len(server.asked) == ATTEMPTS


def test_html_that_stays_is_named_as_such(server, tmp_path, time):
    server.fail("config", *[HTML] * 99)
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: The answer is text/html instead of application/json. "
            "This was attempt 6. Try again later; what has come so far is kept."
        ),
    ):
        read(server, tmp_path, time)


@pytest.mark.parametrize("status", [400, 403, 404, 410])
def test_what_the_source_refuses_is_not_asked_again(server, tmp_path, time, status):
    server.fail("config", Fault(status=status, body=b'{"title": "Unknown table"}'))
    sentence = (
        f'scb_statistics, config: the source answers {status} ({{"title": "Unknown table"}}). See '
        "whether its address, or the table's id or codes, have changed."
    )
    with pytest.raises(SourceError, match=exactly(sentence)):
        read(server, tmp_path, time)
    assert len(server.asked) == 1


def test_a_redirection_is_not_followed_but_told(server, tmp_path, time):
    server.fail("config", Fault(status=301, headers={"Location": "https://new.example/"}))
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: the source answers 301 (moved to https://new.example/). "
            "See whether its address, or the table's id or codes, have changed."
        ),
    ):
        read(server, tmp_path, time)


def test_a_closed_port_is_told_after_all_attempts(tmp_path, time):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        closed = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: There is no connection (NewConnectionError). This was "
            "attempt 6. Try again later; what has come so far is kept."
        ),
    ):
        read(SimpleNamespace(address=closed), tmp_path, time)


def test_an_answer_that_trickles_is_given_up(server, tmp_path, time):
    class Fast(Time):
        def seconds(self):
            self.passed += 700
            return self.passed

    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: The answer took more than 600 s. This was attempt 6. "
            "Try again later; what has come so far is kept."
        ),
    ):
        read(server, tmp_path, Fast())


def test_an_answer_without_end_is_given_up(server, tmp_path, time):
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: the answer is larger than 20 bytes. Ask for less of it."
        ),
    ):
        read(server, tmp_path, time, largest=20)


def test_a_small_gzip_of_much_is_given_up(server, tmp_path, time):
    huge = Fault(packed="whole", body=b" " * 100_000)
    server.fail("config", huge)
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: the answer is larger than 10,000 bytes. Ask for less of it."
        ),
    ):
        read(server, tmp_path, time, largest=10_000)


def test_an_answer_that_is_no_object_stops_at_once(server, tmp_path, time):
    server.fail("config", Fault(body=b"[1, 2]"))
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: the answer is a list instead of an object. Compare it "
            "with the protocol; the source may have changed its form. The answer is kept as "
            "…."
        ),
    ):
        read(server, tmp_path, time)


def test_a_key_that_stands_twice_stops_at_once(server, tmp_path, time):
    server.fail("config", Fault(body=b'{"size": [1], "size": [2]}'))
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: the answer has the key 'size' twice. The source is at "
            "fault; fetch again later. The answer is kept as …."
        ),
    ):
        read(server, tmp_path, time)


def test_what_cannot_be_used_is_kept_apart(server, tmp_path, time):
    server.fail("config", Fault(body=b"[1, 2]"))
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, config: the answer is a list instead of an object. Compare it "
            "with the protocol; the source may have changed its form. The answer is kept as "
            "…."
        ),
    ):
        read(server, tmp_path, time)
    assert [path.read_bytes() for path in (tmp_path / "rejected").iterdir()] == [b"[1, 2]"]
    assert not (tmp_path / "answers").exists()


def test_the_source_is_told_who_asks(server, tmp_path, time):
    read(server, tmp_path, time)
    assert server.asked[0].headers["User-Agent"] == USER_AGENT


def test_no_window_sees_more_calls_than_allowed():
    time, made = Time(), []
    pace = Pace(3, 1, time)
    for _ in range(20):
        pace.wait()
        made.append(time.seconds())
    assert all(later - earlier > 1 for earlier, later in zip(made, made[3:], strict=False))
    assert made[2] == 0


def test_asking_again_keeps_the_pace_too(server, tmp_path, time):
    server.fail("config", Fault(status=500))
    read(server, tmp_path, time)
    assert time.passed >= 1


def test_real_time_goes_on():
    clock = Clock()
    before, seconds = clock.now(), clock.seconds()
    clock.sleep(0.001)
    assert clock.now() > before
    assert clock.seconds() > seconds
