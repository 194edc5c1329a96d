"""Settings come from the environment; each mistake is told in a sentence."""

import os
import subprocess
import sys

import pytest

from settings import A_YEAR, Settings, SettingsError
from tests.browser.site import ROOT


def read(**environment):
    return Settings.from_environment(environment)


def test_nothing_needs_to_be_set():
    assert read() == Settings()


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("CACHE_URL", "localhost:6379"),
        ("CACHE_URL", "http://localhost"),
        ("CACHE_FOLDER", "cache"),
        ("PUBLIC_ADDRESS", "example.org"),
        ("PUBLIC_ADDRESS", "https://example.org/map"),
        ("PUBLIC_ADDRESS", "https://[broken"),
        ("PUBLIC_ADDRESS", "https://user@example.org"),
        ("ALLOWED_HOSTS", "example.org, a b"),
        ("ALLOWED_HOSTS", "https://example.org"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "nine"),
        ("TRUSTED_PROXIES", "٣"),
        ("RATE_LIMIT", "0 per minute"),
        ("RATE_LIMIT", "often"),
        ("LOG_FORMAT", "xml"),
        ("LOG_LEVEL", "loud"),
        ("HSTS_SECONDS", "for ever"),
        ("METRICS", "yes"),
        ("SECURITY_CONTACT", "someone"),
    ],
)
def test_a_mistake_is_told_with_its_name_and_a_remedy(name, given):
    with pytest.raises(SettingsError, match=rf"^{name}.* cannot be used\. .+\.?$"):
        read(**{name: given})


def test_all_mistakes_are_told_at_once():
    with pytest.raises(SettingsError) as error:
        read(LOG_FORMAT="xml", TRUSTED_PROXIES="nine", RATE_LIMIT="often")
    assert len(str(error.value).splitlines()) == 3


def test_an_address_with_a_password_is_not_told():
    with pytest.raises(SettingsError) as error:
        read(CACHE_URL="redis//:secret@host")
    assert "secret" not in str(error.value)


def test_a_public_address_allows_its_host():
    assert read(PUBLIC_ADDRESS="https://Example.org:8443/").allowed_hosts == ("example.org",)
    both = read(PUBLIC_ADDRESS="https://example.org", ALLOWED_HOSTS="mirror.example")
    assert both.allowed_hosts == ("mirror.example", "example.org")


def test_a_public_address_with_tls_asks_browsers_to_keep_to_it():
    assert read(PUBLIC_ADDRESS="https://example.org").hsts_seconds == A_YEAR
    assert read(PUBLIC_ADDRESS="https://example.org", HSTS_SECONDS="60").hsts_seconds == 60
    assert read(PUBLIC_ADDRESS="http://example.org").hsts_seconds == 0


def test_no_limit_can_be_asked_for():
    assert read(RATE_LIMIT="none").rate_limit is None


def test_every_setting_is_in_the_guide():
    guide = (ROOT / "docs" / "OPERATIONS.md").read_text("utf-8")
    missing = [name for name in Settings.__dataclass_fields__ if f"`{name.upper()}`" not in guide]
    assert missing == ["prometheus_multiproc_dir"]


def command(**environment):
    return subprocess.run(
        [sys.executable, "-m", "settings", "check"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | environment,
    )


def test_the_command_tells_what_was_understood():
    ended = command(PUBLIC_ADDRESS="https://example.org", CACHE_URL="redis://:secret@host/0")
    assert ended.returncode == 0
    assert "https://example.org" in ended.stdout
    assert "secret" not in ended.stdout


def test_the_command_fails_on_a_mistake():
    ended = command(LOG_FORMAT="xml")
    assert ended.returncode == 1
    assert "LOG_FORMAT='xml' cannot be used. Use one of: text, json." in ended.stderr


def test_the_service_does_not_start_on_a_mistake():
    ended = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"TRUSTED_PROXIES": "many"},
    )
    assert ended.returncode == 1
    assert "TRUSTED_PROXIES='many' cannot be used." in ended.stderr
    assert "Traceback" not in ended.stderr
