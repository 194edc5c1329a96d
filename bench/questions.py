"""What a reader's change asks of a server, in the words of each build."""

import json
from collections.abc import Sequence
from gzip import compress
from urllib.request import Request, urlopen

from bench.load import Asked
from callbacks.door import CALLBACK_PATH
from data.edition import current_edition
from layouts.made_by import views

# New to the browser, each; the last has the years that are turned.
INDICATORS = (
    "rented_share", "owner_occupied_share", "post_secondary_share", "openly_unemployed_share",
    "age_65_plus_share",
)  # fmt: skip


def of_ours(chosen: Sequence[str], area: str = "00") -> list[Asked]:
    """The server's part of every change of indicator: what is new in the view, with the values."""
    below = f"{views(current_edition().id)}/sv/new/values"
    return [Asked(f"{below}?indicator={indicator}&area={area}") for indicator in chosen]


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
