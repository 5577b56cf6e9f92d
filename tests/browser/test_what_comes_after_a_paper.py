"""After a paper: a mark is appealed against and remarked, what was wrong is practised, and one says how sure one is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.appealing import appeal_and_see_it_upheld
from browser.looking import look
from browser.taking import choose_first_everywhere

pytestmark = pytest.mark.slow
PAPER = "/en/assessments/significant-harm/"


def take_with_first_choices(page: Page) -> None:
    """Some are right and some are wrong; at the end the result is shown."""
    page.locator("main form button").click()
    page.wait_for_url("**/1/")
    choose_first_everywhere(page)
    page.locator("main form button").click()
    page.wait_for_url("**/result/")


def test_a_mark_is_appealed_against_and_the_learner_sees_the_remarked_result(visit: Callable[..., Page]) -> None:
    page = visit(PAPER, person="gp", width=390)
    take_with_first_choices(page)
    appeal_and_see_it_upheld(visit, page)
    look(page)


def test_how_sure_one_is_is_said_before_a_course_and_shown_on_its_page(visit: Callable[..., Page]) -> None:
    page = visit("/cy/o-gwmpas-y-bwrdd/", person="housing", width=390)
    page.locator("a[href*='/how-sure/']").click()
    page.locator("select").first.select_option("4")
    look(page)
    page.locator("main form button").click()
    expect(page.locator("table td").first).to_have_text("4")
    look(page)
