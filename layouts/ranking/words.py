"""What is ranked, in words."""

from layouts.language import text
from layouts.ranking.form import size_label
from layouts.ranking.question import Ranking


def heading(asked: Ranking, language: str) -> str:
    """What is ranked, in a line."""
    return text(
        language,
        "ranking_title",
        indicator=asked.indicator.label[language],
        among=among(asked, language),
        year=asked.year,
    )


def among(asked: Ranking, language: str) -> str:
    """The areas that are ranked, in words."""
    parts = [asked.level.plural[language]]
    if asked.programme:
        parts.append(text(language, "among_programme"))
    if asked.size:
        parts.append(text(language, "among_size", size=size_label(asked.size, language)))
    if asked.within:
        parts.append(text(language, "among_within", area=asked.within.name))
    return " ".join(parts)
