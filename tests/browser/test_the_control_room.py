"""The control room in a browser: rooms at a glance beside the room itself, ten seconds to think, injects held, the rubric."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan, sit_down
from browser.looking import look, violations

pytestmark = pytest.mark.slow

Visit = Callable[..., Page]


def running(visit: Visit) -> tuple[Page, Page, str]:
    """A trainer in the control room with reports on, an officer at the table, and the conference's place."""
    trainer = visit("/en/conferences/", person="trainer")
    place = plan(trainer)
    officer = visit(f"/en/conferences/{place}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.get_by_role("button", name="Start the conference").click()
    go_on_to(trainer, "reports")
    return trainer, officer, place


def test_a_private_minute_is_marked_at_a_glance_until_it_is_looked_at(visit: Visit) -> None:
    trainer, officer, place = running(visit)
    rooms = visit(f"/en/conferences/{place}rooms/", person="trainer")
    card = rooms.get_by_role("region", name="Room 1", exact=True)
    expect(card).to_contain_text("Reports", timeout=SETTLED)
    officer.get_by_role("button", name="I need a minute").click()
    needs = rooms.get_by_role("region", name="Needs you")
    expect(needs).to_contain_text("Police needs a minute.", timeout=SETTLED)
    expect(trainer.get_by_label("Needs you")).to_contain_text("Police needs a minute.")
    needs.get_by_role("button", name="I have looked").click()
    expect(needs).to_contain_text("Nobody needs you just now.", timeout=SETTLED)
    expect(trainer.get_by_label("Needs you").get_by_text("Police needs a minute.")).to_have_count(0)
    expect(trainer.locator("#connection")).to_have_attribute("data-state", "connected")
    rooms.get_by_role("button", name="Pause all rooms").click()
    expect(officer.locator("#place-line")).to_have_attribute("data-status", "paused", timeout=SETTLED)
    look(rooms)


def test_who_thinks_better_of_it_within_ten_seconds_stays(visit: Visit) -> None:
    trainer, officer, _place = running(visit)
    control = trainer.get_by_role("region", name="Control")
    control.get_by_role("button", name="Next item on the agenda").click()
    control.get_by_role("button", name="Stay here").click()
    expect(control.get_by_role("button", name="Next item on the agenda")).to_be_visible(timeout=SETTLED)
    expect(officer.locator("#place-line")).to_have_attribute("data-agenda", "reports")
    control.get_by_role("button", name="Next item on the agenda").click()
    expect(control.get_by_role("button", name="Stay here")).to_be_visible(timeout=SETTLED)
    expect(officer.locator("#place-line")).not_to_have_attribute("data-agenda", "reports", timeout=2 * SETTLED)


def test_an_inject_is_held_back_and_let_come_again_and_the_group_is_scored(visit: Visit) -> None:
    trainer, _officer, _place = running(visit)
    control = trainer.get_by_role("region", name="Control")
    control.get_by_role("button", name="Hold it back").first.click()
    expect(control.get_by_text("Held back")).to_be_visible(timeout=SETTLED)
    control.get_by_role("button", name="Let it come again").click()
    expect(control.get_by_text("Held back")).to_have_count(0, timeout=SETTLED)
    control.get_by_text("Notes of those who run this").click()
    control.get_by_label("A note; only those who run the conference see it").fill("The officer was quiet.")
    control.get_by_role("button", name="Note it").click()
    expect(control.locator("#notes")).to_contain_text("The officer was quiet.", timeout=SETTLED)
    line = trainer.get_by_role("group", name="The child’s life")
    line.get_by_role("button").nth(1).click()
    expect(line.get_by_role("button").nth(1)).to_have_attribute("aria-pressed", "true", timeout=SETTLED)
    assert violations(trainer) == []


def test_whoever_is_taken_off_the_list_is_shown_the_ways_back(visit: Visit) -> None:
    trainer, officer, place = running(visit)
    expect(officer.locator("#ways-back")).to_be_hidden()
    trainer.get_by_text("People on the list").click()
    trainer.get_by_role("button", name="Take Tom Rees off the list").click()
    band = officer.locator("#band")
    expect(band).to_contain_text("no longer on this conference’s list", timeout=SETTLED)
    again = band.get_by_role("link", name="Sign in again")
    expect(again).to_have_attribute("href", f"/en/account/login/?next=/en/conferences/{place}room/")
    expect(band.get_by_role("link", name="Live conferences")).to_be_visible()
    look(officer)


def test_a_facilitator_seats_somebody_who_came_late_and_frees_a_seat(visit: Visit) -> None:
    trainer, officer, place = running(visit)
    late = visit(f"/en/conferences/{place}", person="health-visitor")
    seats = trainer.locator(".control__seats > li")
    visiting = seats.filter(has_text="Health visitor").first
    visiting.get_by_role("button", name="Seat somebody").click()
    seating = trainer.locator("#seating")
    expect(seating).to_contain_text("Health visitor")
    expect(seating.get_by_label("They volunteer for a seat on the family’s side")).to_be_hidden()
    seating.get_by_label("Who sits down here").select_option("Tom Rees")
    seating.get_by_role("button", name="Seat them").click()
    expect(trainer.locator("#band")).to_contain_text("They have a seat in this conference already", timeout=SETTLED)
    seating.get_by_label("Who sits down here").select_option("Sioned Parry")
    seating.get_by_label("Where they are").select_option("Others are with them")
    seating.get_by_role("button", name="Seat them").click()
    expect(visiting).to_contain_text("Sioned Parry", timeout=SETTLED)
    expect(seating).to_be_hidden()
    assert violations(trainer) == []
    late.goto(late.url.rstrip("/") + "/room/")
    expect(late.locator("#place-line")).to_contain_text("You are reading", timeout=SETTLED)

    trainer.on("dialog", lambda dialog: dialog.accept())
    seats.filter(has_text="Tom Rees").get_by_role("button", name="Free this seat").click()
    expect(officer.locator("#seats")).to_be_visible(timeout=SETTLED)
    expect(seats.filter(has_text="Tom Rees")).to_have_count(0, timeout=SETTLED)
    seats.filter(has_text="Mother").first.get_by_role("button", name="Seat somebody").click()
    expect(seating.get_by_label("They volunteer for a seat on the family’s side")).to_be_visible()


def test_the_newest_two_notices_stand_open_and_what_was_closed_stays_closed(visit: Visit) -> None:
    trainer, officer, _place = running(visit)
    for words in ("Tea at eleven.", "The heating is on.", "Ten minutes left."):
        trainer.locator("summary", has_text="Write to everybody").click()
        trainer.locator("#to-all").fill(words)
        trainer.get_by_role("button", name="Send to everybody").click()
        expect(officer.locator("#notices")).to_contain_text(words, timeout=SETTLED)
        expect(trainer.locator("#to-all")).to_be_hidden(timeout=SETTLED)  # the room has answered, and the form closes
    notice = officer.locator("#notices > li:visible")
    expect(notice).to_have_count(2)
    expect(officer.get_by_text("Tea at eleven.")).to_be_hidden()
    earlier = officer.get_by_role("button", name="Earlier notices: 1")
    earlier.click()
    expect(officer.get_by_text("Tea at eleven.")).to_be_visible()
    assert violations(officer) == []
    notice.filter(has_text="The heating is on.").get_by_role("button", name="Close").click()
    expect(officer.get_by_text("The heating is on.")).to_be_hidden()
    officer.reload()
    expect(officer.get_by_text("Ten minutes left.")).to_be_visible(timeout=SETTLED)
    expect(officer.get_by_text("The heating is on.")).to_be_hidden()
    expect(officer.get_by_text("Tea at eleven.")).to_be_visible()
    expect(officer.locator("#notices-more")).to_be_hidden()


def test_what_presses_most_stands_first_whichever_room_it_is_in(visit: Visit) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    first = int(plan(trainer, rooms=2).strip("/"))
    at_table = {}
    for person, seat in (("officer", "police"), ("health-visitor", "health-visitor")):
        for room in (first, first + 1):
            page = visit(f"/en/conferences/{room}/", person=person)
            if page.locator("#seats").count():  # the other room is not open to them
                sit_down(page, seat)
                at_table[room] = page
    rooms = visit(f"/en/conferences/{first}/rooms/", person="trainer")
    for room in (first, first + 1):
        rooms.locator(f"#card-{room} [data-do=start]").click(timeout=SETTLED)
    at_table[first].get_by_role("button", name="I need a minute").click(timeout=SETTLED)
    needs = rooms.locator("#needs > li")
    expect(needs).to_have_count(1, timeout=SETTLED)
    at_table[first + 1].get_by_role("button", name="This is a real concern").click()
    expect(needs).to_have_count(2, timeout=SETTLED)
    expect(needs.first).to_contain_text("Stopped for a real concern")
    expect(needs.first).to_contain_text("Room 2")
