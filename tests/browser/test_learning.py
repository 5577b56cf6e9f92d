"""Learning in a browser: begun in Welsh and finished in English, with and without scripts; a paper from first to last."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.looking import look
from browser.taking import choose_first_everywhere

WELSH, ENGLISH = "/cy/niwed-sylweddol/beth-yw-niwed-sylweddol/", "/en/significant-harm/what-significant-harm-is/"
pytestmark = pytest.mark.slow


def choose(page: Page, question: int, choice: int) -> None:
    asked = page.locator("[data-question]").nth(question)
    asked.get_by_role("radio").nth(choice).check()
    asked.locator("[data-check]").click()
    expect(asked.locator(".answer")).to_have_count(1)


def test_a_lesson_begun_in_welsh_is_finished_in_english(visit: Callable[..., Page]) -> None:
    page = visit(WELSH, person="teacher", width=390)
    choose(page, 0, 0)
    assert page.url.split("#")[0].endswith(WELSH), "answered in place"
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"**{ENGLISH}*")
    expect(page.locator("[data-question]").first.get_by_role("radio").first).to_be_checked()
    expect(page.locator(".answer")).to_contain_text("Not this one.")
    page.get_by_role("button", name="Continue").click()
    page.goto(page.url.split("/en/")[0] + WELSH)
    expect(page.locator(".outline__mark--done").first).to_be_attached()


def test_the_place_is_kept_while_reading(visit: Callable[..., Page]) -> None:
    page = visit("/en/significant-harm/when-small-things-add-up/", person="officer")
    last = page.locator("[data-block]").nth(3)
    last.scroll_into_view_if_needed()
    expect(page.locator("[data-saved]:visible").first).to_contain_text("Saved", timeout=10_000)
    page.goto(page.url.split("/en/")[0] + "/en/")
    assert "#block-" in str(page.locator(".next a").first.get_attribute("href"))


def test_a_question_is_answered_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit(ENGLISH, person="officer", java_script_enabled=False)
    choose(page, 1, 0)
    assert "#block-" in page.url
    expect(page.locator("[data-question]").nth(1).locator(".answer")).to_contain_text("Not this one.")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_paper_is_taken_and_every_page_of_it_looks_right(visit: Callable[..., Page], language: str) -> None:
    page = visit(
        f"/{language}/assessments/significant-harm/", person="health-visitor" if language == "cy" else "officer"
    )
    page.locator("main form button").click()
    page.wait_for_url("**/1/")
    look(page)
    choose_first_everywhere(page)
    look(page)
    page.locator("main form button").click()
    page.wait_for_url("**/result/")
    look(page)
