"""Interactive contents in a real browser: played, left and come back to, complete; and a hostile one, which reaches nothing."""

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from browser.interactive import HOSTILE, LESSON, PLAY, frame_of, package, put_in, told

pytestmark = pytest.mark.slow
Visit = Callable[..., Page]


@pytest.fixture
def thief() -> Iterator[tuple[str, list[str]]]:
    """A server elsewhere, and everything it was ever asked."""
    asked: list[str] = []

    class Elsewhere(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        do_POST = do_GET

        def log_message(self, *arguments: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def inside(page: Page) -> FrameLocator:
    expect(page.locator(".interactive[data-started]")).to_be_visible()
    return page.frame_locator(".interactive iframe")


def test_what_was_done_is_kept_come_back_to_and_complete(visit: Visit, folder: Path) -> None:
    put_in(folder, package(PLAY, "H5P.ImagePair"), "answered")
    page = visit(LESSON, person="officer")
    expect(page.locator(".interactive iframe")).to_have_attribute("style", re.compile(r"height: [1-9]\d+px"))
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


@pytest.mark.parametrize("by", ["Link", "Address"])
def test_what_was_typed_just_before_leaving_is_kept(visit: Visit, folder: Path, by: str) -> None:
    put_in(folder, package(PLAY, f"H5P.By{by}"), "answered")
    page = visit(LESSON, person="teacher")
    inside(page).get_by_label("Words").fill("on the way out")
    if by == "Link":
        page.locator("header a").first.click()
        page.wait_for_url(lambda address: LESSON not in address)
    else:
        page.wait_for_timeout(900)  # known to the page, and not sent yet
        page.goto("about:blank")
    page.wait_for_timeout(1000)
    expect(inside(visit(LESSON, person="teacher")).get_by_label("Words")).to_have_value("on the way out")


@pytest.mark.parametrize("sign", ["pause", "timeupdate"])
def test_how_far_a_sound_has_come_is_kept_without_a_click(visit: Visit, folder: Path, sign: str) -> None:
    put_in(folder, package(PLAY, f"H5P.Sound{sign.title()}"), "answered")
    page = visit(LESSON, person="teacher")
    frame = frame_of(page)
    page.wait_for_timeout(10_000)  # between two tellings while something plays
    frame.evaluate("""sign => {
        H5P.instances[0].getCurrentState().words = "as far as here";
        document.querySelector("p").dispatchEvent(new Event(sign));
    }""", sign)  # fmt: skip
    expect(page.locator("[data-kept]")).to_contain_text("Saved")
    expect(inside(visit(LESSON, person="teacher")).get_by_label("Words")).to_have_value("as far as here")


def test_what_cannot_be_sent_waits_on_the_page(visit: Visit, folder: Path) -> None:
    put_in(folder, package(PLAY, "H5P.SortParagraphs"), "answered")
    page = visit(LESSON, person="gp")
    frame = inside(page)
    page.context.set_offline(True)
    frame.get_by_role("button", name="Answer").click()
    expect(page.locator("[data-kept]")).to_contain_text("Not saved yet")
    page.context.set_offline(False)
    expect(page.locator("[data-reason]")).to_have_text("Done: every part is answered.")


def test_opening_a_lesson_keeps_nothing_and_a_link_is_offered_not_followed(visit: Visit, folder: Path) -> None:
    put_in(folder, package(PLAY, "H5P.Crossword"), "answered")
    page = visit(LESSON, person="housing")
    frame = inside(page)
    frame.get_by_role("link", name="elsewhere").click()
    offered = page.locator("[data-outside] a")
    expect(offered).to_have_attribute("href", "https://elsewhere.example/page")
    expect(offered).to_be_focused()
    assert not [each.url for each in page.answers if "/tell/" in each.url]  # type: ignore[attr-defined]
    assert page.url.endswith(LESSON)


@pytest.mark.parametrize("way_out", ["Send a form", "Leave"])
def test_a_hostile_content_reaches_nothing(
    visit: Visit, folder: Path, thief: tuple[str, list[str]], way_out: str
) -> None:
    address, asked = thief
    put_in(folder, package(HOSTILE.replace("THIEF", address), "H5P.Hostile"), "answered")
    page = visit(LESSON, person="officer")
    sent: list[bytes] = []
    page.on("request", lambda each: sent.append(each.post_data_buffer or b""))
    words = inside(page).locator("p").first
    expect(words).to_contain_text("parent")
    tried = told(words.inner_text())
    assert {name for name, said in tried.items() if said.startswith("reached")} <= {"beacon"}, tried
    inside(page).get_by_role("button", name=way_out).click()
    page.wait_for_timeout(1500)
    assert asked == [], "a beacon, too, was only said to be sent"
    assert page.url.endswith(LESSON)
    assert "forged" not in page.content()
    assert not any(b"forged" in each for each in sent), "what did not come by the port is not sent on"


def test_the_page_of_a_content_opened_by_its_address_is_confined_too(visit: Visit, folder: Path) -> None:
    put_in(folder, package(PLAY, "H5P.Alone"), "answered")
    page = visit(LESSON, person="officer")
    inside(page)
    source = page.locator(".interactive iframe").get_attribute("src")
    page.goto(page.url.replace(LESSON, str(source)))
    assert page.evaluate("self.origin") == "null"
