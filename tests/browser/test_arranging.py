"""A practitioner sets down the core group: too late a day is refused, with a reason it is taken; then the meeting is adjourned."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan, sit_down
from browser.looking import look

Visit = Callable[..., Page]
LATE = (timezone.now() + timedelta(days=60)).date()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_core_group_its_limit_and_an_adjournment_look_right(visit: Visit, language: str) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    officer = visit(f"/{language}/conferences/{path}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.locator("[data-do=start]").click()
    expect(officer.locator("#place-line")).to_have_attribute("data-status", "running", timeout=SETTLED)
    go_on_to(trainer, "plan")

    form = officer.locator("form[data-do=core-group]")
    expect(officer.locator("details.card:has(form[data-do=core-group])")).to_be_visible(timeout=SETTLED)
    officer.locator("details.card:has(form[data-do=core-group]) summary").click()
    form.locator("label[for=member-police]").click()
    form.locator("[name=on]").fill(LATE.isoformat())
    form.locator("button").click()
    expect(officer.get_by_text("10 working days" if language == "en" else "10 diwrnod gwaith").first).to_be_visible()
    form.locator("[name=words]").fill("Mae’r ysgol ar gau tan hynny.")
    form.locator("button").click()
    expect(officer.locator("#arrangements .plan__day")).to_be_visible(timeout=SETTLED)
    expect(officer.locator("#band")).to_be_hidden()
    look(officer)

    trainer.locator("details.card:has(form[data-do=adjourn]) summary").click()
    trainer.locator("form[data-do=adjourn] [name=words]").fill("The doctor is not here.")
    trainer.locator("form[data-do=adjourn] button").click()
    expect(officer.locator("#adjourned")).to_be_visible(timeout=SETTLED)
    look(officer)
