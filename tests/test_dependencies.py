"""What is installed is what is pinned, each file known by its hash."""

import re

import pytest

from tests.browser.site import ROOT

PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
LOCKS = {
    "requirements.lock": ("requirements.txt",),
    "requirements-test.lock": ("requirements.txt", "requirements-test.txt"),
}


def pinned(name):
    text = (ROOT / name).read_text("utf-8")
    return {re.sub("[-_.]+", "-", package).lower(): number for package, number in PIN.findall(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_every_pin_as_it_is(lock):
    wanted = {name: number for file in LOCKS[lock] for name, number in pinned(file).items()}
    locked = pinned(lock)
    other = {name: number for name, number in wanted.items() if locked.get(name) != number}
    assert other == {}, f"{lock} is not of these pins. Run 'make lock'."


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_in_the_lock_has_a_hash(lock):
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-test.txt"])
def test_every_pin_is_exact(file):
    lines = (ROOT / file).read_text("utf-8").splitlines()
    assert [line for line in lines if line and line[0] != "#" and not PIN.match(line)] == []


def test_every_package_that_we_name_has_a_reason():
    reasons = (ROOT / "docs" / "DEPENDENCIES.md").read_text("utf-8").lower()
    named = [
        name.lower()
        for file in ("requirements.txt", "requirements-test.txt")
        for name, _ in PIN.findall((ROOT / file).read_text("utf-8").split("# Needed by those")[0])
    ]
    assert [
        name for name in named if name not in reasons and name.replace("_", "-") not in reasons
    ] == []
