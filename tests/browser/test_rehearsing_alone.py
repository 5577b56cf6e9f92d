"""One learner rehearses Maes Glas alone: from the page that offers it, through being called away, to the debrief."""

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_to_step, sit_down
from browser.looking import look

pytestmark = pytest.mark.slow

WIDE = {"width": 1280, "height": 900}


@pytest.fixture
def rehearsal(visit: object) -> Page:
    """The teacher at the school's place of a rehearsal that has not begun."""
    page: Page = visit("/en/conferences/", person="teacher")  # type: ignore[operator]
    page.get_by_role("link", name="Rehearse alone").click()
    expect(page.get_by_text("The papers speak of two small children")).to_be_visible()
    look(page)
    page.set_viewport_size(WIDE)
    page.get_by_role("button", name="Rehearse this").click()
    expect(page.get_by_text("Scripts play the other seats, nobody facilitates")).to_be_visible()
    sit_down(page, "school")
    return page


def test_a_rehearsal_alone_from_the_page_that_offers_it_to_the_debrief(rehearsal: Page) -> None:
    page, line = rehearsal, rehearsal.locator("#place-line")
    expect(page.locator("#step-out")).to_be_visible(timeout=SETTLED)
    page.get_by_role("button", name="Start the rehearsal").click()
    for agenda in ("prebrief", "chair-prepares", "reading"):
        expect(line).to_have_attribute("data-agenda", agenda, timeout=SETTLED)
        page.locator("#alone-next-phase").click()
    expect(line).to_have_attribute("data-agenda", "opening", timeout=SETTLED)
    expect(page.locator("#alone-next-phase")).to_be_hidden()  # at the table the chair moves on
    expect(page.locator("#review")).to_contain_text("on the register since")
    expect(page.locator("#review details")).to_be_visible()
    page.locator("#review summary").click()
    expect(page.locator("#review li")).to_have_count(12)
    look(page)
    page.set_viewport_size(WIDE)
    go_on_duty_and_come_back(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("#alone-end").click()
    expect(line).to_have_attribute("data-agenda", "leaving-role", timeout=SETTLED)
    page.locator("#alone-next-phase").click()
    step = page.get_by_role("button", name="Open the next step")
    open_steps(page)
    expect(step).to_be_hidden(timeout=SETTLED)  # the others wait until the learner has looked back alone
    page.locator("#look-back").fill("I would ask who lives there.")
    page.get_by_role("button", name="Keep it").click()
    open_steps(page)
    go_to_step(page, "own-row")
    expect(page.get_by_role("heading", name="Your own row")).to_be_visible()
    go_to_step(page, "views")
    expect(page.get_by_role("heading", name="What a sound decision could be")).to_be_visible()
    look(page)
    page.set_viewport_size(WIDE)
    page.get_by_role("button", name="Close the rehearsal").click()
    expect(line).to_have_attribute("data-status", "closed", timeout=SETTLED)


def go_on_duty_and_come_back(page: Page) -> None:
    """One press, and it waits; the learner leaves the site, comes back to it later, and is told what they missed."""
    room, line = page.url, page.locator("#place-line")
    page.locator("#step-out").click()
    expect(line).to_contain_text("The conference waits for you", timeout=SETTLED)
    expect(line).to_have_attribute("data-status", "paused")
    page.goto("about:blank")
    page.goto(room)
    expect(line).to_contain_text("The conference waits for you", timeout=SETTLED)
    expect(line).to_have_attribute("data-agenda", "opening")
    page.locator("#place-come-back").click()
    expect(line).to_have_attribute("data-status", "running", timeout=SETTLED)
    expect(page.get_by_role("list", name="Notices")).to_contain_text("While you were away", timeout=SETTLED)
    look(page)
    page.set_viewport_size(WIDE)


def open_steps(page: Page) -> None:
    """Open the debrief's steps one after another, as far as they go now."""
    step = page.get_by_role("button", name="Open the next step")
    expect(step).to_be_visible(timeout=SETTLED)
    while step.is_visible():
        named = step.inner_text()
        step.click()
        expect(page.get_by_role("button", name=named)).to_be_hidden(timeout=SETTLED)
