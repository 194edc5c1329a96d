"""What an indicator is, in words: the metadata that go with every answer."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from data.catalogue import Indicator, Source, declared_indicators
from data.edition import FORMER_KEPT, Edition
from geo.levels import levels
from layouts import open_data

SITE = "Segregationskartan"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
MOST_LINKS = 20
KINDS = ("count", "share", "index")


def identifier(indicator: Indicator, edition: Edition) -> str:
    """What names these very figures for good: the indicator in the edition."""
    return f"segregationskartan:{edition.id}:{indicator.id}"


def address(indicator: Indicator, edition: Edition) -> str:
    return open_data.about(indicator, edition.id)


def brief(indicator: Indicator, edition: Edition) -> dict[str, Any]:
    """What a list of indicators tells of each."""
    return {
        "id": indicator.id,
        "identifier": identifier(indicator, edition),
        "label": indicator.label,
        "theme": {"id": indicator.theme.id, "label": indicator.theme.label},
        "unit": {"id": indicator.unit.id, "label": indicator.unit.label},
        "decimals": indicator.decimals,
        "levels": {
            level.id: {"years": list(found.years), "areas_edition": found.areas_edition}
            for level in levels().values()
            if (found := edition.coverage(indicator, level))
        },
        "sources": [source(each) for each in indicator.sources],
        "licence": licence(indicator),
        "address": address(indicator, edition),
    }


def whole(indicator: Indicator, edition: Edition) -> dict[str, Any]:
    """All there is to know of an indicator."""
    told = brief(indicator, edition)
    for level in levels().values():
        if found := edition.coverage(indicator, level):
            told["levels"][level.id] |= {
                "values": found.values,
                "missing": found.missing,
                "limits": list(found.limits),
                "file": f"/editions/{edition.id}/{found.file}",
            }
    return told | {
        "edition": edition.id,
        "about": indicator.about,
        "caveat": indicator.caveat,
        "kind": kind(indicator),
        "measure": {
            key: value
            for key, value in vars(indicator.measure).items()
            if value not in (None, False)
        },
        "scale": indicator.scale,
        "categories": [{"value": each.value, "label": each.label} for each in indicator.categories],
        "citation": {language: citation(indicator, edition, language) for language in ("sv", "en")},
        "bundle": open_data.bundle(indicator, edition.id),
    }


def kind(indicator: Indicator) -> str:
    return next((each for each in KINDS if getattr(indicator.measure, each)), "given")


def source(each: Source) -> dict[str, str]:
    return {
        "id": each.id,
        "publisher": each.publisher,
        "table": each.table,
        "licence": each.licence,
    }


def licence(indicator: Indicator) -> dict[str, str | None]:
    """The licence of the figures; its address where it is one and the same for all sources."""
    names = sorted({each.licence for each in indicator.sources})
    return {"name": "; ".join(names), "address": CC0 if names == ["CC0 1.0"] else None}


def citation(indicator: Indicator, edition: Edition, language: str) -> str:
    publishers = ", ".join(dict.fromkeys(each.publisher for each in indicator.sources))
    figures, version = ("Figures", "edition") if language == "en" else ("Underlag", "utgåva")
    return (
        f"{SITE} ({edition.date[:4]}): {indicator.label[language]}, {version} {edition.id} "
        f"({identifier(indicator, edition)}). {figures}: {publishers}."
    )


def links(indicators: Sequence[Indicator], edition: Edition) -> tuple[str, ...]:
    """Where meaning, sources and licence stand, for the head of an answer."""
    found = [f'<{address(each, edition)}>; rel="describedby"' for each in indicators[:MOST_LINKS]]
    licences = {licence(each)["address"] for each in indicators}
    if licences == {CC0}:
        found.append(f'<{CC0}>; rel="license"')
    return tuple(found)


@lru_cache(maxsize=FORMER_KEPT + 1)
def every(edition: Edition) -> Mapping[str, Indicator]:
    """The indicators that the edition has values of, by id."""
    return {id_: each for id_, each in declared_indicators().items() if edition.levels(each)}


def cells(indicators: Sequence[Indicator], edition: Edition) -> list[dict[str, str]]:
    """One row of words for each indicator."""
    return [
        {
            "indicator": each.id,
            "identifier": identifier(each, edition),
            "label_sv": each.label["sv"],
            "label_en": each.label["en"],
            "unit": each.unit.label["sv"],
            "about_sv": each.about["sv"],
            "about_en": each.about["en"],
            "caveat_sv": each.caveat["sv"],
            "caveat_en": each.caveat["en"],
            "sources": "; ".join(f"{source.publisher}: {source.table}" for source in each.sources),
            "licence": str(licence(each)["name"]),
            "citation": citation(each, edition, "sv"),
        }
        for each in indicators
    ]
