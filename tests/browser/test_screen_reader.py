"""What a screen reader is told, as the browser's accessibility tree has it."""

import re

import pytest
from playwright.sync_api import expect

from data import store
from data.catalogue import indicators
from data.edition import current_edition
from geo.levels import levels
from layouts.classes import classes
from layouts.language import languages, text
from layouts.numbers import with_unit


@pytest.mark.parametrize("language", languages())
def test_the_focused_area_is_told_by_name_value_and_class(open_once, language):
    page = open_once(f"/{language}/?indicator=foreign_born_share&area=1280")
    page.locator("#map-frame").focus()
    page.keyboard.press("ArrowRight")
    said = page.locator("#map-said")
    expect(said).to_have_text(re.compile(r"\S"))
    name, value, of_class = said.inner_text().rsplit(", ", 2)
    indicator, regso = indicators()["foreign_born_share"], levels()["regso"]
    values = store.values(indicator, regso, 2023)
    labels = [
        text(language, "class_said", label=one["label"])
        for one in classes(indicator, current_edition().coverage(indicator, regso), language)
    ]
    assert name
    assert value in {
        with_unit(float(one), indicator, language).replace("\u00a0", " ")
        for one in values[values.index.str.startswith("1280")]
    } | {with_unit(float(one), indicator, language) for one in values}
    assert of_class in labels
    assert said.get_attribute("role") == "status"


@pytest.mark.parametrize("language", languages())
def test_the_chart_of_the_map_says_where_its_lines_begin_and_end_and_has_a_table(
    open_once, language
):
    page = open_once(f"/{language}/?indicator=foreign_born_share&area=1280")
    own = store.series(indicators()["foreign_born_share"], "1280")
    first, last = (
        with_unit(float(one), indicators()["foreign_born_share"], language).split("\u00a0")[0]
        for one in (own.iloc[0], own.iloc[-1])
    )
    chart = page.locator(".series[role=img]")
    expect(chart).to_have_attribute("aria-label", re.compile(f"Malmö: {first.rstrip('%')}"))
    assert last.rstrip("%") in chart.get_attribute("aria-label")
    expect(page.locator(".series-table th", has_text="Malmö")).to_have_count(1)


@pytest.mark.parametrize(
    "address",
    [
        "/sv/jamfor?areas=0181,0127&indicator=foreign_born_share",
        "/en/relationships",
        "/sv/kartlaggning/0181-sodertalje",
        "/sv/kommun/0181-sodertalje",
        "/en/county/12-skane-lan",
    ],
)
def test_every_chart_of_a_page_has_a_summary_with_numbers_and_a_table(visit, address):
    page = visit(address)
    page.locator("#sources").wait_for()
    charts = page.locator("figure svg[role=img]:visible:has(.line, .point)")
    for chart in charts.all():
        assert len(re.findall(r"\d", chart.get_attribute("aria-label"))) >= 4
    assert page.locator("main table").count() >= 1
    for found in page.locator("main table").all():
        assert found.evaluate("(one) => Boolean(one.caption?.textContent)")
        assert found.locator("th[scope]").count() >= 2


@pytest.mark.parametrize(("code", "said"), [("0512", "1\u00a0bostad"), ("0617", "bostäder")])
def test_one_thing_is_counted_in_its_own_word_on_the_map(open_once, code, said):
    page = open_once("/sv/?indicator=completed_dwellings&year=2022")
    assert page.evaluate(f"segregationskartan.describe('{code}').value").endswith(said)


def test_numbers_on_light_bars_stay_dark_by_night(open_page):
    page = open_page("/sv/?indicator=area_type&area=1280")
    numbers = page.locator("#series text.bartext")
    numbers.first.wait_for()
    fills = "(all) => all.map((one) => getComputedStyle(one).fill)"
    by_day = numbers.evaluate_all(fills)
    page.emulate_media(color_scheme="dark")
    by_night = numbers.evaluate_all(fills)
    page.emulate_media(color_scheme="light")
    assert by_night == by_day
    assert len(set(by_day)) == 2
