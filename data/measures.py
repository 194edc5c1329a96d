"""What every measure means, as written in `measures.toml`.

`python -m data.measures > docs/METHODS.md` makes the document anew.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

MEASURES_FILE = Path(__file__).with_name("measures.toml")
Texts = dict[str, str]
TITLES = {"sv": "Metoder", "en": "Methods"}
HEADINGS = {
    "symbols": {"sv": "Beteckningar", "en": "Symbols"},
    "formula": {"sv": "Formel", "en": "Formula"},
    "range": {"sv": "Värden", "en": "Values"},
    "reference": {"sv": "Källa", "en": "Reference"},
    "limits": {"sv": "Begränsningar", "en": "Limits"},
    "not_for": {"sv": "Använd inte för", "en": "Do not use for"},
    "ranking": {"sv": "Rangordning", "en": "Ranking"},
    "no_chance": {"sv": "Slumpnivå", "en": "Chance level"},
}


@dataclass(frozen=True, eq=False)
class Measure:
    id: str
    section: str
    name: Texts
    meaning: Texts
    formula: str
    range: str
    reference: str
    limits: Texts
    not_for: Texts
    ranked: bool
    no_chance: Texts | None = None


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(MEASURES_FILE.read_text(encoding="utf-8"))


@cache
def measures() -> dict[str, Measure]:
    """Every measure by its id, which for an index is its name in `INDICES`."""
    return {id_: Measure(id=id_, **table) for id_, table in _content()["measures"].items()}


def sections() -> dict[str, Texts]:
    """The headings that measures stand under, in the order they are shown."""
    return dict(_content()["sections"])


def introduction() -> Texts:
    return {language: text.strip() for language, text in _content()["introduction"].items()}


def symbols() -> Texts:
    return dict(_content()["symbols"])


def ranking_caveat() -> Texts:
    """What stands beside every measure that readers might rank municipalities by."""
    return dict(_content()["ranking"])


def document() -> str:
    """All measures as one Markdown document, Swedish first."""
    return "\n\n".join(part for language in TITLES for part in _part(language)) + "\n"


def _part(language: str) -> Iterator[str]:
    yield f"# {TITLES[language]}"
    yield introduction()[language]
    yield f"**{HEADINGS['symbols'][language]}.** {symbols()[language]}"
    for section, heading in sections().items():
        yield f"## {heading[language]}"
        for measure in measures().values():
            if measure.section == section:
                yield from _described(measure, language)


def _described(measure: Measure, language: str) -> Iterator[str]:
    yield f"### {measure.name[language]}"
    yield measure.meaning[language]
    facts = {
        "formula": f"`{measure.formula}`",
        "range": measure.range,
        "reference": measure.reference,
        "limits": measure.limits[language],
        "not_for": measure.not_for[language],
    }
    if measure.no_chance:
        facts["no_chance"] = measure.no_chance[language]
    if measure.ranked:
        facts["ranking"] = ranking_caveat()[language]
    yield "\n".join(f"- **{HEADINGS[fact][language]}:** {text}" for fact, text in facts.items())


if __name__ == "__main__":
    print(document(), end="")
