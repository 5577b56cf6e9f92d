"""Our exercises where they are done: in a lesson, kept with the person, done in one language and so in both."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Frame, FrameLocator, Page, expect

from browser.interactive import LESSON, frame_of, put_in, runtime_requests
from browser.looking import look
from browser.test_our_exercises import finish, first_of, steps
from media.content_types.building import package_of

WELSH, ENGLISH = "/cy/o-gwmpas-y-bwrdd/gair-a-drosglwyddir/", "/en/round-the-table/a-word-passed-on/"
SETTLED = 5000  # milliseconds after which what was done is kept
Visit = Callable[..., Page]
pytestmark = pytest.mark.slow


def exercise(page: Page, place: int) -> FrameLocator:
    return page.frame_locator(".interactive iframe").nth(place)


class Keys:
    """What the steps of a learner ask of a page: places in the frame, keys on the page around it."""

    def __init__(self, page: Page, frame: Frame) -> None:
        self.locator, self.keyboard = frame.locator, page.keyboard
        page.locator(".interactive iframe").focus()


def state_of(frame: Frame) -> Any:
    return frame.evaluate("JSON.parse(JSON.stringify(H5P.instances[0].getCurrentState()))")


@pytest.mark.parametrize("name", ["Choice", "TrueFalse", "Sort", "Signs", "Timeline", "Case"])
def test_a_type_is_done_by_keyboard_alone_left_half_way_and_complete_by_its_rule(
    visit: Visit, folder: Path, name: str
) -> None:
    content = first_of(name, "en")
    put_in(folder, package_of(content), "score")
    everything = steps(content)
    half = (len(everything) + 1) // 2
    page = visit(LESSON, person="housing")
    frame = frame_of(page)
    assert len(runtime_requests(page)) <= 15
    keys = cast("Page", Keys(page, frame))
    for step in everything[:half]:
        step(keys)
    page.wait_for_timeout(SETTLED)
    left = state_of(frame)
    page.goto("about:blank")

    page = visit(LESSON, person="housing")
    frame = frame_of(page)
    assert state_of(frame) == left
    assert page.locator(".interactive[data-complete]").count() == 0
    keys = cast("Page", Keys(page, frame))
    for step in everything[half:]:
        step(keys)
    finish(keys, content)
    expect(page.locator("[data-reason]")).to_contain_text("Done: 100%")
    expect(page.locator(".interactive[data-complete]")).to_be_visible()


def test_a_case_is_finished_in_a_lesson_and_counts_in_both_languages(visit: Visit) -> None:
    page = visit(WELSH, person="gp", width=390)
    case = exercise(page, 0)
    for made in range(4):
        expect(case.locator(".diogel-count")).to_have_text(f"Penderfyniadau a wnaed: {made}")
        case.locator(".diogel-choices button").first.click()
    expect(case.locator(".diogel-count")).to_have_text("Sgôr: 4 o 4")
    expect(page.locator("[data-reason]").first).to_contain_text("Wedi’i wneud", timeout=15_000)
    page.reload()
    expect(exercise(page, 0).locator(".diogel-count")).to_have_text("Sgôr: 4 o 4")
    page.goto(page.url.split("/cy/")[0] + ENGLISH)
    expect(page.locator(".interactive[data-complete]")).to_have_count(1)
    expect(exercise(page, 1).locator(".diogel")).to_have_attribute("lang", "en")
    look(page)


def test_an_exercise_wears_the_colours_that_a_person_chose_for_the_page(visit: Visit) -> None:
    page = visit(ENGLISH, person="gp", theme="light")
    page.locator("footer").get_by_role("button", name="Dark").or_(
        page.locator("footer").get_by_role("link", name="Dark")
    ).click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(page.url.split("/en/")[0] + ENGLISH)
    card = exercise(page, 0).locator(".diogel")
    expect(card).to_have_css("background-color", "rgb(28, 35, 38)")
