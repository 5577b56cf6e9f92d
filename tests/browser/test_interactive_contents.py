"""Interactive contents in a real browser: played, left and come back to, complete."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from browser.interactive import LESSON, PLAY, package, put_in

pytestmark = pytest.mark.slow
Visit = Callable[..., Page]


def inside(page: Page) -> FrameLocator:
    expect(page.locator(".interactive[data-started]")).to_be_visible()
    return page.frame_locator(".interactive iframe")


def test_what_was_done_is_kept_come_back_to_and_complete(visit: Visit, folder: Path) -> None:
    put_in(folder, package(PLAY, "H5P.OpenEndedQuestion"), "answered")
    page = visit(LESSON, person="officer")
    inside(page).get_by_label("Words").fill("half way")
    expect(page.locator("[data-kept]")).to_contain_text("Saved")
    expect(page.locator("[data-reason]")).to_have_text("Not done yet: it is not answered.")

    again = visit(LESSON, person="officer")
    expect(inside(again).get_by_label("Words")).to_have_value("half way")
    inside(again).get_by_role("button", name="Answer").press("Enter")
    expect(again.locator("[data-reason]")).to_have_text("Done: every part is answered.")
    assert not again.said  # type: ignore[attr-defined]

    done = visit(LESSON, person="officer")
    expect(done.locator(".interactive[data-complete]")).to_be_visible()
    expect(visit(LESSON, person="teacher").locator(".interactive[data-complete]")).to_have_count(0)
    done.get_by_role("button", name="Start again").click()
    expect(inside(done).get_by_label("Words")).to_have_value("")
