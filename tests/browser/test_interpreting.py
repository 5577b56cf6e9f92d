"""The interpreter at the table: the same in the other language, beside what somebody typed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan, sit_down
from browser.looking import look

pytestmark = pytest.mark.slow


def test_an_interpreter_writes_beside_what_the_officer_typed(visit: Callable[..., Page]) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer, people=("officer", "gp"))
    officer = visit(f"/en/conferences/{path}", person="officer")
    sit_down(officer, "police")
    interpreter = visit(f"/cy/conferences/{path}", person="gp", width=390)
    interpreter.locator("label[for=seat-interpreter]").click()
    interpreter.locator("form:has(#seats) button.govuk-button").click()
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "analysis")

    officer.locator("#say").fill("The children were cold and the house was dark.")
    officer.get_by_role("button", name="Say it").click()
    expect(officer.locator("#talk")).to_contain_text("cold", timeout=SETTLED)
    expect(officer.get_by_role("button", name="Interpret this")).to_be_hidden()

    heard = interpreter.locator("#talk .contribution", has_text="The children were cold")
    heard.get_by_role("button", name="Cyfieithu hyn").click(timeout=SETTLED)
    expect(interpreter.locator("#rendering .quote [lang=en]")).to_have_text(
        "The children were cold and the house was dark."
    )
    interpreter.locator("#rendering-words").fill("Roedd y plant yn oer ac roedd y tŷ yn dywyll.")
    look(interpreter)
    interpreter.get_by_role("button", name="Cyfieithu", exact=True).click()
    rendering = officer.locator(".contribution__rendering")
    expect(rendering).to_contain_text("Interpreter: Roedd y plant yn oer", timeout=SETTLED)
    expect(rendering.locator("[lang=cy]")).to_have_text("Roedd y plant yn oer ac roedd y tŷ yn dywyll.")
    expect(interpreter.locator("#rendering")).to_be_hidden(timeout=SETTLED)
    look(officer)
