"""The live room, the control room and the debrief: no fault for axe in either language, light or dark, at any width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, go_to_step, leave_unanswered, open_steps, plan, sit_down
from browser.looking import look
from browser.test_every_page_looks_right import KILOBYTES_AT_FIRST

Visit = Callable[..., Page]
ROOM_BELOW_THE_TALK = """() => document.querySelector('.the-table').getBoundingClientRect().bottom
    - document.querySelector('#talk-scroll').getBoundingClientRect().bottom"""


@pytest.fixture(params=["en", "cy"])
def seated(request: pytest.FixtureRequest, visit: Visit) -> tuple[Page, Page]:
    """The trainer and an officer in a conference that has begun, both reading this language."""
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    officer = visit(f"/{request.param}/conferences/{path}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.replace("/en/", f"/{request.param}/").rstrip("/") + "/room/")
    trainer.locator("[data-do=start]").click()
    expect(officer.locator("#place-line")).to_have_attribute("data-status", "running", timeout=SETTLED)
    return trainer, officer


@pytest.mark.slow
def test_the_room_and_the_control_room_look_right(seated: tuple[Page, Page]) -> None:
    trainer, officer = seated
    go_on_to(trainer, "analysis")
    expect(officer.locator("#composer")).to_be_visible(timeout=SETTLED)
    officer.locator(".held").nth(1).locator("summary").first.click()
    officer.locator(".held[open] .passage summary").first.click()
    officer.locator(".held[open] [data-how=shown]:visible").click()
    expect(officer.locator("#cards > li")).to_have_count(1, timeout=SETTLED)
    for height in (720, 900):
        officer.set_viewport_size({"width": 1280, "height": height})
        assert officer.evaluate(ROOM_BELOW_THE_TALK) >= 0, f"what is said runs over the table's edge at {height} px"
    look(officer)
    look(trainer)


@pytest.mark.slow
def test_views_decisions_and_the_debrief_look_right(seated: tuple[Page, Page]) -> None:
    trainer, officer = seated
    go_on_to(trainer, "decision")
    leave_unanswered(trainer, 6)
    form = officer.locator(".view-form:visible").first
    expect(form).to_be_visible(timeout=SETTLED)
    form.locator("summary").click()
    look(officer)
    officer.set_viewport_size({"width": 1280, "height": 900})
    go_on_to(trainer, "debrief")
    open_steps(trainer)
    for step in ("known-and-not-said", "views", "timeline"):
        officer.set_viewport_size({"width": 1280, "height": 900})
        go_to_step(officer, step)
        look(officer)
    look(trainer)


def test_the_first_view_of_the_room_is_light(visit: Visit) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    room = visit(f"/en/conferences/{path}room/", person="trainer")
    expect(room.locator("[data-do=start]")).to_be_visible(timeout=SETTLED)
    read = sum(answer.request.sizes()["responseBodySize"] for answer in room.answers)  # type: ignore[attr-defined]
    assert read < KILOBYTES_AT_FIRST * 1000


@pytest.mark.slow
def test_the_plan_looks_right(seated: tuple[Page, Page]) -> None:
    trainer, officer = seated
    go_on_to(trainer, "plan")
    form = officer.locator("#new-action")
    expect(officer.locator("details.card:has(#new-action)")).to_be_visible(timeout=SETTLED)
    officer.locator("details.card:has(#new-action) summary").click()
    for name in ("risk", "words", "if_not"):
        form.locator(f"[name={name}]").fill("Rydym yn galw bob nos Wener.")
    form.locator("[name=due]").fill("14")
    form.locator("button").click()
    expect(officer.locator(".plan__action")).to_have_count(1, timeout=SETTLED)
    officer.locator("[data-do=agree-action]:visible").click()
    expect(officer.locator("[data-do=agree-action]")).to_be_visible()
    expect(form.locator("[name=risk]")).to_have_value("")
    look(officer)
