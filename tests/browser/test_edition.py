"""A page shows one edition: an answer from another makes it load itself anew, once."""

import re

from data.edition import current_edition
from layouts.made_by import views

VIEW = f"{views(current_edition().id)}/sv/?indicator=population"
ASK = "address => fetch(address).then(answer => answer.status)"


def from_another(route):
    answer = route.fetch()
    route.fulfill(response=answer, headers=answer.headers | {"x-edition": "2030-01-01-00000000"})


def test_an_answer_from_another_edition_loads_the_page_anew(open_page):
    page = open_page("/sv/")
    page.route("**/views/**", from_another, times=1)
    with page.expect_event("load"):
        # Without waiting for the answer, as the page that asks is gone when it has come.
        page.evaluate("address => void fetch(address)", VIEW)
    assert page.evaluate("performance.getEntriesByType('navigation')[0].type") == "reload"


def test_an_answer_from_its_own_edition_leaves_the_page_as_it_is(open_page):
    page = open_page("/sv/")
    assert page.evaluate(ASK, VIEW) == 200
    assert page.evaluate("performance.getEntriesByType('navigation')[0].type") == "navigate"


def test_a_page_just_loaded_anew_does_not_do_so_again(open_page):
    """Where two editions answer for a while, it would else never come to rest."""
    page = open_page("/sv/")
    # Before the reload, and all that bears an edition, as the page asks on its own too.
    page.route(re.compile("/views/|_dash-update-component"), from_another)
    page.reload()
    page.evaluate("window.still = true")
    assert page.evaluate(ASK, VIEW) == 200
    page.wait_for_timeout(500)
    assert page.evaluate("window.still")
