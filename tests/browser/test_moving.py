"""Dragging a map of thousands of shapes."""

from tests.browser.conftest import DESKTOP

LAYER = "document.querySelector('#map .choroplethlayer').getAttribute('transform')"
PLACE = "document.querySelector('#map path[data-code^=\"2482\"]').getBoundingClientRect().x"


def test_thousands_of_shapes_are_moved_as_one_and_drawn_anew_at_rest(open_page):
    page = open_page("/sv/?indicator=rented_share&level=regso", viewport=DESKTOP)
    page.wait_for_function("() => document.querySelectorAll('#map path[data-code]').length > 3000")
    before = page.evaluate(PLACE)
    box = page.locator("#map-frame").bounding_box()
    x, y = box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.5
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 10)
    page.mouse.move(x + 60, y + 20)
    assert page.evaluate(LAYER).startswith("translate(")
    page.mouse.up()
    page.wait_for_function(f"() => !{LAYER}")
    assert 40 < page.evaluate(PLACE) - before < 80


def test_few_shapes_are_drawn_anew_at_once(open_page):
    page = open_page("/sv/")
    box = page.locator("#map-frame").bounding_box()
    x, y = box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.5
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 20)
    assert page.evaluate(LAYER) is None
    page.mouse.up()
