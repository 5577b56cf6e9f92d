"""What people do at the table beside talking: present, put right, answer what is asked first, sit down late; and what the
trainer does: speak for a scripted seat, take words away, close a part.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, leave_unanswered, plan, sit_down
from browser.looking import look

pytestmark = pytest.mark.slow


def test_a_report_is_presented_put_right_and_taken_away(visit: Callable[..., Page]) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    officer = visit(f"/en/conferences/{path}", person="officer", width=390)
    sit_down_on_a_phone(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    trainer.get_by_role("button", name="Sit in at the table").click()
    go_on_to(trainer, "reports")

    # On their turn the officer sums the report up, and then puts right what was said.
    trainer.locator("#seat-police [data-do=give-floor]").click()
    expect(officer.locator("#place-line")).to_have_attribute("data-floor", "mine", timeout=SETTLED)
    officer.locator('.tabs a[href="#panel-papers"]').click()
    officer.locator("#paper-incident-log > summary").click()
    officer.locator("#paper-incident-log [data-fill=presenting]").click()
    officer.locator("#presenting-words").fill("Four calls in eight months, and the neighbour’s real name.")
    look(officer)
    officer.get_by_role("button", name="Present it").click()
    first = trainer.locator("#talk .contribution", has_text="Four calls in eight months")
    expect(first).to_contain_text("Presents a report: Incident log", timeout=SETTLED)
    officer.locator('.tabs a[href="#panel-table"]').click()
    own = officer.locator("#talk .contribution", has_text="Four calls in eight months")
    own.get_by_role("button", name="Put this right").click()
    officer.locator("#correcting-words").fill("Five calls.")
    officer.get_by_role("button", name="Put it right").click()
    expect(first.locator(".contribution__correction")).to_contain_text("Five calls.", timeout=SETTLED)

    # The trainer takes the first words away; the correction stays.
    first.locator("[data-fill=removing][data-item]").click()
    trainer.locator("#removing-why").select_option("real-person")
    trainer.get_by_role("button", name="Take them away").click()
    removed = officer.locator("#talk .contribution", has_text="Presents a report")
    expect(removed).to_contain_text("These words were removed. It was about a real person.", timeout=SETTLED)
    expect(removed).to_contain_text("Five calls.")
    expect(officer.locator("#talk")).not_to_contain_text("real name")
    look(officer)
    officer.reload()
    expect(officer.locator("#talk")).to_contain_text("Five calls.", timeout=SETTLED)
    expect(officer.locator("#talk")).not_to_contain_text("real name")


def sit_down_on_a_phone(page: Page, seat: str) -> None:
    page.locator(f"label[for=seat-{seat}]").click()
    page.locator("form:has(#seats) button.govuk-button").click()
    page.locator('.tabs a[href="#panel-papers"]').click()
    expect(page.locator(".held").first).to_be_visible(timeout=SETTLED)


def test_the_trainer_speaks_for_a_seat_and_closes_a_part_and_who_is_late_reads_first(
    visit: Callable[..., Page],
) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    officer = visit(f"/en/conferences/{path}", person="officer")
    sit_down(officer, "police")
    late = visit(f"/cy/conferences/{path}", person="health-visitor")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "analysis")

    # Everybody sees for whom the trainer speaks.
    trainer.locator("#control [data-do=take-over][data-seat=social-worker]").click()
    expect(officer.locator("#seat-social-worker")).to_contain_text("The facilitator speaks", timeout=SETTLED)
    trainer.get_by_text("Say something for a seat").click()
    trainer.locator("#as-seat").select_option("social-worker")
    trainer.locator("#as-words").fill("I saw Mabli on Tuesday.")
    look(trainer)
    trainer.locator("form:has(#as-seat) button").click()
    spoken = officer.locator("#talk .contribution", has_text="I saw Mabli on Tuesday.")
    expect(spoken).to_contain_text("Social worker", timeout=SETTLED)
    trainer.locator("#place-line [data-do=let-script-go-on]").click()
    expect(officer.locator("#seat-social-worker")).not_to_contain_text("The facilitator speaks", timeout=SETTLED)

    # With a script in the chair the trainer closes a part, and opens it again.
    trainer.get_by_text("Go on without somebody").click()
    trainer.locator("label[for=without-mother]").click()
    trainer.get_by_role("button", name="Begin the closed part").click()
    expect(officer.locator("#seat-mother")).to_contain_text("Outside during a closed part", timeout=SETTLED)
    trainer.get_by_role("button", name="Ask everybody back in").click()
    expect(officer.locator("#seat-mother")).not_to_contain_text("Outside", timeout=SETTLED)

    # Who sits down late reads first, is told what passed, and comes in.
    late.locator("label[for=seat-health-visitor]").click()
    late.locator("form:has(#seats) button.govuk-button").click()
    expect(late.locator("#place-line")).to_contain_text("Rydych chi’n darllen", timeout=SETTLED)
    expect(late.locator("#notices")).to_contain_text("Tra oeddech chi i ffwrdd", timeout=SETTLED)
    expect(officer.locator("#seat-health-visitor")).to_contain_text("Reading, comes in soon", timeout=SETTLED)
    look(late)
    late.get_by_role("button", name="Dod i mewn").click()
    expect(officer.locator("#seat-health-visitor")).not_to_contain_text("Reading", timeout=SETTLED)

    # What is asked first is answered, or left with a reason, before anybody gives a view.
    go_on_to(trainer, "decision")
    asked = officer.locator(".views__first li")
    expect(asked).to_have_count(6, timeout=SETTLED)
    expect(officer.locator(".view-form[data-needs=view]").first).to_be_hidden()
    asked.first.get_by_role("button", name="Answer").click()
    officer.locator("#first-words").fill("She listens on the stairs.")
    officer.locator("#answering-first .govuk-button").click()
    expect(asked.first).to_contain_text("She listens on the stairs.", timeout=SETTLED)
    leave_unanswered(trainer, 5)
    expect(officer.locator(".views__first li", has_text="Nobody answered it.")).to_have_count(5, timeout=SETTLED)
    expect(officer.locator(".view-form[data-needs=view]").first).to_be_visible(timeout=SETTLED)
    look(officer)


def test_what_was_said_aloud_is_marked_back_only_to_when_the_table_was_open(visit: Callable[..., Page]) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer, "Round one table")
    officer = visit(f"/en/conferences/{path}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "decision")
    officer.locator("#paper-incident-log > summary").click()
    called = officer.locator("#paper-incident-log .passage").nth(2)
    called.locator("summary").first.click()
    called.get_by_text("I said it earlier").click()
    called.locator("[data-ago='20']").click()
    expect(officer.locator("#band-words")).to_contain_text("That moment lies outside this conference", timeout=SETTLED)
    expect(called).to_have_class("passage passage--unsaid")
    look(officer)

    # The trainer, with a script in the chair, opens the views and closes the decision.
    trainer.get_by_role("button", name="Open the views").click()
    closing = trainer.locator(".view-form[data-needs=decide]").first
    closing.locator("summary").first.click()
    closing.locator("input[type=radio][value=not-registered] + label").click()
    closing.locator("textarea").fill("What was heard does not reach the threshold.")
    look(trainer)
    closing.get_by_role("button", name="Close the decision").click()
    expect(officer.locator(".decided")).to_contain_text("Name not on the child protection register", timeout=SETTLED)
