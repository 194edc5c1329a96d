"""What a reader takes along from a view: how to cite it, and the words that go with its figures."""

from data.edition import STATUSES, Edition
from layouts.language import text
from layouts.paths import folded
from layouts.pictures import capital, notes_of
from layouts.sharing_paths import MAP, SUBJECTS
from layouts.view import View, name

TODAY = "[today]"


def citation(view: View, of: str, edition: Edition, address: str) -> str:
    """A ready sentence, in which `TODAY` stands for the day on which the figures were read."""
    publishers = ", ".join(dict.fromkeys(each.publisher for each in view.indicator.sources))
    return text(
        view.language,
        "cite_sentence",
        year=edition.date[:4],
        label=view.indicator.label[view.language],
        place=place(view, of),
        edition=edition.id,
        publishers=publishers,
        address=address,
        accessed=TODAY,
    )


def place(view: View, of: str) -> str:
    """Which place and time the map or the chart of a view shows."""
    where, years = name(view.area, view.language), view.years
    if of == MAP:
        return f"{where}, {view.level.plural[view.language]}, {view.year}"
    return f"{where}, {years[0]}–{years[-1]}" if len(years) > 1 else f"{where}, {years[0]}"


def filename(view: View, of: str, edition: Edition, form: str) -> str:
    """A name that tells what the file holds when it lies among others."""
    when = str(view.year) if of == MAP else f"{view.years[0]}-{view.years[-1]}"
    parts = [folded(name(view.area, view.language)), view.indicator.id, when, edition.id]
    return f"{SUBJECTS[of][view.language]}-{'-'.join(parts)}.{form}"


def readme(view: View, of: str, edition: Edition) -> list[str]:
    """What the figures are, where they come from, and how a missing one is told."""
    indicator, language = view.indicator, view.language
    return [
        text(language, "site"),
        f"{indicator.label[language]}: {place(view, of)}",
        capital(indicator.unit.label[language]),
        indicator.about[language],
        *notes_of([indicator], edition, language),
        text(language, "independent"),
        "",
        text(language, "file_statuses"),
        "ok: " + text(language, "file_ok"),
        *(f"{status}: {text(language, status)}" for status in STATUSES if status != "ok"),
    ]
