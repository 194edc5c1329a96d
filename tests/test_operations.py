"""docs/OPERATIONS.md explains every line of the log and every count that there is, and no other."""

import ast
import re

import pytest

from app import create_app
from settings import Settings
from tests.browser.site import ROOT

GUIDE = " ".join((ROOT / "docs" / "OPERATIONS.md").read_text("utf-8").split())
# What runs while the site is served; the process that makes a PDF tells its worker alone.
SERVED = ("service", "sending", "callbacks", "layouts", "api", "deploy", "geo", "data")
APART = ("data/pipeline", "geo/build", "sending/paper.py", "deploy/fonts", "deploy/bundles",
         "deploy/partial", "callbacks/reports.py")  # fmt: skip
SAYS = {"info", "warning", "error", "exception", "critical"}
GAP = re.compile(r"%(?:\(\w+\))?[a-z]|\x00")
LIBRARIES = ("python_", "process_")


def modules():
    paths = [ROOT / "app.py", *(path for room in SERVED for path in (ROOT / room).rglob("*.py"))]
    for path in sorted(paths):
        name = str(path.relative_to(ROOT))
        if not name.startswith(APART):
            yield name, ast.parse(path.read_text("utf-8"))


def text(node):
    """A text as written, with a gap where something is put in; None where it is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) else "\0" for part in node.values
        )
    return None


def is_said(call):
    """Whether a call writes a line: to the log, to standard error, or at the end of the process."""
    function = call.func
    if isinstance(function, ast.Attribute):
        if function.attr in SAYS:
            return ast.unparse(function.value) in {"log", "self.log"}
        return function.attr == "exit" and ast.unparse(function.value) == "sys"
    name = getattr(function, "id", "")
    return name == "Breaker" or (
        name == "print"
        and any(
            one.arg == "file" and ast.unparse(one.value) == "sys.stderr" for one in call.keywords
        )
    )


def said():
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and is_said(node):
                words = text(node.args[0])
                if words is not None:
                    yield pytest.param(words, id=f"{name}: {words[:40]}")


SAID = list(said())


@pytest.mark.parametrize("words", SAID)
def test_every_line_that_the_service_says_is_explained(words):
    longest = max(GAP.split(words), key=len).strip(" :.,")
    assert longest in GUIDE, f"docs/OPERATIONS.md does not explain {words!r}."


def test_the_lines_are_found_where_they_are():
    words = [each.values[0] for each in SAID]
    assert "The answer could not be made." in words
    assert "The cache does not answer" in words
    assert "What was to be shown does not start, so nothing changes." in words
    assert len(words) > 10


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """The names of what is counted, with their endings."""
    site = create_app(Settings(cache_folder=str(tmp_path_factory.mktemp("cache"))))
    client = site.server.test_client()
    client.get("/sv/?area=1480")
    written = client.get("/metrics", environ_base={"REMOTE_ADDR": "127.0.0.1"}).text
    found = set(re.findall(r"^# TYPE (\w+) ", written, re.MULTILINE))
    return {name for name in found if not name.startswith(LIBRARIES) and "created" not in name}


def test_every_count_is_explained(counted):
    assert len(counted) >= 4
    assert [name for name in counted if f"`{name}" not in GUIDE] == []


def test_every_count_that_an_alarm_names_is_there(counted):
    named = set(
        re.findall(r"`([a-z]+_[a-z_]+)(?:\{[^`]*)?`", GUIDE.split("## Watch")[1].split("##")[0])
    )
    assert named
    assert named <= counted
