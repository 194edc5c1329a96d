"""The comparison as a reader takes it along: its chart, alone, and the words that go with it."""

from collections.abc import Sequence

from layouts.compare.chart import drawn_courses, left_out, measured_in, named_lines
from layouts.compare.question import Comparison
from layouts.compare.readings import Course
from layouts.compare.words import names
from layouts.drawings.lines import drawn as lines
from layouts.drawings.svg import Drawing
from layouts.language import text
from layouts.paths import COMPARE
from layouts.sharing import span
from layouts.sharing_paths import COMPARISON
from layouts.taken import Taken


def comparison_taken(asked: Comparison, courses: Sequence[Course] = ()) -> Taken:
    language, indicator = asked.language, asked.indicator
    codes = [area.code for area in asked.areas]
    return Taken(
        of=COMPARISON,
        asked=asked,
        page=COMPARE,
        label=indicator.label[language],
        place=f"{names(asked, language)}, {span(asked.years[0], asked.years[-1])}",
        indicators=[indicator],
        name=(indicator.id, *codes),
        remarks=[*_remarks(asked), *left_out(asked, courses, language)],
        pictured=not indicator.categories,
    )


def _remarks(asked: Comparison) -> list[str]:
    if asked.base is None:
        return []
    return [text(asked.language, "base_remark", base=asked.base)]


def drawing(asked: Comparison, courses: Sequence[Course], width: int, height: int) -> Drawing:
    """The lines as they stand on the page."""
    named = named_lines(drawn_courses(courses), asked.language)
    return lines(named, measured_in(asked), asked.language, None, width, height)
