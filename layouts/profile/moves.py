"""How many areas, and people in them, moved between area types from one year to another."""

from dash import html

from data.catalogue import Category, indicators
from data.flows import Flow
from layouts import open_data
from layouts.area_types import swatch
from layouts.language import text
from layouts.numbers import number, numbered, with_unit
from layouts.readings import Moves, Profile
from layouts.tables import Cell, Head, table
from layouts.view import name


def moves(profile: Profile, language: str) -> list[object]:
    """A sentence, the years it is about, and a table of every move and stay."""
    found = profile.moves
    if found is None:
        return [html.P(text(language, "moves_none"))]
    area, code = name(profile.place, language), profile.place.code
    said = {"first": found.flows.first, "last": found.flows.last}
    links = [
        html.A(form.upper(), href=open_data.flows(found.moving.kind, code, form, **said))
        for form in ("csv", "json")
    ]
    return [
        html.P(_sentence(found, area, language)),
        _table(found, area, language),
        html.P(
            text(language, "moves_note", **said, years=_years(found, language)), className="note"
        ),
        html.P([text(language, "moves_files"), " ", links[0], " ", links[1]]),
    ]


def _sentence(found: Moves, area: str, language: str) -> str:
    flows, plural = found.flows, found.moving.level.plural[language]
    counted = {"of": number(flows.areas, 0, language), "plural": plural, "area": area}
    years = {"first": flows.first, "last": flows.last}
    left_out = ""
    if flows.left_out:
        count = number(flows.left_out, 0, language)
        left_out = " " + text(language, "moves_left_out", count=count, plural=plural)
    if not flows.moved:
        return text(language, "moves_nothing", **counted, **years) + left_out
    moved = [flow for flow in flows.flows if flow.before != flow.after]
    people = sum(flow.people for flow in moved)
    share = 100 * people / (sum(flow.people for flow in flows.flows) or 1)
    better = sum(flow.areas for flow in moved if flow.after > flow.before)
    said = text(
        language,
        "moves_said",
        moved=number(flows.moved, 0, language),
        way=_way(better, flows.moved - better, language),
        people=with_unit(people, indicators()["population"], language),
        share=number(share, 1, language),
        **counted,
        **years,
    )
    return said + left_out


def _way(better: int, worse: int, language: str) -> str:
    if not better or not worse:
        return text(language, "moves_better" if better else "moves_worse")
    counted = {"better": number(better, 0, language), "worse": number(worse, 0, language)}
    return text(language, "moves_both", **counted)


def _table(found: Moves, area: str, language: str) -> html.Div:
    """A row a type before, a column a type after; stays are on the diagonal."""
    flows, categories = found.flows, found.moving.kind.categories
    by_pair = {(flow.before, flow.after): flow for flow in flows.flows}
    heads = [
        Head(text(language, "moves_before", year=flows.first)),
        *(
            Head(text(language, "moves_after", type=one.value), str(flows.last))
            for one in categories
        ),
    ]
    rows = [
        [
            Cell([swatch(before), numbered(before, language)]),
            *(_cell(by_pair.get((before.value, after.value)), language) for after in categories),
        ]
        for before in _present(categories, {flow.before for flow in flows.flows})
    ]
    years = {"first": flows.first, "last": flows.last}
    return table(text(language, "moves_caption", area=area, **years), heads, rows)


def _present(categories: tuple[Category, ...], held: set[int]) -> list[Category]:
    return [one for one in categories if one.value in held]


def _cell(flow: Flow | None, language: str) -> Cell:
    if flow is None:
        return Cell(number(0, 0, language), 0)
    people = text(language, "moves_people", people=number(flow.people, 0, language))
    return Cell([number(flow.areas, 0, language), " ", html.Small(people)], flow.areas)


def _years(found: Moves, language: str) -> str:
    *first, last = map(str, found.years)
    return text(language, "and_list", first=", ".join(first), last=last)
