"""What stands in the head of a page, before its script runs: language, title, the one address of an area's page."""

from html import escape

from layouts.language import text
from layouts.paths import MAP, PROFILE, Asked, language_of, resolve


def head(path: str) -> dict[str, str]:
    """The parts of the index page by name, ready to stand in HTML."""
    asked = resolve(path) or Asked(MAP, language_of(path))
    named = {key: text(asked.language, key) for key in ("site", "tagline", "description")}
    if asked.page == PROFILE and asked.area:
        named["tagline"] = text(asked.language, "profile_of", area=asked.area.name)
    return {
        "language": asked.language,
        "canonical": f'<link rel="canonical" href="{asked.path}">' if asked.area else "",
        **{key: escape(words) for key, words in named.items()},
    }
