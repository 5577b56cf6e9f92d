"""The room where it is tight or drawn by other rules: a low window, letters twice as large, forced colours, on paper."""

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from browser.conftest import CHROMIUM, FLAGS
from browser.holding import SETTLED, go_on_to, plan, sit_down
from browser.looking import WIDER_THAN_WINDOW

Visit = Callable[..., Page]
pytestmark = pytest.mark.slow
COVERED = """() => {
    const place = document.querySelector('.place').getBoundingClientRect();
    return [...document.querySelectorAll('.seats .place-card__role')]
        .filter(name => name.getBoundingClientRect().bottom > place.top || name.getBoundingClientRect().top < 0)
        .map(name => name.textContent);
}"""
COVERED_STATE = COVERED.replace(".seats .place-card__role", ".seats .place-card__words > :last-child")
LOOK = "(selector) => { const look = getComputedStyle(document.querySelector(selector)); return [look.borderTopStyle, look.borderTopWidth, look.backgroundColor]; }"
ON_PAPER = "() => document.querySelector('#talk').getBoundingClientRect().bottom <= document.querySelector('.the-table').getBoundingClientRect().bottom"


@pytest.fixture
def at_the_table(visit: Visit) -> tuple[Page, Page, str]:
    """The trainer and an officer who may speak, and the conference's place."""
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    officer = visit(f"/cy/conferences/{path}", person="officer")
    sit_down(officer, "police")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.locator("[data-do=start]").click()
    go_on_to(trainer, "analysis")
    expect(officer.locator("#composer")).to_be_visible(timeout=SETTLED)
    return trainer, officer, path


@pytest.fixture
def large(playwright: Playwright) -> Iterator[Browser]:
    """A browser whose reader has asked for letters twice the usual size."""
    chromium = playwright.chromium.launch(
        executable_path=CHROMIUM, args=[*FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    yield chromium
    chromium.close()


def test_what_is_told_above_the_table_takes_from_the_table_and_not_from_who_sits_there(
    at_the_table: tuple[Page, Page, str], visit: Visit
) -> None:
    trainer, officer, path = at_the_table
    trainer.locator("summary", has_text="Write to everybody").click()
    trainer.locator("#to-all").fill("We go on until ten past.")
    trainer.get_by_role("button", name="Send to everybody").click()
    expect(officer.locator(".notice")).to_contain_text("until ten past", timeout=SETTLED)
    visit(f"/en/conferences/{path}room/", person="officer")
    expect(officer.locator("#take-back")).to_be_visible(timeout=SETTLED)
    for width in (1280, 1440):
        officer.set_viewport_size({"width": width, "height": 900})
        officer.evaluate("scrollTo(0, 0)")
        finds_nothing(officer, COVERED_STATE)


def test_in_a_low_window_everybody_at_the_table_has_a_name_and_oneself_a_place(
    at_the_table: tuple[Page, Page, str],
) -> None:
    _trainer, officer, _path = at_the_table
    officer.set_viewport_size({"width": 1280, "height": 720})
    officer.locator("#say").fill("Rydw i’n ysgrifennu.")
    officer.evaluate("scrollTo(0, 0)")
    finds_nothing(officer, COVERED)
    expect(officer.locator(".seats--near .place-card--you")).to_have_count(1)
    expect(officer.locator("#place-corner")).to_be_visible()


def test_in_a_low_window_the_chair_reaches_every_seat_to_give_it_the_floor(visit: Visit) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    chair = visit(f"/cy/conferences/{path}", person="officer")
    sit_down(chair, "chair")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.locator("[data-do=start]").click()
    go_on_to(trainer, "reports")
    chair.set_viewport_size({"width": 1280, "height": 720})
    expect(chair.locator(".seats--near [data-do=give-floor]:not([hidden])").first).to_be_visible(timeout=SETTLED)
    chair.evaluate("scrollTo(0, 0)")
    finds_nothing(chair, COVERED.replace("__role", "__act:not([hidden])"))


def finds_nothing(page: Page, look_for: str) -> None:
    """Soon: what is due in a phase's first moments is drawn one after another, and the table finds its height."""
    until = time.monotonic() + SETTLED / 1000
    while (found := page.evaluate(look_for)) and time.monotonic() < until:
        page.wait_for_timeout(250)
    assert found == []


def test_with_letters_twice_as_large_nothing_is_cut_off_at_the_side(
    at_the_table: tuple[Page, Page, str], large: Browser, signed_in: Callable[[str], object], site: str
) -> None:
    _trainer, _officer, path = at_the_table
    for person, place in (("officer", "room/"), ("trainer", "room/"), ("trainer", "rooms/"), ("trainer", "projector/")):
        state = signed_in(person)
        page = large.new_page(storage_state=state, viewport={"width": 1280, "height": 800})  # type: ignore[arg-type]
        page.goto(f"{site}/cy/conferences/{path}{place}")
        expect(page.locator("#talk, .rooms__glance").first).to_be_attached()
        expect(page.locator(".agenda__left, .glance__phase").first).to_be_visible(timeout=SETTLED)
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
        assert page.evaluate(WIDER_THAN_WINDOW) == [], (person, place)
        page.close()


def test_in_forced_colours_what_is_ones_own_is_dashed_and_what_is_said_is_filled(
    at_the_table: tuple[Page, Page, str],
) -> None:
    trainer, officer, _path = at_the_table
    for page in (trainer, officer):
        page.emulate_media(forced_colors="active")
    assert officer.evaluate(LOOK, "#panel-papers")[0] == "dashed"
    assert officer.evaluate(LOOK, "#say")[0] == "solid"
    officer.locator("[data-do=concern][data-by='1']").first.click()
    expect(officer.locator(".worry__block--on").first).to_be_attached(timeout=SETTLED)
    filled = officer.evaluate(LOOK, ".worry__block--on")[2]
    assert filled != officer.evaluate(LOOK, ".worry__block:not(.worry__block--on)")[2]
    assert officer.evaluate(LOOK, ".seats .disc--scripted")[0] == "dotted"


def test_on_paper_what_was_said_is_whole(at_the_table: tuple[Page, Page, str]) -> None:
    _trainer, officer, _path = at_the_table
    officer.emulate_media(media="print")
    assert officer.evaluate(ON_PAPER)
    expect(officer.locator("#place")).to_be_hidden()
