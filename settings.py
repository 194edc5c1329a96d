"""What the surroundings decide; the only place that reads the environment."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from importlib.metadata import version
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from urllib.parse import urlsplit

# Written at set-up for these very versions; where it is not there, Dash serves its own scripts.
BUNDLES_FOLDER = Path(__file__).parent / ".cache" / f"bundles-{version('dash')}-{version('plotly')}"
ASSETS_COMPRESSED_FOLDER = BUNDLES_FOLDER.with_name("assets")
A_YEAR = 31_536_000
MOST_PROXIES = 5
HOST = re.compile(r"\*|\[[0-9a-f:]+\]|(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*", re.ASCII)
RATE = re.compile(r"[1-9]\d* per (second|minute|hour)", re.ASCII)


def temporary() -> str:
    """Where a cache may lie; where nothing can be written, in memory."""
    try:
        return gettempdir()
    except FileNotFoundError:
        return "/dev/shm"


class SettingsError(Exception):
    """Settings that cannot be used, a sentence for each mistake."""


@dataclass(frozen=True)
class Settings:
    """How the service is run; docs/OPERATIONS.md tells each, its name in capitals."""

    cache_url: str | None = None
    cache_folder: str = str(Path(temporary(), f"segregationskartan-{os.getuid()}"))
    public_address: str | None = None
    allowed_hosts: tuple[str, ...] = ()
    trusted_proxies: int = 0
    rate_limit: str | None = "600 per minute"
    log_format: str = "text"
    log_level: str = "INFO"
    hsts_seconds: int = 0
    metrics: str = "local"
    security_contact: str | None = None
    prometheus_multiproc_dir: str | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings in the environment; raises SettingsError, which names every mistake."""
        environment = os.environ if environment is None else environment
        read: dict[str, Any] = {}
        faults = []
        for field in fields(cls):
            name = field.name.upper()
            given = environment.get(name, "").strip()
            try:
                if given:
                    read[field.name] = READERS.get(field.name, str)(given)
            except ValueError as fault:
                # An address may hold a password.
                said = name if field.name == "cache_url" else f"{name}={given!r}"
                faults.append(f"{said} cannot be used. {fault}")
        if faults:
            raise SettingsError("\n".join(faults))
        return cls(**cls.derived(read))

    @staticmethod
    def derived(read: dict[str, Any]) -> dict[str, Any]:
        """What follows from the public address, where it is not said: the host, and HSTS."""
        address = urlsplit(read.get("public_address") or "")
        if address.hostname:
            host = f"[{address.hostname}]" if ":" in address.hostname else address.hostname
            read["allowed_hosts"] = tuple(dict.fromkeys((*read.get("allowed_hosts", ()), host)))
        if address.scheme == "https":
            read.setdefault("hsts_seconds", A_YEAR)
        return read


def redis_address(given: str) -> str:
    parts = urlsplit(given)
    if parts.scheme not in {"redis", "rediss", "unix"} or not (parts.hostname or parts.path):
        raise ValueError("Write it as redis://host:port/number, or leave it out for a folder.")
    return given


def address(given: str) -> str:
    parts = urlsplit(given)
    if parts.scheme not in {"http", "https"} or not HOST.fullmatch(parts.hostname or "?"):
        raise ValueError("Write scheme and host as visitors see them: https://example.org")
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise ValueError("Write scheme and host alone, without a path: https://example.org")
    return f"{parts.scheme}://{parts.netloc}".lower()


def hosts(given: str) -> tuple[str, ...]:
    named = tuple(host.strip().lower() for host in given.split(",") if host.strip())
    for host in named:
        if not HOST.fullmatch(host):
            raise ValueError(f"{host!r} is no host. Write names with commas, without port.")
    return named


def number(least: int, most: int) -> Callable[[str], int]:
    def read(given: str) -> int:
        if not given.isascii() or not given.isdecimal() or not least <= int(given) <= most:
            raise ValueError(f"Write a whole number from {least} to {most}.")
        return int(given)

    return read


def rate(given: str) -> str | None:
    if given.lower() == "none":
        return None
    if not RATE.fullmatch(given):
        raise ValueError("Write it as '600 per minute', or 'none' for no limit.")
    return given


def one_of(*choices: str) -> Callable[[str], str]:
    def read(given: str) -> str:
        found = next((choice for choice in choices if choice.lower() == given.lower()), None)
        if found is None:
            raise ValueError(f"Use one of: {', '.join(choices)}.")
        return found

    return read


def folder(given: str) -> str:
    if not Path(given).is_absolute():
        raise ValueError("Write the whole path of the folder, from the root.")
    return given


def contact(given: str) -> str:
    if not re.fullmatch(r"(mailto:[^\s@]+@[^\s@]+|https://[^\s]+)", given):
        raise ValueError("Write it as mailto:name@example.org or https://example.org/page.")
    return given


READERS: Mapping[str, Callable[[str], Any]] = {
    "cache_url": redis_address,
    "cache_folder": folder,
    "public_address": address,
    "allowed_hosts": hosts,
    "trusted_proxies": number(0, MOST_PROXIES),
    "rate_limit": rate,
    "log_format": one_of("text", "json"),
    "log_level": one_of("DEBUG", "INFO", "WARNING", "ERROR"),
    "hsts_seconds": number(0, 2 * A_YEAR),
    "metrics": one_of("local", "open", "none"),
    "security_contact": contact,
}


def check() -> None:
    """Tell every setting as it was understood, or every mistake."""
    try:
        settings = Settings.from_environment()
    except SettingsError as error:
        sys.exit(str(error))
    for field in fields(settings):
        value = getattr(settings, field.name)
        print(
            f"{field.name.upper():26} {'given' if field.name == 'cache_url' and value else value}"
        )


if __name__ == "__main__":
    if sys.argv[1:] != ["check"]:
        sys.exit("Use: python -m settings check")
    check()
