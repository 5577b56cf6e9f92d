"""A paper begun in Welsh on a phone and cut off there, finished in English on a desk, marked, appealed and remarked."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.appealing import appeal_and_see_it_upheld, mark_what_was_written
from browser.looking import look

pytestmark = pytest.mark.slow
PAPER = "/{}/assessments/words-and-limits/"
SENTENCE = "Mae Tomos yn llwglyd, a bydd hynny’n parhau."
PHONE = {"is_mobile": True, "has_touch": True}


def test_a_paper_begun_on_a_phone_is_cut_off_and_finished_on_a_desk(visit: Any) -> None:
    phone = visit(PAPER.format("cy"), person="gp", width=390, **PHONE)
    phone.locator("main form button").click()
    phone.wait_for_url("**/1/")
    places = phone.locator(".places a").count()
    writing = find_writing(phone, places)
    look(phone)
    write_without_a_link(phone)
    desk = visit(writing.replace("/cy/", "/en/"), person="gp", width=1280)
    expect(desk.locator("textarea")).to_have_value(SENTENCE)
    answer_all(desk, desk.url.rsplit("/", 2)[0], places)
    look(desk)
    desk.locator("main form button").click()
    desk.wait_for_url("**/result/")
    expect(desk.locator("h1")).to_contain_text("somebody has still to mark")
    expect(desk.get_by_text(SENTENCE)).to_be_visible()
    look(desk)
    mark_what_was_written(visit)
    desk.reload()
    expect(desk.get_by_text("Two markers agreed")).to_be_visible()
    appeal_and_see_it_upheld(visit, desk)
    look(desk)


def find_writing(page: Page, places: int) -> str:
    """Goes to the question that asks for a sentence; each attempt has its own order."""
    for place in range(places):
        if place:  # it begins at the first
            page.locator(".places a").nth(place).click()
            page.wait_for_url(f"**/{place + 1}/")
        if page.locator("[data-answer] textarea").count():
            return urlsplit(page.url).path
    raise AssertionError("no question asks for a sentence")


def write_without_a_link(page: Page) -> None:
    """What is typed while the link is down waits on the page, and is saved by itself when the link is back."""
    page.context.set_offline(True)
    page.locator("textarea").fill(SENTENCE)
    expect(page.locator("[data-saved]")).to_contain_text("Heb ei gadw eto")
    page.context.set_offline(False)
    expect(page.locator("[data-saved]")).to_contain_text("Wedi’i gadw")
    page.said.clear()  # type: ignore[attr-defined]  # the browser notes the link that was down


def answer_all(page: Page, attempt: str, places: int) -> None:
    """Something at every question; the sentence is left as it came from the phone."""
    for place in range(1, places + 1):
        page.goto(f"{attempt}/{place}/")
        answer_with_something(page)
        page.locator("[data-answer] .question__onward button").click()
        page.wait_for_url(f"**/{place + 1}/" if place < places else "**/check/")


def answer_with_something(page: Page) -> None:
    for name in {each.get_attribute("name") for each in page.locator("[data-answer] [type=radio]").all()}:
        page.locator(f"[name={name}]").first.check()
    if page.locator("[data-answer] [type=checkbox]").count():
        page.locator("[data-answer] [type=checkbox]").first.check()
    for number, each in enumerate(page.locator("[data-answer] select:not([name=confidence])").all(), start=1):
        each.select_option(index=number)
    fill_in(page)


def fill_in(page: Page) -> None:
    for field, value in (("[type=date]", "2026-11-04"), ("[type=time]", "16:40"), ("input[name=text]", "niwed")):
        if page.locator(f"[data-answer] {field}").count():
            page.locator(f"[data-answer] {field}").fill(value)
