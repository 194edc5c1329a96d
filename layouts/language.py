"""The words of the interface: a folder a language in `locales`, a file in it for each part of the site."""

import re
import tomllib
from functools import cache
from pathlib import Path

DEFAULT = "sv"
ONE = "_one"
LOCALES_FOLDER = Path(__file__).with_name("locales")


@cache
def languages() -> dict[str, dict[str, str]]:
    """The words of every language by its code, the default first."""
    codes = sorted(folder.name for folder in LOCALES_FOLDER.iterdir() if folder.is_dir())
    return {code: _words(code) for code in sorted(codes, key=lambda code: code != DEFAULT)}


def text(language: str, key: str, **values: object) -> str:
    """The words with their gaps filled; where one thing is counted, those of `<key>_one` if any."""
    words = languages()[language]
    if str(values.get("count")) == "1":
        key = f"{key}{ONE}" if f"{key}{ONE}" in words else key
    return placed(language, words[key].format(**values))


def placed(language: str, said: str) -> str:
    """One lives in a municipality, but on an island."""
    return _in_island(language).sub(languages()[language]["on"] + " ", said)


@cache
def _in_island(language: str) -> re.Pattern[str]:
    words = languages()[language]
    before, islands = words["in"], words["islands"]
    return re.compile(rf"\b{before} (?=(?:{islands})\b)")


def within_a_sentence(language: str, said: str) -> str:
    """Words that begin a label or a sentence, as they stand further on; names keep their capital."""
    named = re.match(languages()[language]["named_after"], said)
    return said if named else said[:1].lower() + said[1:]


def pattern(language: str, key: str) -> str:
    """Words with their gaps, to be filled in by the browser."""
    return languages()[language][key]


def _words(language: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for file in sorted((LOCALES_FOLDER / language).glob("*.toml")):
        for key, said in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if key in words:
                raise ValueError(f"{file} says {key!r} again. Use another key, or share the words.")
            words[key] = said
    return words
