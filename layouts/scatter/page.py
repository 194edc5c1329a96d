"""The page of relationships."""

from collections.abc import Sequence

from dash import html

from layouts import open_data
from layouts.chosen import adding, chips
from layouts.file_links import file_links
from layouts.forms import form, hidden, indicator_select, select
from layouts.language import text
from layouts.links import to_compare
from layouts.notice import Notice
from layouts.notices import notices
from layouts.paths import RANKING, SCATTER, path
from layouts.scatter.picture import picture
from layouts.scatter.question import LEVELS, MOST_NAMED, Relation, related
from layouts.scatter.readings import Related
from layouts.scatter.table import values_table
from layouts.scatter.words import about, cautions, heading, in_words
from layouts.sharing_bar import bar
from layouts.sharing_paths import RELATION
from layouts.sources import sources_and_caveats
from layouts.within import within_select


def scatter_page(
    asked: Relation, found: Related, missed: Sequence[Notice], language: str
) -> html.Main:
    shown = [asked.x, asked.y]
    indices = any(each.is_index for each in shown)
    warned = [html.P(text(language, "ranking_note"), className="ranking-warning")]
    return html.Main(
        [
            html.P(text(language, "page_scatter"), className="eyebrow"),
            html.H1(heading(asked, language)),
            html.Div(notices(missed, language), className="notices"),
            scatter_form(asked, language),
            html.P(in_words(asked, found, language), className="lead"),
            html.Ul(
                [html.Li(said) for said in cautions(asked, found, language)], className="cautions"
            ),
            *(warned if indices else []),
            picture(asked, found, language),
            html.P(about(asked, found, language), className="note"),
            bar(language, RELATION, asked.query),
            *_naming(asked, language),
            html.Section(
                [
                    html.H2(text(language, "section_values")),
                    values_table(asked, found, heading(asked, language), language),
                    file_links(text(language, "download_table"), lambda form: _file(asked, form)),
                ],
                id="values",
            ),
            _further(asked, language),
            html.Section(
                [
                    html.H2(text(language, "section_sources")),
                    *sources_and_caveats(shown, language),
                ],
                id="sources",
            ),
        ],
        id="main",
        className="document scatter-page",
    )


def address(asked: Relation) -> str:
    return f"{path(SCATTER, asked.language)}?{asked.query}"


def scatter_form(asked: Relation, language: str) -> html.Form:
    possible = related(asked.level)
    shown = [(id_, text(language, f"level_{id_}")) for id_ in LEVELS]
    years = [(str(year), str(year)) for year in reversed(asked.years)]
    return form(
        [
            indicator_select("x", text(language, "ask_x"), possible, asked.x, language),
            indicator_select("y", text(language, "ask_y"), possible, asked.y, language),
            select("level", text(language, "level"), shown, asked.level.id),
            *within_select(asked.level, asked.within, language),
            *([select("year", text(language, "year"), years, str(asked.year))] if years else []),
            *hidden({"named": asked.fields()["named"]}),
        ],
        path(SCATTER, language),
        language,
    )


def _naming(asked: Relation, language: str) -> list[object]:
    title = text(language, "named_areas")
    full = html.P(text(language, "named_full", most=MOST_NAMED), className="note")
    more = adding(path(SCATTER, language), asked.fields(), language)
    return [
        html.H2(title),
        chips(asked.named, title, language, without=lambda area: address(asked.without(area))),
        full if len(asked.named) >= MOST_NAMED else more,
    ]


def _file(asked: Relation, form: str) -> str:
    """Both measures of the areas; of every year where they have none in common."""
    within = {"within": asked.within.code} if asked.within else {}
    year = {"year": str(asked.year)} if asked.year else {}
    return open_data.values([asked.x, asked.y], form, level=asked.level.id, **within, **year)


def _further(asked: Relation, language: str) -> html.Ul:
    links = [html.A(text(language, "turn_axes"), href=address(asked.turned()))]
    if asked.named:
        compare = to_compare(asked.named, language, asked.x)
        links.append(html.A(text(language, "compare_named"), href=compare))
    links += [
        html.A(
            text(language, "rank_of", indicator=each.label[language]),
            href=f"{path(RANKING, language)}?indicator={each.id}&level={asked.level.id}",
        )
        for each in (asked.x, asked.y)
    ]
    return html.Ul([html.Li(link) for link in links], className="further")
