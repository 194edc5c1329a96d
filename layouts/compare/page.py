"""The page of the comparison."""

from collections.abc import Sequence

from dash import html

from data.catalogue import Indicator
from geo.areas import Area, ancestors
from geo.levels import levels
from layouts.compare.chart import over_time
from layouts.compare.form import add_form, address, chosen_areas, comparison_form, weights_form
from layouts.compare.maps import maps
from layouts.compare.programme import before_and_after
from layouts.compare.question import MOST, Comparison
from layouts.compare.readings import Compared
from layouts.compare.table import side_by_side
from layouts.compare.words import names
from layouts.language import text
from layouts.links import to_scatter
from layouts.notice import Notice
from layouts.notices import notices
from layouts.paths import RANKING, path
from layouts.ranking.question import rankable
from layouts.sources import sources_and_caveats
from layouts.view import name

QUICKLY_ADDED = 3


def compare_page(
    asked: Comparison, compared: Compared, missed: Sequence[Notice], language: str
) -> html.Main:
    indicator, plural = asked.indicator, levels()["municipality"].plural[language]
    sections = {
        "over_time": over_time(asked, compared.courses, language),
        "maps": maps(asked, compared.maps, compared.map_year, language),
        "before_after": before_and_after(asked, compared.programme, language),
        "side_by_side": side_by_side(asked, compared.table, language),
        "peers": _peers(asked, compared, language),
        "sources": sources_and_caveats(
            dict.fromkeys((indicator, *(row.indicator for row in compared.table))), language
        ),
    }
    return html.Main(
        [
            html.P(text(language, "page_compare"), className="eyebrow"),
            html.H1(names(asked, language)),
            html.Div(notices(missed, language), className="notices"),
            chosen_areas(asked, language),
            add_form(asked, language),
            *_quick(asked, compared, language),
            comparison_form(asked, language),
            html.H2([indicator.label[language], *_unit(indicator, language)]),
            html.P(indicator.about[language]),
            *_warning(asked, language),
            *(
                html.Section(
                    [html.H2(text(language, f"section_{id_}", plural=plural)), *parts], id=id_
                )
                for id_, parts in sections.items()
                if parts
            ),
            _further(asked, language),
        ],
        id="main",
        className="document compare",
    )


def _unit(indicator: Indicator, language: str) -> list[object]:
    return [] if indicator.categories else [html.Span(f" {indicator.unit.label[language]}")]


def _warning(asked: Comparison, language: str) -> list[object]:
    if not asked.indicator.is_index:
        return []
    return [html.P(text(language, "ranking_note"), className="ranking-warning")]


def _quick(asked: Comparison, compared: Compared, language: str) -> list[object]:
    """The nearest peers, and the wider areas around, each added by one click."""
    free, likened = MOST - len(asked.areas), asked.likened
    near = [peer for peer in compared.peers if peer not in asked.areas][: min(QUICKLY_ADDED, free)]
    links = []
    if likened and near:
        peers = ", ".join(peer.name for peer in near)
        words = text(language, "add_peers", area=likened.name, peers=peers)
        links.append(html.A(words, href=address(asked.and_also(near))))
    if free:
        links += [
            html.A(
                text(language, "add_peer", area=name(wider, language)),
                href=address(asked.and_also([wider])),
            )
            for wider in reversed(ancestors(asked.areas[0]))
            if wider not in asked.areas
        ]
    return [html.Ul([html.Li(link) for link in links], className="quick")] if links else []


def _peers(asked: Comparison, compared: Compared, language: str) -> list[object]:
    """Municipalities like the first, each with the way to compare it too; and what likens them."""
    if asked.likened is None:
        return [html.P(text(language, "peers_of_none"), className="note")]
    intro = text(language, "peers_intro", area=asked.likened.name)
    listed = html.Ol([html.Li(_peer(asked, peer, language)) for peer in compared.peers])
    found = [listed] if compared.peers else [html.P(text(language, "compare_peers_none"))]
    method = html.P(text(language, "peers_method"), className="note")
    return [html.P(intro), *found, weights_form(asked, language), method]


def _peer(asked: Comparison, peer: Area, language: str) -> object:
    if peer in asked.areas:
        return text(language, "peer_compared", area=peer.name)
    if len(asked.areas) >= MOST:
        return peer.name
    return html.A(text(language, "add_peer", area=peer.name), href=address(asked.and_also([peer])))


def _further(asked: Comparison, language: str) -> html.Ul:
    links = [html.A(text(language, "to_scatter"), href=to_scatter(asked.indicator, language))]
    if asked.indicator in rankable():
        ranking = f"{path(RANKING, language)}?indicator={asked.indicator.id}"
        links.insert(0, html.A(text(language, "to_ranking"), href=ranking))
    return html.Ul([html.Li(link) for link in links], className="further")
