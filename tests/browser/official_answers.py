"""Answers to one question of H5P's own types, by mouse and keyboard and rightly: what is right is read from the content."""

import re
from collections.abc import Callable, Generator
from typing import Any

from playwright.sync_api import Frame, Locator, Page

from media.h5p.blanks import gaps_in
from media.h5p.dragging import GAPS
from media.h5p.marked_words import words_of

Way = Generator[None, Frame, None]
TAG = re.compile(r"<[^>]+>")
MOMENT = 700  # milliseconds that these types spend on moving things about


def content_of(frame: Frame) -> Any:
    """The content as the frame has it."""
    return frame.evaluate("JSON.parse(H5PIntegration.contents['cid-1'].jsonContent)")


def plain(html: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(TAG.sub(" ", html).replace("&nbsp;", " ").replace("&#039;", "'").split())


def wait(place: Frame | Locator, times: int = 1) -> None:
    place.page.wait_for_timeout(MOMENT * times)


def check(place: Frame | Locator) -> None:
    """Some check by themselves, as their author wished."""
    button = shown(place, ".h5p-question-check-answer")
    if button.count():
        button.first.click()
    wait(place)


def shown(place: Frame | Locator, selector: str) -> Locator:
    return place.locator(selector).filter(visible=True)


def drag(page: Page, thing: Locator, place: Locator) -> None:
    """By mouse, in small steps, as jQuery UI wants it."""
    thing.scroll_into_view_if_needed()
    start, end = thing.bounding_box(), place.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2 + 5, end["y"] + end["height"] / 2 + 5, steps=8)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=4)
    page.mouse.up()
    page.wait_for_timeout(MOMENT)


def choose(place: Locator, content: Any) -> None:
    for each in content["answers"]:
        if each.get("correct"):
            place.locator(".h5p-answer").filter(has_text=plain(each["text"])).first.click()


def say_true_or_false(place: Locator, content: Any) -> None:
    place.locator(".h5p-true-false-answer").nth(0 if content["correct"] == "true" else 1).click()


def fill_gaps(place: Locator, content: Any) -> None:
    words = [gap[0] for text in content["questions"] for gap in gaps_in(text)]
    for number, word in enumerate(words):
        place.locator("input.h5p-text-input").nth(number).fill(word)
        place.page.keyboard.press("Tab")


def drag_words(place: Locator, content: Any) -> None:
    words = [gap[1:-1].partition(":")[0].partition("\\")[0].rstrip() for gap in GAPS.findall(content["textField"])]
    for number, word in enumerate(words):
        waiting = place.locator(".h5p-drag-draggables-container .ui-draggable").filter(has_text=word)
        if waiting.count():
            drag(place.page, waiting.first, place.locator(".h5p-drag-dropzone-container .ui-droppable").nth(number))


def drag_things(place: Locator, content: Any) -> None:
    for number, zone in enumerate(content["question"]["task"]["dropZones"]):
        for thing in zone["correctElements"]:
            element = place.locator(".h5p-draggable").nth(int(thing))
            if "h5p-dropped" not in str(element.get_attribute("class")):
                drag(place.page, element, place.locator(".h5p-dropzone").nth(number))


def mark_words(place: Locator, content: Any) -> None:
    for number, word in enumerate(words_of(content["textField"]) or []):
        option = place.locator("[role=option]").nth(number)
        if word.startswith("*") and option.get_attribute("aria-selected") != "true":
            option.click()


ANSWERS: dict[str, Callable[[Locator, Any], None]] = {
    "H5P.MultiChoice": choose,
    "H5P.TrueFalse": say_true_or_false,
    "H5P.Blanks": fill_gaps,
    "H5P.DragText": drag_words,
    "H5P.DragQuestion": drag_things,
    "H5P.MarkTheWords": mark_words,
}


def one_question(name: str) -> Callable[[Frame], Way]:
    """A content that is one question: answered, left, come back to, checked."""

    def way(frame: Frame) -> Way:
        ANSWERS[name](frame.locator("body"), content_of(frame))
        frame = yield
        wait(frame)
        check(frame)

    return way
