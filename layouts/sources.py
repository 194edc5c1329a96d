"""What is shown rests on this: publishers and tables, the edition, and the caveats."""

from collections.abc import Iterable

from dash import html

from data.catalogue import Indicator
from data.edition import current_edition
from layouts.language import text
from layouts.place import named_source


def sources_and_caveats(
    shown: Iterable[Indicator], language: str, folded: bool = True
) -> list[object]:
    """The sources of some indicators, each once, and the caveat of each; open on paper."""
    shown, edition = list(shown), current_edition()
    sources = dict.fromkeys(source for indicator in shown for source in indicator.sources)
    caveats: dict[str, list[str]] = {}
    for indicator in shown:
        caveats.setdefault(indicator.caveat[language], []).append(indicator.label[language])
    told = [
        html.Div([html.Dt(", ".join(labels)), html.Dd(caveat)])
        for caveat, labels in caveats.items()
    ]
    heading, listed = text(language, "caveats"), html.Dl(told, className="caveats")
    return [
        html.Ul([named_source(source, language) for source in sources], className="source-list"),
        html.P(text(language, "edition_of", edition=edition.id, date=edition.date)),
        html.Details([html.Summary(heading), listed])
        if folded
        else html.Div([html.H3(heading), listed]),
    ]
