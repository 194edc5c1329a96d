"""The words of the interface, in every language that has a file in `locales`."""

import tomllib
from functools import cache
from pathlib import Path

DEFAULT = "sv"
LOCALES_FOLDER = Path(__file__).with_name("locales")


@cache
def languages() -> dict[str, dict[str, str]]:
    """The words of every language by its code, the default first."""
    files = sorted(LOCALES_FOLDER.glob("*.toml"), key=lambda file: (file.stem != DEFAULT, file))
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


def text(language: str, key: str, **values: object) -> str:
    return languages()[language][key].format(**values)
