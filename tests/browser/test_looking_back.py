"""What somebody answers about a conference is theirs until it is sent: a page that closes takes nothing with it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import go_on_to, open_steps, plan, sit_down
from browser.looking import look

KEPT = "Object.keys(localStorage).filter(key => key.includes('looking-back')).length"


@pytest.mark.slow
def test_answers_outlive_a_closed_page_until_they_are_sent(visit: Callable[..., Page]) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    officer = visit(f"/en/conferences/{path}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "analysis")
    go_on_to(trainer, "debrief")
    open_steps(trainer, 1)

    address = officer.url.split("/conferences/")[0] + f"/conferences/{path.strip('/')}/afterwards/"
    officer.goto(address)
    officer.get_by_label("What helped?").fill("To hear the school first.")
    sure = officer.locator("form.sure .govuk-radios").first.get_by_role("radio").nth(3)
    sure.check()
    again = officer.context.new_page()
    officer.close()
    again.goto(address)
    expect(again.get_by_label("What helped?")).to_have_value("To hear the school first.")
    expect(again.locator("form.sure .govuk-radios").first.get_by_role("radio").nth(3)).to_be_checked()
    assert again.evaluate(KEPT) == 1

    again.get_by_role("button", name="Keep my answers").click()
    expect(again.get_by_role("heading", level=1)).to_have_text("What people made of it")
    again.wait_for_load_state()  # its scripts have run
    assert again.evaluate(KEPT) == 0
    again.goto(address)
    expect(again.get_by_label("What helped?")).to_have_count(0)
    expect(again.locator("form.sure .govuk-radios").first.get_by_role("radio").nth(3)).to_be_checked()
    again.said = []  # type: ignore[attr-defined]
    look(again)
