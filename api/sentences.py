"""Sentences to the reader of the api in Swedish and in English, as `problems.toml` has them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from flask import request

FILE = Path(__file__).with_name("problems.toml")
# English where nothing is asked for: that is what programs are written in.
LANGUAGES = ("en", "sv")
PARAMETER = "lang"


@cache
def sentences() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Sentence:
    """One that is filled in when the language is known."""

    table: str
    name: str
    fill: Mapping[str, Any] = field(default_factory=dict)

    def text(self, language: str) -> str:
        words = {name: filled(value, language) for name, value in self.fill.items()}
        return sentences()[self.table][self.name][language].format(**words)


def filled(value: Any, language: str) -> Any:
    """A sentence inside another, a list, or words in several languages, as one text."""
    if isinstance(value, Sentence):
        return value.text(language)
    if isinstance(value, dict):
        return value[language]
    if isinstance(value, list | tuple):
        return listed([str(each) for each in value], language)
    return value


def listed(names: list[str], language: str) -> str:
    """`a, b or c`."""
    if not names:
        return ""
    *before, last = names
    between = f" {sentences()['words']['or'][language]} "
    return f"{', '.join(before)}{between}{last}" if before else last


def asked_language() -> str:
    """The language of the question: what it says itself, else what the reader's program takes."""
    named = request.args.get(PARAMETER)
    return named if named in LANGUAGES else request.accept_languages.best_match(LANGUAGES, "en")
