"""What visitors ask during a fault, and whether what they are told is what was published."""

import json
import random
import urllib.request
from functools import cache

from data import store
from data.catalogue import indicators
from data.edition import current_edition
from geo.levels import levels
from layouts.made_by import views
from tests.unpacked import unpacked

PATIENCE = 30
YEARS = (2020, 2021, 2022, 2023)
FACTS = "..place.children...facts.data.."
WHOLE = b"{"


class WrongNumberError(Exception):
    """An answer held another number than the published one."""


@cache
def published():
    """The population of every municipality in every year, and these in an order that jumps.

    There are more than a worker keeps as bytes, so the shared cache is asked for most.
    """
    level, population = levels()["municipality"], indicators()["population"]
    found = {
        (code, year): int(value)
        for year in YEARS
        for code, value in store.values(population, level, year).items()
    }
    order = sorted(found)
    random.Random(1).shuffle(order)
    # An odd number of them, so that each kind of visit comes to all in time.
    return found, order[: len(order) - 1 + len(order) % 2]


def callback(asked):
    return {
        "output": FACTS,
        "outputs": [{"id": "place", "property": "children"}, {"id": "facts", "property": "data"}],
        "inputs": [{"id": "asked", "property": "data", "value": asked}],
        "changedPropIds": ["asked.data"],
    }


def fetched(site, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        site + path, data=data, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.read()


def ask_page(site, _):
    if b"_dash-config" not in fetched(site, "/sv/"):
        raise WrongNumberError("The page is not whole.")


def ask_api(site, turn):
    found, order = published()
    area, year = order[turn % len(order)]
    path = f"/api/v1/values?indicator=population&area={area}&year={year}"
    rows = json.loads(fetched(site, path))["data"]
    if [row["value"] for row in rows] != [found[area, year]]:
        raise WrongNumberError(f"{path} told {rows}")


def ask_facts(site, turn):
    """The numbers of one area, for all years in one answer."""
    _, order = published()
    area, year = order[turn % len(order)]
    asked = f"/sv/?indicator=population&area={area}&year={year}"
    check(json.loads(fetched(site, "/_dash-update-component", callback(asked))), area)


def ask_view(site, turn):
    """The same numbers, as the page asks for them: with all else of the view, as what is new in it."""
    _, order = published()
    area, year = order[turn % len(order)]
    edition = views(current_edition().id)
    told = fetched(site, f"{edition}/sv/new/values?indicator=population&area={area}&year={year}")
    if not told.startswith(WHOLE):  # as it is where the service shows another edition
        told = unpacked(told, opening(site, edition)).partition(b"\n")[0]
    check(json.loads(told)[FACTS], area)


@cache
def opening(site, edition):
    return fetched(site, f"{edition}/sv/")


def check(answer, area):
    """The numbers of an area are the published ones."""
    found, _ = published()
    told = answer["response"]["facts"]["data"]["years"]
    for each in YEARS:
        value = told[str(each)]["value"].removesuffix("\u00a0personer")
        if value != f"{found[area, each]:,}".replace(",", "\u00a0"):
            raise WrongNumberError(f"Of {area} in {each} was told {value!r}")


ASKING = (ask_facts, ask_api, ask_view, ask_page)
