"""A chart of the report as a reader takes it along: the municipality beside what is around it."""

from layouts.drawings.lines import drawn as lines
from layouts.drawings.svg import Drawing
from layouts.paths import REPORT, hyphenated
from layouts.profile.question import OfArea
from layouts.report.told import Course
from layouts.said import lines_said, of_lines
from layouts.sharing import span
from layouts.sharing_paths import COURSE
from layouts.taken import Taken


def course_taken(asked: OfArea, one: Course) -> Taken:
    held = sorted({int(year) for each in one.lines for year in each.values.dropna().index})
    when = span(held[0], held[-1])
    return Taken(
        of=COURSE,
        asked=asked,
        page=REPORT,
        label=one.indicator.label[asked.language],
        place=f"{asked.area.name}, {when}",
        indicators=[one.indicator],
        name=(hyphenated(asked.area.name), one.indicator.id, f"{held[0]}-{held[-1]}"),
        area=asked.area,
        section=one.indicator.id,
    )


def course_drawing(one: Course, language: str, width: int, height: int) -> Drawing:
    return lines(one.lines, one.indicator, language, None, width, height)


def course_said(one: Course, language: str) -> str:
    """The chart in words."""
    return lines_said(of_lines(one.lines), one.indicator, language)
