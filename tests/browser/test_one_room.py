"""Round one table, with a screen each: what is said aloud is marked, then reconciled, and the debrief tells what is not known."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, open_steps, plan, sit_down
from browser.looking import look

pytestmark = pytest.mark.slow


def test_what_is_said_aloud_is_marked_and_reconciled_before_anything_is_told(visit: Callable[..., Page]) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer, "Round one table")
    officer = visit(f"/en/conferences/{path}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "analysis")

    # Said aloud: the officer marks the passage that holds the four calls.
    officer.locator("#paper-incident-log > summary").click()
    called = officer.locator("#paper-incident-log .passage").nth(2)
    called.locator("summary").first.click()
    called.get_by_role("button", name="I have said this").click()
    expect(called).to_have_class("passage passage--said", timeout=SETTLED)

    # Before anything is measured, each goes through their papers; one passage is left alone. A phone turns to them by itself.
    go_on_to(trainer, "debrief")
    officer.set_viewport_size({"width": 390, "height": 844})
    trainer.get_by_role("button", name="Let everybody go through their papers").click()
    expect(officer.get_by_text("Before anything is shown: go through your papers")).to_be_visible(timeout=SETTLED)
    expect(officer.locator('.tabs a[aria-current="true"], .tabs a[aria-current=""]')).to_have_text("My papers")
    note = officer.locator("#paper-officers-note")
    note.locator("summary").first.click()
    seen = note.locator(".passage").nth(3).get_by_role("button", name="Not said")
    seen.click()
    expect(seen).to_have_attribute("aria-pressed", "true", timeout=SETTLED)
    look(officer)
    officer.set_viewport_size({"width": 390, "height": 844})

    open_steps(trainer, 4)
    expect(officer.locator(".debrief__answer")).to_be_visible(timeout=SETTLED)
    officer.set_viewport_size({"width": 1280, "height": 900})
    expect(officer.locator(".debrief__answer")).to_contain_text("1 to 2 of the 7", timeout=SETTLED)
    look(officer)
    trainer.locator("[data-do=open-step]").click()
    own = officer.locator(".private .outcome")
    expect(own.filter(has_text="Four calls in eight months")).to_contain_text("Said", timeout=SETTLED)
    expect(own.filter(has_text="Dean was arrested near the home")).to_contain_text("Not known")
    expect(own.filter(has_text="Mabli stood silent on the stairs")).to_contain_text("Not said")
