"""Components as a person reads them: words, tables, and the sections of a page."""

from dataclasses import dataclass

from dash.development.base_component import Component

ROW = tuple[str | None, list[str]]


@dataclass(frozen=True)
class Section:
    said: str
    rows: list[ROW]
    lists: list[list[str]]


@dataclass(frozen=True)
class Page:
    """What a page says: the components themselves take much room."""

    head: str
    said: str
    sections: dict[str, Section]


def page(component):
    """A page of a head, its contents and its sections."""
    head, contents, *rest = component.children
    told = {each.id: Section(words(each), rows(each), lists(each)) for each in rest}
    said = [words(head), words(contents), *(each.said for each in told.values())]
    return Page(said[0], "|".join(said), told)


def words(component):
    """The text of a component, parts apart by a bar."""
    if component is None:
        return ""
    if isinstance(component, (list, tuple)):
        return "|".join(words(part) for part in component)
    if isinstance(component, Component):
        return words(getattr(component, "children", None))
    return str(component)


def parts(component):
    """Every component inside one and itself, in reading order."""
    waiting = [component]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Component):
            yield one
            waiting.append(getattr(one, "children", None))
        elif isinstance(one, (list, tuple)):
            waiting.extend(reversed(one))


def found(component, kind):
    """Every component of a kind inside one, in reading order."""
    return [one for one in parts(component) if type(one).__name__ == kind]


def section(page, id_):
    sections = (one for one in parts(page) if type(one).__name__ == "Section")
    return next(one for one in sections if getattr(one, "id", None) == id_)


def rows(component):
    """The cells of every row below the heads: text and address, by the head of the row."""
    table = []
    for body in found(component, "Tbody"):
        for row in body.children:
            links = found(row.children[0], "A")
            cells = [words(cell) for cell in row.children]
            table.append((links[0].href if links else None, cells))
    return table


def lists(component):
    """The entries of every list where the order says something."""
    return [[words(entry) for entry in each.children] for each in found(component, "Ol")]
