"""The debrief to its end in browsers: its steps one at a time, the timeline, rows by name, the wall, what one will do."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, go_to_step, open_steps, plan, sit_down
from browser.looking import look

WIDE = {"width": 1280, "height": 900}


@pytest.fixture
def debriefed(visit: Callable[..., Page]) -> tuple[Page, Page]:
    """A trainer and an officer, alone at the table with scripts; every step of the debrief is open."""
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    officer = visit(f"/en/conferences/{path}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "analysis")
    go_on_to(trainer, "debrief")
    open_steps(trainer, seen_by=[officer])
    return trainer, officer


def test_a_table_goes_through_every_step_of_its_debrief(debriefed: tuple[Page, Page]) -> None:
    trainer, officer = debriefed
    # Whoever reads the newest step goes on with the facilitator; whoever goes back stays there.
    expect(officer.locator("#at-what-i-will-do")).to_be_visible(timeout=SETTLED)
    go_to_step(officer, "named-rows")
    expect(officer.locator("#at-what-i-will-do")).to_be_hidden()

    # Alone at the table with scripts, one person's word is everybody's.
    expect(officer.get_by_text("shown here only if every person at the table agrees")).to_be_visible(timeout=SETTLED)
    officer.get_by_role("button", name="I agree").click()
    expect(officer.get_by_text("Everybody here agreed to this.")).to_be_visible(timeout=SETTLED)
    go_to_step(trainer, "named-rows")
    expect(trainer.get_by_text("Everybody here agreed to this.")).to_be_visible(timeout=SETTLED)

    go_to_step(officer, "what-i-will-do")
    officer.get_by_role("textbox", name="What I will do").fill("Ask the school before the next one.")
    officer.get_by_role("button", name="Keep it for myself").click()
    kept = officer.locator("#at-what-i-will-do .private")
    expect(kept).to_contain_text("Ask the school", timeout=SETTLED)
    expect(trainer.locator("#debrief")).not_to_contain_text("Ask the school")
    look(officer)
    look(trainer)
    officer.once("dialog", lambda dialog: dialog.accept())
    kept.get_by_role("button", name="Have it forgotten").click()
    expect(kept).to_have_count(0, timeout=SETTLED)


@pytest.mark.slow
def test_notes_on_the_wall_are_sorted_voted_on_and_taken_back(debriefed: tuple[Page, Page]) -> None:
    trainer, officer = debriefed
    for each in debriefed:
        go_to_step(each, "wall")
    for words in ("The bail case made it hard to speak.", "I wish I had not written this."):
        officer.get_by_label("A note for the wall").fill(words)
        officer.get_by_role("button", name="Post it without my name").click()
        expect(trainer.locator(".wall")).to_contain_text(words, timeout=SETTLED)
    note = trainer.locator("#note-n1")
    trainer.get_by_label("A heading for notes that belong together").fill("What the law lets me say")
    trainer.get_by_role("button", name="Put the heading on the wall").click()
    note.get_by_role("button", name="Put it under: What the law lets me say").click()
    expect(trainer.locator(".wall section:has(#note-n1) h3")).to_have_text("What the law lets me say", timeout=SETTLED)
    matters = officer.locator("#note-n1").get_by_role("button", name="This matters to me")
    matters.click()
    expect(matters).to_have_attribute("aria-pressed", "true", timeout=SETTLED)
    expect(note).to_contain_text("Matters to 1 person", timeout=SETTLED)

    expect(trainer.get_by_role("button", name="Take my note back")).to_have_count(0)
    officer.reload()
    go_to_step(officer, "wall")
    officer.locator("#note-n2").get_by_role("button", name="Take my note back").click()
    expect(trainer.locator("#note-n2")).to_contain_text("These words were removed.", timeout=SETTLED)
    look(officer)


@pytest.mark.slow
def test_the_timeline_is_gone_through_by_keys_by_pointer_and_again_at_the_table(debriefed: tuple[Page, Page]) -> None:
    _trainer, officer = debriefed
    go_to_step(officer, "timeline")
    slider = officer.get_by_role("slider", name="Moment of the conference")
    slider.focus()
    slider.press("End")
    expect(officer.locator(".timeline__moment")).to_contain_text("Began", timeout=SETTLED)
    last = slider.input_value()
    officer.get_by_role("button", name="What happened before").click()
    assert int(slider.input_value()) < int(last)
    drawing = officer.locator(".timeline__drawing")
    drawing.click(position={"x": 120, "y": 60})
    assert int(slider.input_value()) < int(last)
    officer.locator(".timeline summary", has_text="As a table").click()
    expect(officer.get_by_role("cell", name="Began: Opening")).to_be_visible()
    look(officer)
    officer.set_viewport_size(WIDE)

    go_to_step(officer, "rooms")
    officer.get_by_role("link", name="See the rooms side by side").click()
    expect(officer.get_by_role("rowheader", name="Room 1 (yours)")).to_be_visible()
    look(officer)
    officer.set_viewport_size(WIDE)
    officer.get_by_role("link", name="Back to the room").click()
    go_to_step(officer, "timeline")
    officer.get_by_role("link", name="See the table as it was then").click()
    officer.wait_for_url("**/again/**")
    slider = officer.get_by_role("slider")
    slider.focus()
    end = slider.get_attribute("max")
    slider.press("End")
    officer.wait_for_url(f"**at={end}*")
    expect(officer.get_by_role("heading", name="What this seat had in its hands")).to_be_visible()
    look(officer)


@pytest.mark.slow
def test_every_figure_leads_to_what_it_counts(debriefed: tuple[Page, Page]) -> None:
    _trainer, officer = debriefed
    go_to_step(officer, "known-and-not-said")
    with officer.expect_popup() as opened:
        officer.get_by_role("link", name=re.compile("What this counts ?: Pool rate")).click()
    page = opened.value
    page.said = []  # type: ignore[attr-defined]
    expect(page.get_by_role("heading", name="Pool rate", exact=True)).to_be_in_viewport()
    look(page)
