"""Somebody at the table has a real concern: one press stops the role play for everybody, and shows what to do."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan, sit_down
from browser.looking import look, violations

Visit = Callable[..., Page]


def held(visit: Visit) -> tuple[Page, Page, Page]:
    """A trainer in the control room, an officer, and a health visitor on a telephone, in Welsh, with reports on."""
    trainer = visit("/en/conferences/", person="trainer")
    place = plan(trainer)
    officer = visit(f"/en/conferences/{place}", person="officer")
    sit_down(officer, "police")
    health_visitor = visit(f"/cy/conferences/{place}", person="health-visitor")
    sit_down(health_visitor, "health-visitor")
    health_visitor.set_viewport_size({"width": 390, "height": 844})
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "reports")
    return trainer, officer, health_visitor


def test_a_learner_stops_the_role_play_and_the_facilitator_leads_back(visit: Visit) -> None:
    trainer, officer, health_visitor = held(visit)
    health_visitor.get_by_role("button", name="Mae hwn yn bryder go iawn").click()
    for page, stopped in (
        (health_visitor, "Mae’r chwarae rôl wedi stopio"),
        (officer, "The role play has stopped"),
        (trainer, "The role play has stopped"),
    ):
        expect(page.get_by_role("heading", name=stopped)).to_be_visible(timeout=SETTLED)
    expect(officer.get_by_role("region", name="What to do about a real concern")).to_contain_text("call 999")
    expect(officer.get_by_role("button", name="Go on with the role play")).to_be_hidden()
    expect(trainer.get_by_label("Needs you")).to_contain_text("Stopped for a real concern")
    for page in (officer, trainer):
        assert "health visitor" not in page.locator("#real-concern").inner_text().lower()
    assert violations(officer) == []
    assert violations(trainer) == []
    go_on = trainer.get_by_role("button", name="Go on")
    expect(go_on).to_have_count(1)  # of those that can be seen
    trainer.get_by_role("button", name="Close", exact=True).and_(trainer.locator("#concern-close")).click()
    expect(go_on).to_have_count(1)
    expect(go_on).to_have_text("Go on with the role play")
    go_on.click()
    for page in (officer, health_visitor):
        expect(page.locator("#real-concern")).to_be_hidden(timeout=SETTLED)
    expect(officer.locator("#place-line")).to_have_attribute("data-status", "running")
    look(health_visitor)


def test_before_it_begins_it_shows_what_to_do_and_stops_nothing(visit: Visit) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    place = plan(trainer)
    officer = visit(f"/en/conferences/{place}", person="officer")
    sit_down(officer, "police")
    button = officer.get_by_role("button", name="This is a real concern")
    button.focus()
    officer.keyboard.press("Enter")
    region = officer.get_by_role("region", name="What to do about a real concern")
    expect(region).to_contain_text("confirm it in writing within 24 hours")
    expect(region.get_by_role("heading", name="The role play has stopped")).to_be_hidden()
    region.get_by_role("button", name="Close").click()
    expect(region).to_be_hidden()
    expect(button).to_be_focused()
    look(officer)
