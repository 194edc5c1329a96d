"""Pages of words: sections whose text stands in the locale files, in paragraphs and lists."""

from collections.abc import Callable, Iterator, Sequence

from dash import html

from layouts.language import text

ITEM = "- "


def prose(ids: Sequence[str], words: Callable[[str], tuple[str, str]]) -> list[html.Section]:
    """A section for each id; `words` gives its heading and its text."""
    return [
        html.Section([html.H2(heading), *paragraphs(body)], id=id_)
        for id_, (heading, body) in ((id_, words(id_)) for id_ in ids)
    ]


def paragraphs(body: str) -> Iterator[html.P | html.Ul]:
    """Paragraphs parted by an empty line; one whose lines begin with a hyphen is a list."""
    for part in body.strip().split("\n\n"):
        lines = part.splitlines()
        if all(line.startswith(ITEM) for line in lines):
            yield html.Ul([html.Li(line.removeprefix(ITEM)) for line in lines])
        else:
            yield html.P(" ".join(lines))


def contents(titles: Sequence[tuple[str, str]], language: str) -> html.Nav:
    """The way to each section: ids and their headings."""
    links = [html.Li(html.A(said, href=f"#{id_}")) for id_, said in titles]
    return html.Nav(html.Ul(links), **{"aria-label": text(language, "contents")})
