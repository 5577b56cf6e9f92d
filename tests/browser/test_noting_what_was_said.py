"""Round one table the trainer notes what a seat said, under its paper's title, and never as said before it began."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan, sit_down
from browser.looking import look


@pytest.mark.slow
def test_the_trainer_notes_by_title_what_was_said_and_not_as_said_before_it_began(visit: Callable[..., Page]) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer, setting="Round one table")
    officer = visit(f"/en/conferences/{path}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "reports")

    control = trainer.get_by_role("region", name="Control")
    seat = control.locator("li", has=trainer.locator("#noted-police"))
    expect(seat).to_contain_text("0 of")
    seat.locator("#noted-police > summary").click()
    log = seat.locator(".control__notes", has_text="Incident log")
    log.get_by_role("button", name="2", exact=True).click()
    form = control.locator("#noting")
    expect(form).to_contain_text("Police, Incident log, 2")
    look(trainer)
    trainer.set_viewport_size({"width": 1280, "height": 900})
    form.get_by_label("Was said:").select_option("30")
    form.get_by_role("button", name="Note it").click()
    expect(trainer.get_by_text("That moment lies outside this conference.")).to_be_visible(timeout=SETTLED)
    expect(form, "what was refused stays to be put right").to_contain_text("Police, Incident log, 2")
    form.get_by_label("Was said:").select_option(label="Just now")
    form.get_by_role("button", name="Note it").click()
    expect(seat).to_contain_text("1 of", timeout=SETTLED)
    expect(form).to_be_hidden()
    expect(log.get_by_role("button", name="on the table: 2")).to_be_visible()
    expect(officer.locator("#talk .contribution").last).to_contain_text("Police", timeout=SETTLED)
