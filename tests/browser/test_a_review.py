"""A review conference: the plan is looked back on action by action, each in view while one writes of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan, sit_down
from browser.looking import look

pytestmark = pytest.mark.slow


def test_an_action_stays_in_view_while_its_owner_says_what_became_of_it(visit: Callable[..., Page]) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer, people=("social-worker",), scenario="Maes Glas", variant="masked")
    worker = visit(f"/en/conferences/{path}", person="social-worker")
    sit_down(worker, "social-worker")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "plan-progress")
    action = worker.locator(".reviewed__actions > li", has_text="The rent debt down")
    action.get_by_role("button", name="Say what became of it").click(timeout=SETTLED)
    expect(worker.locator("#reviewing [data-filled]")).to_have_text("The rent debt down, bit by bit.")
    expect(action.get_by_role("button")).to_be_in_viewport()
    expect(worker.locator("#reviewing-words")).to_be_focused()
    worker.get_by_label("Partly done").check()
    worker.locator("#reviewing-words").fill("Two payments, then none; nobody rang the landlord.")
    look(worker)
    worker.locator("#reviewing").get_by_role("button", name="Say it").click()
    expect(action).to_contain_text("Two payments, then none", timeout=SETTLED)
    expect(worker.locator("#reviewing")).to_be_hidden(timeout=SETTLED)
    expect(action).to_be_focused()
    expect(action).to_be_in_viewport()
