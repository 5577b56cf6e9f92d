"""One conference on Tŷ Coed: a police officer in English, a health visitor in Welsh, a trainer who runs it, scripts elsewhere.

From planning to the debrief, in three browsers at once. The health visitor's connection is cut in the middle; what they
were typing is still there when it comes back, and so is what they missed.
"""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import sign_in
from browser.holding import SETTLED, go_on_to, open_steps, plan, sit_down
from browser.papers import gist, own_passages
from browser.wire import Wire

NEVER_SHARED = "o1"  # known to housing, whose script never says it


@pytest.fixture
def table(visit: object) -> tuple[Page, Page, Page, Wire]:
    """The trainer, the officer and the health visitor, each in the room; and the health visitor's wire."""
    trainer = visit("/en/conferences/", person="trainer")  # type: ignore[operator]
    path = plan(trainer)
    officer = visit(f"/en/conferences/{path}", person="officer")  # type: ignore[operator]
    health_visitor = visit(f"/cy/conferences/{path}", person="health-visitor", width=390)  # type: ignore[operator]
    wire = Wire()
    wire.attach(health_visitor)
    sit_down(officer, "police")
    health_visitor.locator("label[for=seat-health-visitor]").click()
    health_visitor.locator("form:has(#seats) button.govuk-button").click()
    health_visitor.locator('.tabs a[href="#panel-papers"]').click()
    expect(health_visitor.locator(".held").first).to_be_visible(timeout=SETTLED)
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    return trainer, officer, health_visitor, wire


def test_a_seat_taken_by_somebody_else_is_told_and_nothing_is_lost(visit: object) -> None:
    trainer = visit("/en/conferences/", person="trainer")  # type: ignore[operator]
    path = plan(trainer)
    officer = visit(f"/en/conferences/{path}", person="officer")  # type: ignore[operator]
    late = visit(f"/cy/conferences/{path}", person="health-visitor")  # type: ignore[operator]
    sit_down(officer, "police")
    late.locator("label[for=seat-police]").click()
    late.locator("form:has(#seats) button.govuk-button").click()
    told = late.get_by_role("alert")
    expect(told, "told in the reader's language").to_contain_text("sedd")
    expect(late.locator("#seat-health-visitor")).to_be_enabled()


def test_a_mixed_conference_from_planning_to_the_fact_that_was_never_shared(
    table: tuple[Page, Page, Page, Wire],
) -> None:
    trainer, officer, health_visitor, wire = table
    theirs, hers = own_passages("police", "en"), own_passages("health-visitor", "cy")

    # Each sees their own papers and none of the other's; a tab of the phone is there when it has something to show.
    worry = health_visitor.locator('.tabs a[href="#panel-worry"]')
    expect(worry).to_be_hidden(timeout=SETTLED)
    go_on_to(trainer, "analysis")
    expect(worry).to_be_visible(timeout=SETTLED)
    expect(officer.locator("#place-line")).to_have_attribute("data-agenda", "analysis", timeout=SETTLED)
    assert all(words in officer.locator("#papers").text_content() for words in theirs)
    for page, foreign in (
        (officer, own_passages("health-visitor", "en") + hers),
        (health_visitor, own_passages("police", "cy") + theirs),
    ):
        seen = page.content()
        assert not [words for words in foreign if words in seen]

    # What one says, both read, each in their own language.
    passage = officer.locator(".passage", has_text=theirs[0])
    officer.locator(".held", has=passage).locator("summary").first.click()
    passage.locator("summary").first.click()
    passage.get_by_role("button", name="Show it").click()
    health_visitor.locator('.tabs a[href="#panel-table"]').click()
    expect(health_visitor.locator("#talk")).to_contain_text(own_passages("police", "cy")[0], timeout=SETTLED)

    # The link of one is cut; what she types stays, and what she missed comes.
    typed = health_visitor.locator("#say")
    typed.fill("Mae pwysau Ianto")
    wire.cut()
    expect(health_visitor.locator("#connection")).to_contain_text("Yn ailgysylltu", timeout=SETTLED)
    officer.locator("#say").fill("We were called four times in eight months.")
    officer.get_by_role("button", name="Say it").click()
    expect(officer.locator("#talk")).to_contain_text("We were called four times", timeout=SETTLED)
    wire.open = True
    expect(health_visitor.locator("#connection")).to_contain_text("Wedi cysylltu", timeout=60_000)
    expect(health_visitor.locator("#talk")).to_contain_text("We were called four times", timeout=SETTLED)
    expect(health_visitor.locator("#talk .contribution", has_text="We were called four times")).to_have_count(1)
    expect(typed).to_have_value("Mae pwysau Ianto")
    health_visitor.get_by_role("button", name="Ei ddweud", exact=True).click()
    expect(officer.locator("#talk")).to_contain_text("Mae pwysau Ianto", timeout=SETTLED)
    expect(typed).to_have_value("")
    # A reload loses nothing either.
    officer.reload()
    expect(officer.locator("#talk")).to_contain_text("Mae pwysau Ianto", timeout=SETTLED)

    # Before the debrief nobody reads what a fact was; there, the one that nobody said is named.
    never = gist(NEVER_SHARED, "en")
    assert never not in officer.content()
    go_on_to(trainer, "debrief")
    open_steps(trainer, 4)
    unsaid = officer.locator(".outcome--never-shared", has_text=never)
    expect(unsaid.first).to_be_visible(timeout=SETTLED)
    expect(unsaid.first).to_contain_text("Not said")
    expect(health_visitor.locator(".outcome--never-shared", has_text=gist(NEVER_SHARED, "cy")).first).to_be_visible(
        timeout=SETTLED
    )
    expect(officer.locator(".debrief__answer")).to_contain_text("things that mattered were on the table")
    assert not [error for error in officer.said + health_visitor.said if "socket" not in error.lower()]  # type: ignore[attr-defined]


def test_who_signs_out_elsewhere_is_told_so_in_the_room(visit: object, site: str) -> None:
    trainer = visit("/en/conferences/", person="trainer")  # type: ignore[operator]
    path = plan(trainer)
    officer = visit("/cy/")  # type: ignore[operator]
    sign_in(officer, site, "officer")  # a session of their own: other tests use the one that is kept
    officer.goto(f"{site}/cy/conferences/{path}")
    sit_down(officer, "police")
    officer.get_by_role("button", name="Camu allan").click()
    expect(officer.locator("#place-line")).to_contain_text("Rydych wedi camu allan", timeout=SETTLED)
    elsewhere = officer.context.new_page()
    elsewhere.goto(f"{site}/cy/account/logout/")
    elsewhere.locator("main form button").first.click()
    expect(elsewhere.locator("[name=login]")).to_be_visible(timeout=SETTLED)
    expect(officer.locator("#band-words")).to_contain_text("Rydych wedi’ch allgofnodi", timeout=SETTLED)
