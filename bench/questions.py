"""What a reader's change asks of a server, in the words of each build."""

import json
from collections.abc import Sequence
from gzip import compress
from urllib.request import Request, urlopen

from bench.contenders import OWN_LEVEL
from bench.load import Asked
from callbacks.door import CALLBACK_PATH
from data.catalogue import indicators
from data.edition import current_edition
from geo.levels import levels
from layouts.made_by import views

# New to the browser, each; the last has the years that are turned.
INDICATORS = (
    "rented_share", "owner_occupied_share", "post_secondary_share", "openly_unemployed_share",
    "age_65_plus_share",
)  # fmt: skip


def of_ours(chosen: Sequence[str], area: str = "00") -> list[Asked]:
    """The server's part of every change of indicator: the view and the values."""
    edition = current_edition()
    found = []
    for indicator in chosen:
        coverage = edition.coverage(indicators()[indicator], levels()[OWN_LEVEL])
        assert coverage is not None
        view = f"{views(edition.id)}/sv/?indicator={indicator}&area={area}"
        found += [Asked(view), Asked(f"/editions/{edition.id}/{coverage.file}")]
    return found


def of_naive(chosen: Sequence[str], year: int) -> list[Asked]:
    return [
        Asked(
            CALLBACK_PATH,
            {
                "output": "map.figure",
                "outputs": {"id": "map", "property": "figure"},
                "inputs": [
                    {"id": "indicator", "property": "value", "value": indicator},
                    {"id": "year", "property": "value", "value": year},
                ],
                "changedPropIds": ["indicator.value"],
            },
        )
        for indicator in chosen
    ]


def gzipped(site: str, asked: Asked) -> int:
    """What an answer of the naive build weighs when it is compressed as nginx would."""
    body = json.dumps(asked.body).encode()
    request = Request(site + asked.path, body, {"Content-Type": "application/json"})
    with urlopen(request) as answer:
        return len(compress(answer.read(), 6))
