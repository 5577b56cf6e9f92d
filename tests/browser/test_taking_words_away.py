"""Words that were put right can be taken away where they stand, and a learner volunteers for a seat of the family."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan, sit_down
from browser.looking import look, violations

pytestmark = pytest.mark.slow

Visit = Callable[..., Page]
SLIP = "KQSLIP, as the neighbour in our street is called."


def test_a_slip_in_what_was_put_right_is_taken_away_where_it_stands(visit: Visit) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    place = plan(trainer)
    mother = visit(f"/en/conferences/{place}", person="health-visitor")
    assert violations(mother) == []
    mother.locator("label[for=volunteers]").click()
    sit_down(mother, "mother")
    officer = visit(f"/en/conferences/{place}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    trainer.get_by_role("button", name="Sit in at the table").click()
    go_on_to(trainer, "analysis")
    officer.get_by_label("What you want to say").fill("He was there on Sunday.")
    officer.get_by_role("button", name="Say it").click()
    spoken = officer.locator("#talk > li", has_text="He was there on Sunday.")
    spoken.get_by_role("button", name="Put this right").click(timeout=SETTLED)
    officer.locator("#correcting textarea").fill(SLIP)
    officer.locator("#correcting .govuk-button").click()
    expect(officer.get_by_role("button", name="Take these words away")).to_have_count(0)
    beside = trainer.locator(".contribution__correction", has_text=SLIP)
    beside.get_by_role("button", name="Take these words away").click(timeout=SETTLED)
    expect(trainer.locator("#removing")).to_contain_text("KQSLIP")
    look(trainer)
    trainer.locator("#removing").get_by_role("button", name="Take them away").click()
    expect(officer.locator(".contribution__correction")).to_contain_text("These words were removed.", timeout=SETTLED)
    for page in (trainer, officer, mother):
        expect(page.get_by_text("KQSLIP")).to_have_count(0, timeout=SETTLED)
    expect(officer.locator("#talk")).to_contain_text("He was there on Sunday.")
