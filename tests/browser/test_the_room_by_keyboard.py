"""The room by keys and by ear, on a second device, after a loss, and on a wall."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.holding import SETTLED, plan, sit_down
from browser.looking import look

HALF = "Mae Ifan wedi colli"


@pytest.fixture
def room(visit: Visit) -> tuple[Page, Page]:
    """The trainer in the control room and an officer on the police seat; it runs."""
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    officer = visit(f"/en/conferences/{path}", person="officer")
    officer.set_viewport_size({"width": 1280, "height": 720})
    sit_down(officer, "police")
    trainer.goto(officer.url)
    expect(trainer.locator("#control-start")).to_be_visible(timeout=SETTLED)
    cover = trainer.locator("[data-do=cover-seat]")
    while (left := cover.count()) > 0:
        cover.first.click()
        expect(cover).not_to_have_count(left, timeout=SETTLED)
    trainer.locator("#control-start").click()
    expect(officer.locator("#place-line")).not_to_have_attribute("data-status", "lobby", timeout=SETTLED)
    return trainer, officer


def test_ones_place_is_in_view_in_a_low_window_and_keys_go_to_every_part(room: tuple[Page, Page]) -> None:
    _trainer, officer = room
    expect(officer.locator("#say")).to_be_in_viewport(ratio=1)
    for key, goes_to in (("S", "#say"), ("P", "#panel-papers"), ("T", "#talk-scroll"), ("O", "#step-out")):
        officer.keyboard.press(f"Alt+Shift+Key{key}")
        expect(officer.locator(goes_to)).to_be_focused()
    officer.keyboard.press("Alt+Shift+Slash")
    expect(officer.locator("#help > summary")).to_be_focused()
    officer.keyboard.press("s")
    expect(officer.locator("#help > summary")).to_be_focused()
    officer.set_viewport_size({"width": 390, "height": 844})
    officer.keyboard.press("Alt+Shift+KeyP")
    expect(officer.locator("#panel-papers")).to_be_focused()
    look(officer)


def test_how_much_is_read_out_is_chosen_and_kept(room: tuple[Page, Page]) -> None:
    trainer, officer = room
    officer.locator("#help > summary").click()
    officer.get_by_text("Only what is for me").click()
    trainer.locator("#control-pause").click()
    expect(officer.locator("#announcer")).to_contain_text("Paused", timeout=SETTLED)
    officer.reload()
    expect(officer.locator(".held").first).to_be_visible(timeout=SETTLED)
    expect(officer.locator("#read-out-me")).to_be_checked()


def test_what_is_half_typed_outlives_a_lost_connection_and_a_reload(room: tuple[Page, Page]) -> None:
    _trainer, officer = room
    officer.locator("#say").press_sequentially(HALF)
    officer.context.set_offline(True)
    officer.evaluate("dispatchEvent(new Event('offline'))")
    officer.locator("#say").press_sequentially(" pwysau")
    officer.context.set_offline(False)
    officer.reload()
    expect(officer.locator("#say")).to_have_value(f"{HALF} pwysau")
    expect(officer.locator("#connection")).to_have_attribute("data-state", "connected", timeout=SETTLED)
    officer.get_by_role("button", name="Say it").click()
    expect(officer.locator("#talk")).to_contain_text(f"{HALF} pwysau", timeout=SETTLED)
    expect(officer.locator("#say")).to_have_value("")


def test_a_second_device_takes_over_and_the_first_may_take_it_back(room: tuple[Page, Page]) -> None:
    _trainer, officer = room
    officer.locator("#say").press_sequentially(HALF)
    second = officer.context.new_page()
    second.goto(officer.url)
    take_back = "Take it back to this screen"
    expect(officer.get_by_role("button", name=take_back)).to_be_visible(timeout=SETTLED)
    expect(officer.locator("#band")).to_contain_text("on another device")
    officer.get_by_role("button", name=take_back).click()
    expect(second.get_by_role("button", name=take_back)).to_be_visible(timeout=SETTLED)
    expect(officer.locator("#connection")).to_have_attribute("data-state", "connected", timeout=SETTLED)
    expect(officer.locator("#say")).to_have_value(HALF)


def test_on_the_wall_stands_what_is_said_and_nobodys_papers(room: tuple[Page, Page], visit: Visit) -> None:
    trainer, officer = room
    wall = visit(trainer.url.split("/en/", 1)[1].replace("room/", "projector/").join(("/en/", "")), person="trainer")
    expect(wall.locator("#connection")).to_have_attribute("data-state", "connected", timeout=SETTLED)
    expect(wall.locator("#papers, #notices, #control, #panel-papers, textarea")).to_have_count(0)
    officer.locator("#say").fill("Heard by everybody.")
    officer.get_by_role("button", name="Say it").click()
    expect(wall.locator("#talk")).to_contain_text("Heard by everybody.", timeout=SETTLED)
    expect(trainer.locator("#connection")).to_have_attribute("data-state", "connected")
    look(wall)
