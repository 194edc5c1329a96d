"""Looks up the first view of the map, which stands in the page before any script has run."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas
from flask import Response, request

from callbacks.charted import charted
from callbacks.layers import layers
from callbacks.pinned import pinned
from callbacks.told import told
from data import store
from data.edition import current_edition, newest_edition
from geo.levels import SWEDEN
from layouts.document import written
from layouts.former_map import former_map_page
from layouts.head import head_of_map, head_of_site
from layouts.notice import Notice
from layouts.opening import Opening, opening
from layouts.paths import MAP, Asked, language_of
from layouts.readings import Reading
from layouts.showing import VALUES
from layouts.view import View, read
from sending.kept import Answer, Kept
from sending.origin import origin
from sending.sent import REVALIDATED, sent

HTML = "text/html; charset=utf-8"
MOST_BYTES = 24_000_000
KEPT = Kept(MOST_BYTES)


def opened(make: Callable[[], str]) -> Response:
    """The map of the address asked for; of an older edition as a page that needs no script."""
    return pinned(language_of(request.path), lambda query: _opened(make, query))


def _opened(make: Callable[[], str], query: str) -> Response:
    """The index page, made once per edition and view.

    A page that names what was asked wrongly is not kept: strangers could ask for ever more.
    """
    view, missed = read(f"{request.path}?{query}")
    if current_edition() is not newest_edition():
        return sent(former_map(view, missed))
    if missed:
        return sent(Answer(make().encode(), HTML), lasts=REVALIDATED)
    key = (current_edition().id, origin(), view.address())
    return sent(KEPT.answer(key, lambda: Answer(make().encode(), HTML)), lasts=REVALIDATED)


def opening_of(address: str, site: str) -> dict[str, str]:
    """The parts of the index page by name, as HTML."""
    view, missed = read(address)
    plain = replace(view, showing=VALUES)
    [layer] = layers(plain, current_edition())
    first = Opening(plain, missed, layer, readings(plain, layer.values), told(view, view.year))
    asked = bool(address.partition("?")[2])
    head = (
        head_of_map(view, first.told["sentence"], site)
        if asked
        else head_of_site(view.language, site)
    )
    return {"language": view.language, "head": head, **opening(first)}


def former_map(view: View, missed: Sequence[Notice]) -> Answer:
    """The whole view of an older edition, drawn by the server: maps, chart, table and files."""

    def make() -> Answer:
        edition = current_edition()
        [plain] = layers(replace(view, showing=VALUES), edition)
        first = Opening(view, missed, plain, readings(view, plain.values), told(view, view.year))
        page = former_map_page(first, layers(view, edition), charted(view))
        return Answer(written(page, Asked(MAP, view.language), origin()).encode(), HTML)

    if missed:
        return make()
    return KEPT.answer((current_edition().id, origin(), view.address()), make)


def readings(view: View, values: pandas.Series) -> dict[str, Reading]:
    """What the areas on the map read, the highest first."""
    statuses = store.status(view.indicator, view.level, view.year).to_dict()
    inside = values if view.scope == SWEDEN else values[values.index.str.startswith(view.scope)]
    return {
        str(code): Reading(
            view.indicator,
            view.year,
            None if pandas.isna(value) else float(value),
            str(statuses[code]),
        )
        for code, value in inside.sort_values(ascending=False).items()
    }
