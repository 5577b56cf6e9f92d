"""Our exercises where they are done: in a lesson, kept with the person, done in one language and so in both."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from browser.looking import look

WELSH, ENGLISH = "/cy/o-gwmpas-y-bwrdd/gair-a-drosglwyddir/", "/en/round-the-table/a-word-passed-on/"
Visit = Callable[..., Page]
pytestmark = pytest.mark.slow


def exercise(page: Page, place: int) -> FrameLocator:
    return page.frame_locator(".interactive iframe").nth(place)


def test_a_case_is_finished_in_a_lesson_and_counts_in_both_languages(visit: Visit) -> None:
    page = visit(WELSH, person="gp", width=390)
    case = exercise(page, 0)
    for made in range(4):
        expect(case.locator(".diogel-count")).to_have_text(f"Penderfyniadau a wnaed: {made}")
        case.locator(".diogel-choices button").first.click()
    expect(case.locator(".diogel-count")).to_have_text("Sgôr: 4 o 4")
    expect(page.locator("[data-reason]").first).to_contain_text("Wedi’i wneud", timeout=15_000)
    page.reload()
    expect(exercise(page, 0).locator(".diogel-count")).to_have_text("Sgôr: 4 o 4")
    page.goto(page.url.split("/cy/")[0] + ENGLISH)
    expect(page.locator(".interactive[data-complete]")).to_have_count(1)
    expect(exercise(page, 1).locator(".diogel")).to_have_attribute("lang", "en")
    look(page)


def test_an_exercise_wears_the_colours_that_a_person_chose_for_the_page(visit: Visit) -> None:
    page = visit(ENGLISH, person="gp", theme="light")
    page.locator("footer").get_by_role("button", name="Dark").or_(
        page.locator("footer").get_by_role("link", name="Dark")
    ).click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(page.url.split("/en/")[0] + ENGLISH)
    card = exercise(page, 0).locator(".diogel")
    expect(card).to_have_css("background-color", "rgb(28, 35, 38)")
