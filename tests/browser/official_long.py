"""How H5P's types that take a while are gone through: sums against the clock, quizzes that turn a wheel, books, films, columns."""

import re
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Frame, Locator

from browser.official_answers import ANSWERS, Way, check, content_of, fill_gaps, plain, shown, wait


def look(frame: Frame) -> Way:
    frame = yield
    wait(frame)


def arithmetic(frame: Frame) -> Way:
    frame.locator(".mq-control-button").first.click()
    frame = yield
    for _question in range(content_of(frame)["maxQuestions"]):
        page = frame.locator(".current .question").first
        page.wait_for(state="visible", timeout=15_000)
        first, sign, second = re.findall(r"\d+|[+×÷/−–-]", str(page.text_content()))[:3]
        right = f"{worked_out(int(first), sign, int(second)):g}"
        frame.locator(".current .h5p-joubelui-button").get_by_text(right, exact=True).first.click()
        frame.page.wait_for_timeout(5000)  # it shows for a while what was right


def worked_out(first: int, sign: str, second: int) -> float:
    match sign:
        case "+":
            return first + second
        case "×":
            return first * second
        case "÷" | "/":
            return first / second
        case _:
            return first - second


def juxtaposition(frame: Frame) -> Way:
    frame = yield
    handle = frame.locator("[class*=juxtaposition-controller]").first
    box = handle.bounding_box()
    assert box
    mouse = frame.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    mouse.down()
    mouse.move(box["x"] + 120, box["y"] + box["height"] / 2, steps=6)
    mouse.up()
    moved = handle.bounding_box()
    assert moved
    assert abs(moved["x"] - box["x"]) > 50


def personality(frame: Frame) -> Way:
    for number in range(len(content_of(frame)["questions"])):
        if number == 0:
            shown(frame, ".h5p-personality-quiz-start-button").first.click()
            frame = yield
            if shown(frame, ".h5p-personality-quiz-start-button").count():
                shown(frame, ".h5p-personality-quiz-start-button").first.click()
            wait(frame, 2)
        answers = shown(frame, ".h5p-personality-quiz-image-answer-button, .h5p-personality-quiz-answer")
        answers.first.click()
        wait(frame, 3)
    shown(frame, ".h5p-personality-quiz-result, .h5p-personality-quiz-wheel").first.wait_for(timeout=20_000)


# --- Contents with other contents in them -----------------------------------------------------------------------------


def questions_in(value: Any) -> Iterator[tuple[str, Any]]:
    """The questions of a chapter in their order: each type's name and what is asked."""
    if isinstance(value, list):
        for each in value:
            yield from questions_in(each)
    elif isinstance(value, dict):
        name = str(value.get("library", "")).partition(" ")[0]
        if name in ANSWERS:
            yield name, value["params"]
        else:
            for each in value.values():
                yield from questions_in(each)


def column(frame: Frame) -> Way:
    """What is written is written before it is left; of what is dragged, only the first place is filled, and all is checked."""
    parts = [each["content"] for each in content_of(frame)["content"]]
    for place, part in places_of(frame, parts):
        if part["library"].startswith("H5P.Essay "):
            place.locator("textarea").fill(plain(part["params"]["solution"]["sample"]))
        elif part["library"].startswith("H5P.Blanks "):
            fill_gaps(place, part["params"])
    frame = yield
    wait(frame)
    for place, part in places_of(frame, parts):
        if part["library"].startswith("H5P.DragQuestion "):
            first = part["params"]["question"]["task"]
            first["dropZones"] = first["dropZones"][:1]
            ANSWERS["H5P.DragQuestion"](place, part["params"])
        check(place)


def places_of(frame: Frame, parts: list[Any]) -> list[tuple[Locator, Any]]:
    return [(frame.locator(".h5p-column-content").nth(number), part) for number, part in enumerate(parts)]


def book(frame: Frame) -> Way:
    """Page by page; it is left when one question of the first page that has any is answered, and handed in at the end."""
    left = False
    for number, chapter in enumerate(content_of(frame)["chapters"]):
        for place, (name, asked) in enumerate(questions_in(chapter["params"])):
            question = frame.locator(".h5p-interactive-book-chapter").nth(number).locator(".h5p-question").nth(place)
            ANSWERS[name](question, asked)
            check(question)
            if not left:
                left = True
                frame = yield
                wait(frame, 2)
        frame.locator(".h5p-interactive-book-status-header .h5p-interactive-book-status-arrow.next").click()
        wait(frame, 3)
    shown(frame, ".h5p-interactive-book-summary-submit").first.click()
    wait(frame)


def film(frame: Frame) -> Way:
    """A question of it is answered and the film left there; then it is let run to its last screen, and that handed in."""
    asked = content_of(frame)["interactiveVideo"]["assets"]["interactions"]
    choice = next(each for each in asked if each["action"]["library"].startswith("H5P.MultiChoice "))
    shown(frame, ".h5p-splash").click()
    wait(frame)
    shown(frame, ".h5p-control.h5p-play").first.click()
    frame.locator(".h5p-seekbar-interaction.h5p-multichoice-interaction").click(force=True)
    wait(frame, 2)
    shown(frame, ".h5p-interaction-button").first.click()
    wait(frame, 2)
    dialog = frame.locator(".h5p-dialog")
    ANSWERS["H5P.MultiChoice"](dialog, choice["action"]["params"])
    check(dialog)
    shown(frame, ".h5p-dialog-close").first.click()
    wait(frame, 2)

    frame = yield
    shown(frame, ".h5p-splash").click()
    wait(frame, 2)
    frame.locator(".h5p-seekbar-interaction.h5p-end-summary").click(force=True)
    wait(frame, 3)
    paused = shown(frame, ".h5p-control.h5p-play.h5p-pause")
    if paused.count():  # by that question
        paused.first.click()
    shown(frame, ".h5p-interactive-video-endscreen-submit-button").click()
    wait(frame)


def documents(frame: Frame) -> Way:
    """Words on the first page; it is left on the second, and handed in on the last."""
    pages = content_of(frame)["pagesList"]
    shown(frame, "textarea").first.fill("What I did today")
    next_page(frame)
    frame = yield
    wait(frame)
    for _page in pages[2:]:
        next_page(frame)
    shown(frame, ".export-document-button").click()
    wait(frame)
    shown(frame, ".joubel-exportable-submit-button").click()
    wait(frame)


def next_page(frame: Frame) -> None:
    shown(frame, ".h5p-documentation-tool-nav-button.next").first.click()
    wait(frame)


def tour(frame: Frame) -> Way:
    """Into another scene; back, and what hangs in the first one is opened."""
    hung = shown(frame, ".nav-button").count()
    shown(frame, ".nav-button").first.click()
    wait(frame, 2)
    frame = yield
    shown(frame, ".h5p-go-back-button .nav-button").click()
    wait(frame, 2)
    assert shown(frame, ".nav-button").count() >= hung
    shown(frame, ".nav-button").nth(1).click()
    shown(frame, ".h5p-text-overlay, .close-button-wrapper").first.wait_for()
