"""The debrief to its end in browsers: rows by name, the conference again, rooms side by side, the wall, what one will do."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan, sit_down
from browser.looking import look


def test_a_table_goes_through_every_step_of_its_debrief(visit: Callable[..., Page]) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    officer = visit(f"/en/conferences/{path}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "analysis")
    go_on_to(trainer, "debrief")
    steps = trainer.locator(".debrief__steps li")
    for step in range(steps.count()):
        trainer.locator("[data-do=open-step]").click()
        expect(trainer.locator(".debrief__step--open")).to_have_count(step + 1, timeout=SETTLED)

    # Alone at the table with scripts, one person's word is everybody's.
    expect(officer.get_by_text("shown here only if every person at the table agrees")).to_be_visible(timeout=SETTLED)
    officer.get_by_role("button", name="I agree").click()
    expect(officer.get_by_text("Everybody here agreed to this.")).to_be_visible(timeout=SETTLED)
    expect(trainer.get_by_text("Everybody here agreed to this.")).to_be_visible(timeout=SETTLED)

    officer.get_by_label("A note for the wall").fill("The bail case made it hard to speak.")
    officer.get_by_role("button", name="Post it without my name").click()
    note = trainer.locator("#note-n1")
    expect(note).to_contain_text("The bail case made it hard to speak.", timeout=SETTLED)
    trainer.get_by_label("A heading for notes that belong together").fill("What the law lets me say")
    trainer.get_by_role("button", name="Put the heading on the wall").click()
    note.get_by_role("button", name="Put it under: What the law lets me say").click()
    expect(trainer.locator(".wall section:has(#note-n1) h3")).to_have_text("What the law lets me say", timeout=SETTLED)
    matters = officer.locator("#note-n1").get_by_role("button", name="This matters to me")
    matters.click()
    expect(matters).to_have_attribute("aria-pressed", "true", timeout=SETTLED)
    expect(note).to_contain_text("Matters to 1 person", timeout=SETTLED)

    officer.get_by_label("What I will do").fill("Ask the school before the next one.")
    officer.get_by_role("button", name="Keep it for myself").click()
    expect(officer.locator("#debrief .private").last).to_contain_text("Ask the school", timeout=SETTLED)
    expect(trainer.locator("#debrief")).not_to_contain_text("Ask the school")
    look(officer)
    look(trainer)

    officer.set_viewport_size({"width": 1280, "height": 900})
    officer.get_by_role("link", name="See the rooms side by side").click()
    expect(officer.get_by_role("rowheader", name="Room 1 (yours)")).to_be_visible()
    look(officer)
    officer.get_by_role("link", name="Back to the room").click()
    officer.get_by_role("link", name="Go through the conference again").click()
    moment = officer.get_by_role("slider")
    moment.focus()
    moment.press("End")
    officer.get_by_role("button", name="Show this moment").click()
    expect(officer.get_by_role("heading", name="What this seat had in its hands")).to_be_visible()
    assert "at=0" not in officer.url
    look(officer)
