"""What is said when something is asked wrongly: problem details as in RFC 9457."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from flask import Response

from api.sentences import Sentence, asked_language, sentences
from layouts.open_data import ROOT
from sending.problems import told

PAGE = f"{ROOT}/#problem-"
LONGEST_SHOWN = 80
SEVERAL = 12


class Problem(Exception):
    """Something was asked that cannot be answered.

    `kind` and `sentence` name what is said in `problems.toml`, filled in with `fill` and `more`;
    `more` goes into the document too.
    """

    def __init__(
        self,
        kind: str,
        sentence: str,
        fill: Mapping[str, Any] | None = None,
        status: int = 400,
        **more: Any,
    ) -> None:
        self.kind = kind
        self.sentence = Sentence(kind, sentence, {**more, **(fill or {})})
        self.status = status
        self.more = more
        super().__init__(self.sentence.text("en"))

    def document(self, instance: str, language: str) -> dict[str, Any]:
        return {
            "type": PAGE + self.kind,
            "title": sentences()["titles"][self.kind][language],
            "status": self.status,
            "detail": self.sentence.text(language),
            "instance": instance,
            **{name: value for name, value in self.more.items() if value not in (None, [], ())},
        }

    def response(self, instance: str) -> Response:
        language = asked_language()
        answer = told(self.document(instance, language))
        answer.headers["Content-Language"] = language
        answer.headers["Vary"] = "Accept-Language"
        return answer


def unknown(
    parameter: str,
    value: str,
    there_are: Iterable[str],
    status: int = 400,
    sentence: str = "name",
    fill: Mapping[str, Any] | None = None,
    near: list[str] | None = None,
) -> Problem:
    """A name that does not exist, with those most like it."""
    names = list(there_are)
    near = alike(value[:LONGEST_SHOWN].casefold(), names) if near is None else near
    return Problem(
        "unknown",
        sentence,
        {"value": shown(value), "remedy": remedy(near, names), **(fill or {})},
        status,
        parameter=parameter,
        value=value[:LONGEST_SHOWN],
        near=near,
        allowed=names if len(names) <= SEVERAL else [],
    )


def alike(value: str, names: list[str]) -> list[str]:
    """Names that begin so; where there are none, those spelt much the same."""
    begin = [name for name in names if value and name.startswith(value)]
    return begin[:3] or difflib.get_close_matches(value, names, n=3, cutoff=0.5)


def remedy(near: list[str], names: list[str]) -> Sentence:
    if near:
        return Sentence("remedy", "near", {"names": near})
    if 0 < len(names) <= SEVERAL:
        return Sentence("remedy", "choice", {"names": names})
    return Sentence("remedy", "lists")


def malformed(
    parameter: str, value: str, sentence: str, fill: Mapping[str, Any] | None = None
) -> Problem:
    told = {"value": shown(value), **(fill or {})}
    return Problem("malformed", sentence, told, parameter=parameter, value=value[:LONGEST_SHOWN])


def shown(value: str) -> str:
    """A value as a sentence can hold it: short, in one line."""
    cut = value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…"
    return repr(cut)
