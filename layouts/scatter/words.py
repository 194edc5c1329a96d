"""A relationship in words: how close it is, and what it does not say."""

from data.catalogue import Indicator
from data.correlation import Correlation
from geo.levels import levels
from layouts.language import text, within_a_sentence
from layouts.numbers import number
from layouts.scatter.question import Relation
from layouts.scatter.readings import Related

# Of a correlation without its sign, from the closest; below the last there is none to speak of.
CLOSENESS = ((0.7, "strong"), (0.4, "moderate"), (0.2, "weak"))
APART = 0.15  # a difference between the two correlations that is worth a word


def heading(asked: Relation, language: str) -> str:
    x, y = (each.label[language] for each in (asked.x, asked.y))
    return text(language, "scatter_title", x=x, y=within_a_sentence(language, y))


def about(asked: Relation, found: Related, language: str) -> str:
    """What is drawn, of which years, and what is not."""
    parts = [
        text(
            language,
            "scatter_about",
            plural=asked.level.plural[language],
            area=asked.within.name if asked.within else levels()["sweden"].label[language],
            x_year=asked.year_of(asked.x),
            y_year=asked.year_of(asked.y),
        )
    ]
    if found.counted:
        parts.append(text(language, "scatter_sizes", year=found.counted))
    if asked.year is None:
        parts.append(text(language, "scatter_years_differ"))
    if found.left_out:
        parts.append(text(language, "scatter_left_out", count=number(found.left_out, 0, language)))
    return " ".join(parts)


def in_words(asked: Relation, related: Related, language: str) -> str:
    found = related.correlation
    if found is None:
        return text(language, "relation_unknown")
    return " ".join(
        [
            text(
                language,
                f"relation_{closeness(found)}",
                x=asked.x.label[language],
                y=asked.y.label[language],
            ),
            text(
                language,
                "relation_numbers",
                pearson=number(found.pearson, 2, language),
                spearman=number(found.spearman, 2, language),
                count=number(found.areas, 0, language),
                plural=asked.level.plural[language],
            ),
        ]
    )


def closeness(found: Correlation) -> str:
    """The key of the words for how close a relationship is, and which way it goes."""
    size = abs(found.pearson)
    word = next((word for least, word in CLOSENESS if size >= least), None)
    if word is None:
        return "none"
    return f"{word}_{'up' if found.pearson > 0 else 'down'}"


def cautions(asked: Relation, related: Related, language: str) -> list[str]:
    """What the picture does not say: always of people, and more where more is known."""
    found = related.correlation
    keys = ["caution_people", "caution_cause"]
    if found and abs(found.pearson - found.spearman) > APART:
        keys.append("caution_apart")
    if _shares_of_one_whole(asked.x, asked.y):
        keys.append("caution_whole")
    if _of_the_same_groups(asked.x, asked.y):
        keys.append("caution_groups")
    if asked.x.is_amount and asked.y.is_amount:
        keys.append("caution_amounts")
    return [text(language, key, plural=asked.level.plural[language]) for key in keys]


def _shares_of_one_whole(x: Indicator, y: Indicator) -> bool:
    return x.measure.among is not None and x.measure.among == y.measure.among


def _of_the_same_groups(x: Indicator, y: Indicator) -> bool:
    return x.measure.grouping is not None and x.measure.grouping == y.measure.grouping
