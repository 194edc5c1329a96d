"""The report of a municipality says what the edition holds, and names areas by the declared rules."""

import re
from functools import cache

import numpy as np
import pandas
import pytest

from callbacks.profile.beside import small_areas_of
from callbacks.report import attention_of, report_of
from data import evidence, store
from data.catalogue import indicators
from data.declared import CatalogueError
from data.report import outline
from data.written import difference
from geo.areas import area, areas, children
from geo.levels import levels
from layouts.drawn import years
from layouts.language import languages, text
from layouts.numbers import number, signed
from layouts.report import report_page
from tests.read_page import found, rows, section, words

SMALL = levels()["regso"]
MUNICIPALITIES = list(areas(levels()["municipality"]).values())
RULES = outline().rules
ATTENTION = {place.code: attention_of(place, small_areas_of(place)) for place in MUNICIPALITIES}
TYPES = store.values(indicators()["area_type"], SMALL, 2023)


def small(code):
    return [one.code for one in children(area(code))]


@pytest.fixture(scope="module", params=languages())
def pages(request):
    """Every twelfth municipality, and two of the least."""
    codes = [*(place.code for place in MUNICIPALITIES[::12]), "2403", "0980"]
    return request.param, {
        code: report_page(report(code, request.param), request.param) for code in codes
    }


@cache
def report(code, language):
    return report_of(area(code), language)


def test_all_areas_of_the_declared_types_are_named_and_no_other():
    for code, attention in ATTENTION.items():
        expected = {one for one in small(code) if TYPES[one] in RULES.types}
        assert {one.area.code for one in attention.of_types} == expected


@pytest.mark.parametrize("indicator", RULES.differing, ids=lambda one: one.id)
def test_the_areas_that_differ_are_the_furthest_by_the_declared_rule(indicator):
    year = years(indicator, SMALL)[-1]
    values = store.values(indicator, SMALL, year)
    deviation = float(np.std(values.dropna()))
    place = RULES.differing.index(indicator)
    for code, attention in ATTENTION.items():
        told = attention.differing[place]
        inside = values[small(code)].dropna()
        has_own = bool(years(indicator, area(code).level))
        base = store.series(indicator, code)[year] if has_own else inside.median()
        away = (inside - base).abs()
        far = away[away >= RULES.deviations * deviation].sort_values(ascending=False)
        assert told.base == pytest.approx(base)
        assert told.base_is_median is not has_own
        assert len(told.found) == min(len(far), RULES.most)
        shown = [away[one.area.code] for one, _ in told.found]
        assert shown == pytest.approx(list(far[: RULES.most]))


def test_every_number_of_the_development_is_the_published_one(pages):
    language, made = pages
    for code, page in made.items():
        for course, indicator in zip(
            found(section(page, "development"), "Section")[1:], outline().courses, strict=True
        ):
            years_told = [words(head) for head in found(course, "Th") if head.scope == "col"][1:]
            own = next(cells for _, cells in rows(course) if cells[0] == area(code).name)
            values = store.series(indicator, code)
            for year, cell in zip(years_told, own[1:], strict=True):
                value = values.get(int(year))
                none = value is None or pandas.isna(value)
                assert cell == ("–" if none else number(value, indicator.decimals, language))


def test_a_difference_told_is_that_between_the_numbers_told(pages):
    language, made = pages
    for code, page in made.items():
        attention = ATTENTION[code]
        tables = found(section(page, "attention"), "Table")[1 if attention.of_types else 0 :]
        shown = [one for one in attention.differing if one.found]
        assert len(tables) == len(shown)
        for one, table in zip(shown, tables, strict=True):
            for (small_area, reading), (_, cells) in zip(one.found, rows(table), strict=True):
                decimals = one.indicator.decimals
                assert cells[0] == small_area.area.name
                assert cells[1] == number(reading.value, decimals, language)
                between = difference(reading.value, one.base, decimals)
                assert cells[2] == signed(between, decimals, language)


def test_the_parts_of_a_change_are_the_published_ones(pages):
    language, made = pages
    for code in made:
        for change in report(code, language).changes:
            published = evidence.parts(change.grouping, "mutual_information", code, 2020, 2023)
            assert change.parts == published
            assert signed(published.total, 4, language) in words(section(made[code], "segregation"))


def test_every_chapter_is_there_and_the_contents_lead_to_it(pages):
    language, made = pages
    for page in made.values():
        chapters = [each.id for each in found(page, "Section") if getattr(each, "id", None)]
        assert chapters == list(outline().chapters)
        (contents,) = found(page, "Nav")
        assert [link.href for link in found(contents, "A")] == [f"#{id_}" for id_ in chapters]
        for number_, id_ in enumerate(chapters, start=1):
            assert words(contents).count(f"{number_}. {text(language, f'chapter_{id_}')}") == 1


def test_there_is_space_for_the_municipality_after_each_assessed_chapter(pages):
    _, made = pages
    for page in made.values():
        boxes = [box.id for box in found(page, "Textarea")]
        assert boxes == [
            f"assessment-{id_}" for id_ in outline().chapters if id_ in outline().assessed
        ]
        labelled = {label.htmlFor for label in found(page, "Label")}
        assert labelled == set(boxes)


def test_nothing_missing_is_written_as_a_number(pages):
    _, made = pages
    for page in made.values():
        said = words(page).lower()
        assert "nan" not in re.findall(r"\w+", said)
        assert not re.search(r"\{|\}|\bNone\b", words(page))


def test_a_chapter_that_is_not_there_cannot_be_assessed(monkeypatch):
    from data import report

    declared = report.tables("report")
    declared["report"]["assessed"] = ["nothing"]
    monkeypatch.setattr(report, "tables", lambda name: declared)
    with pytest.raises(CatalogueError, match="'nothing'"):
        outline.__wrapped__()


def test_the_links_of_a_report_lead_to_pages_that_there_are(pages):
    from layouts.paths import resolve

    _, made = pages
    for page in made.values():
        chapters = {each.id for each in found(page, "Section") if hasattr(each, "id")}
        for link in found(page, "A"):
            if link.href.startswith("#"):
                assert link.href[1:] in chapters
            inside = link.href.startswith(("#", "/api/")) or link.href.endswith(".pdf")
            assert inside or resolve(link.href.partition("?")[0].partition("#")[0]), link.href


def test_every_regso_is_in_the_report(pages):
    _, made = pages
    for code, page in made.items():
        assert {cells[0] for _, cells in rows(section(page, "regso"))} == {
            one.name for one in children(area(code))
        }
