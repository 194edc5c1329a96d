"""What stands in the head of a page: its title, its one address, its languages, and its picture for those who share it."""

from html import escape

from layouts.language import languages, text
from layouts.paths import MAP, Asked, path
from layouts.sharing_paths import MAP as MAP_PICTURE
from layouts.sharing_paths import PICTURE, shared
from layouts.view import View, name

LOCALES = {"sv": "sv_SE", "en": "en_GB"}


def head_of_map(view: View, said: str, site: str) -> str:
    """The head of the map of a view, with what is said of the chosen area."""
    language, shown = view.language, view.indicator.label[view.language]
    title = f"{shown}, {name(view.area, language)} {view.year} – {text(language, 'site')}"
    query = view.address().partition("?")[2]
    picture = shared(PICTURE, MAP_PICTURE, view, "png")
    return head(
        Asked(MAP, language), title, site=site, description=said, query=query, picture=picture
    )


def head_of_site(language: str, site: str) -> str:
    """The head of the map where nothing was asked for: that of the whole site."""
    title = f"{text(language, 'site')} – {text(language, 'tagline')}"
    return head(Asked(MAP, language), title, site=site, description=text(language, "description"))


def head(
    asked: Asked,
    title: str,
    *,
    site: str,
    description: str,
    query: str = "",
    picture: str = "",
    indexed: bool = True,
) -> str:
    """The tags of a page; `query` and `picture` are its own checked parts of addresses."""
    address = f"{site}{asked.path}" + (f"?{query}" if query else "")
    tags = [
        f"<title>{escape(title)}</title>",
        _meta("name", "description", description),
        *(_addresses(asked, site, query) if indexed else [_meta("name", "robots", "noindex")]),
        '<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">',
        '<link rel="preload" href="/assets/fonts/source-sans-3.woff2" as="font" type="font/woff2" crossorigin>',
        _meta("name", "color-scheme", "light dark"),
        _meta("property", "og:type", "website"),
        _meta("property", "og:site_name", text(asked.language, "site")),
        _meta("property", "og:title", title),
        _meta("property", "og:description", description),
        _meta("property", "og:url", address),
        _meta("property", "og:locale", LOCALES[asked.language]),
        *(_picture(site, picture, title) if picture else []),
    ]
    return "\n        ".join(tags)


def _addresses(asked: Asked, site: str, query: str) -> list[str]:
    question = f"?{query}" if query else ""
    return [
        f'<link rel="canonical" href="{escape(site + asked.path + question)}">',
        *(
            f'<link rel="alternate" hreflang="{language}" '
            f'href="{escape(site + path(asked.page, language, asked.area) + question)}">'
            for language in languages()
        ),
    ]


def _picture(site: str, picture: str, title: str) -> list[str]:
    return [
        _meta("property", "og:image", site + picture),
        _meta("property", "og:image:alt", title),
        _meta("name", "twitter:card", "summary_large_image"),
    ]


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'
