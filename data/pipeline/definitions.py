"""What every indicator of an edition means and is made of, so that the next can tell what changed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from data.catalogue import Indicator, groups
from data.edition import Edition

Definition = dict[str, str]


def definition(indicator: Indicator) -> Definition:
    """What would make other numbers of it, or numbers of something else, as short texts."""
    made_of = indicator.grouping.groups if indicator.grouping else indicator.measure.groups()
    return {
        "meaning": indicator.about["en"],
        "unit": indicator.unit.id,
        "decimals": str(indicator.decimals),
        "measure": _short(asdict(indicator.measure)),
        "groups": _short({id_: _held(asdict(groups()[id_])) for id_ in made_of}),
        "sources": "; ".join(f"{one.publisher}, {one.table}" for one in indicator.sources),
        "breaks": ", ".join(map(str, sorted(indicator.breaks))),
    }


def changed_definitions(now: Mapping[str, Mapping[str, str]], previous: Edition) -> Iterator[str]:
    """A line for every part of a definition that is another than in the edition before."""
    for id_, after in now.items():
        before = previous.definitions.get(id_, {})
        for part in before:
            if before[part] != after.get(part):
                was, now_is = before[part] or "nothing", after.get(part) or "nothing"
                yield f"- {id_}: defined anew: {part} was {was} and is {now_is.rstrip('.')}."


def _held(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value and key not in ("id", "label")}


def _short(table: Mapping[str, Any]) -> str:
    return json.dumps(_held(table), ensure_ascii=False, sort_keys=True).replace('"', "")
