"""What every page has: its header with search, pages and languages, and its footer."""

from dash import html

from data.edition import current_edition
from layouts import open_data, paths
from layouts.language import languages, text
from layouts.searching import search

FOOT = (paths.METHOD, paths.DATA, paths.ABOUT, paths.ACCESSIBILITY)


def header(asked: paths.Asked, query: str = "") -> html.Header:
    language = asked.language
    return html.Header(
        [_brand(language), search(language), _languages(asked, query), _pages(asked)],
        className="site-header",
    )


def _brand(language: str) -> html.A:
    return html.A(
        [
            html.Img(src="/assets/mark.svg", alt="", width=40, height=40),
            html.Span([html.Strong(text(language, "site")), html.Span(text(language, "tagline"))]),
        ],
        href=paths.path(paths.MAP, language),
        className="brand",
    )


def _pages(asked: paths.Asked) -> html.Nav:
    language = asked.language
    links = [
        html.Li(
            html.A(
                text(language, f"page_{page}"),
                href=paths.path(page, language),
                **({"aria-current": "page"} if asked.page == page else {}),
            )
        )
        for page in paths.MENU
    ]
    return html.Nav(
        html.Ul(links), className="site-pages", **{"aria-label": text(language, "site_pages")}
    )


def _languages(asked: paths.Asked, query: str) -> html.Nav:
    question = f"?{query}" if query else ""
    links = [
        html.A(
            text(other, "language_name"),
            href=paths.path(asked.page, other, asked.area) + question,
            lang=other,
            className="language",
            hrefLang=other,
        )
        for other in languages()
        if other != asked.language
    ]
    return html.Nav(
        links, className="languages", **{"aria-label": text(asked.language, "site_languages")}
    )


def footer(language: str) -> html.Footer:
    columns = [
        ("footer_about", ["footer_about_text", "independent"]),
        ("footer_data", ["footer_data_text", "footer_borders"]),
        ("footer_privacy", ["footer_privacy_text"]),
    ]
    sections = [
        html.Section(
            [html.H2(text(language, title)), *(html.P(text(language, line)) for line in lines)]
        )
        for title, lines in columns
    ]
    links = [
        html.A(text(language, "open_data"), href=open_data.FRONT[language]),
        *(html.A(text(language, f"page_{page}"), href=paths.path(page, language)) for page in FOOT),
        html.Span(text(language, "edition", edition=current_edition().id)),
    ]
    return html.Footer([*sections, html.P(links, className="edition")], className="site-footer")
