"""Steps of holding a conference in browsers: plan it, sit down, go on to an item of the agenda."""

import re
from collections.abc import Iterable

import pytest
from playwright.sync_api import Page, expect

from people.demo import DOMAIN

SETTLED = 15_000  # milliseconds that a change may take to reach another browser on a busy machine


def plan(
    trainer: Page,
    setting: str = "In writing",
    people: Iterable[str] = ("officer", "health-visitor"),
    *,
    scenario: str = "Tŷ Coed",
    variant: str = "",
    rooms: int = 1,
) -> str:
    """The path of a conference that the trainer has planned, with these people on its list."""
    trainer.get_by_role("link", name="Plan a conference").click()
    choices = trainer.get_by_label("Scenario").locator("option")
    trainer.get_by_label("Scenario").select_option(choices.filter(has_text=scenario).first.get_attribute("value"))
    if variant:
        trainer.get_by_label("Variant").fill(variant)
    if rooms > 1:
        trainer.locator("details", has=trainer.get_by_label("Rooms held at once")).locator("summary").first.click()
        trainer.get_by_label("Rooms held at once").fill(str(rooms))
    trainer.locator("label", has_text=setting).click()
    trainer.get_by_label("Who comes").fill("\n".join(f"{person}@{DOMAIN}" for person in people))
    trainer.get_by_role("button", name="Plan it").click()
    expect(trainer.get_by_role("heading", name=scenario, level=1)).to_be_visible()
    return trainer.url.split("/en/conferences/")[1]


def sit_down(page: Page, seat: str) -> None:
    page.locator(f"label[for=seat-{seat}]").click()
    page.locator("form:has(#seats) button.govuk-button").click()
    expect(page.locator("#papers")).to_be_visible(timeout=SETTLED)
    expect(page.locator(".held").first).to_be_visible(timeout=SETTLED)


def open_steps(trainer: Page, wanted: int | None = None, *, seen_by: Iterable[Page] = ()) -> None:
    """The trainer opens the debrief's steps one after another: all of them, or so many. All of them are seen open."""
    steps = trainer.locator(".debrief__steps > li")
    expect(steps.first).to_be_attached(timeout=SETTLED)
    for step in range(wanted or steps.count()):
        trainer.locator("[data-do=open-step]").click()
        expect(trainer.locator(".debrief__step--open")).to_have_count(step + 1, timeout=SETTLED)
    for page in seen_by:
        expect(page.locator("#at-what-i-will-do")).to_be_attached(timeout=SETTLED)


def go_to_step(page: Page, step: str) -> None:
    """Somebody looks at a step of the debrief that is open."""
    page.locator(f"[data-go={step}]").click(timeout=SETTLED)
    expect(page.locator(f"#at-{step}")).to_be_visible(timeout=SETTLED)


def leave_unanswered(trainer: Page, questions: int) -> None:
    """The trainer, who acts for the scripted chair, goes on without an answer to so many of what is asked first."""
    left = trainer.locator(".views__first [data-fill=leaving-unanswered]")
    for still in range(questions, 0, -1):
        expect(left).to_have_count(still, timeout=SETTLED)
        left.first.click()
        trainer.locator("#leaving-words").fill("Nobody here has seen it.")
        trainer.locator("#leaving-unanswered .govuk-button").click()
    expect(left).to_have_count(0, timeout=SETTLED)


def go_on_to(trainer: Page, agenda: str) -> None:
    """The trainer moves on, item by item, until this one is on; not before it has begun, or two steps come as one."""
    expect(trainer.locator("#place-line")).to_have_attribute("data-agenda", re.compile("."), timeout=SETTLED)
    for _item in range(15):
        now = trainer.locator("#place-line").get_attribute("data-agenda")
        if now == agenda:
            return
        trainer.locator("#control [data-do=next-phase]").click()
        expect(trainer.locator("#place-line")).not_to_have_attribute("data-agenda", now or "-", timeout=SETTLED)
    pytest.fail(f"the conference never came to {agenda}")
