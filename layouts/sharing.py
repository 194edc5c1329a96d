"""What a reader takes along: how to cite it, and the words that go with its figures."""

from data.catalogue import Indicator
from data.edition import STATUSES, Edition
from layouts.language import text
from layouts.paths import MAP as MAP_PAGE
from layouts.paths import hyphenated
from layouts.pictures import capital
from layouts.sharing_paths import MAP, SERIES
from layouts.taken import Taken
from layouts.view import View, name

TODAY = "[today]"


def map_taken(view: View) -> Taken:
    return _of_view(view, MAP, f"{view.level.plural[view.language]}, {view.year}", str(view.year))


def series_taken(view: View) -> Taken:
    first, last = view.years[0], view.years[-1]
    return _of_view(view, SERIES, span(first, last), f"{first}-{last}")


def span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _of_view(view: View, of: str, shown: str, when: str) -> Taken:
    """The map or the chart of a view; two maps rest on the sources of both."""
    where, beside = name(view.area, view.language), view.showing.beside
    return Taken(
        of=of,
        asked=view,
        page=MAP_PAGE,
        label=view.indicator.label[view.language],
        place=f"{where}, {shown}",
        indicators=[view.indicator, *([beside] if beside and of == MAP else [])],
        name=(hyphenated(where), view.indicator.id, when),
    )


def citation(taken: Taken, edition: Edition, site: str) -> str:
    """A ready sentence, in which `TODAY` stands for the day on which the figures were read."""
    sources = (source for one in taken.indicators for source in one.sources)
    return text(
        taken.language,
        "cite_sentence",
        year=edition.date[:4],
        label=taken.label,
        place=taken.place,
        edition=edition.id,
        publishers=", ".join(dict.fromkeys(each.publisher for each in sources)),
        address=site + taken.address(edition.id),
        accessed=TODAY,
    )


def readme(taken: Taken, edition: Edition, *, has_status: bool = True) -> list[str]:
    """What the figures are, where they come from, and how a missing one is told."""
    language = taken.language
    return [
        text(language, "site"),
        taken.title,
        *(line for one in taken.indicators for line in _about(one, taken)),
        *taken.notes(edition),
        text(language, "independent"),
        "",
        *(_statuses(language) if has_status else [text(language, "file_empty")]),
    ]


def _statuses(language: str) -> list[str]:
    return [
        text(language, "file_statuses"),
        "ok: " + text(language, "file_ok"),
        *(f"{status}: {text(language, status)}" for status in STATUSES if status != "ok"),
    ]


def _about(one: Indicator, taken: Taken) -> list[str]:
    """The unit and the meaning of an indicator; named where there are several."""
    language = taken.language
    unit = capital(one.unit.label[language])
    if len(taken.indicators) > 1:
        unit = f"{one.id}: {one.label[language]}. {unit}"
    return [unit, one.about[language]]
