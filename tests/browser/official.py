"""How each of H5P's own content types is gone through: by mouse and keyboard, as a learner would, and rightly where that can be known.

A way through is a generator: it stops once, half way, for the page to be left; what is sent in is the frame of the page come
back to. What is right is read from the content itself.
"""

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


def wait(frame: Frame, times: int = 1) -> None:
    frame.page.wait_for_timeout(MOMENT * times)


def check(frame: Frame) -> None:
    """Some check by themselves, as their author wished."""
    button = shown(frame, ".h5p-question-check-answer")
    if button.count():
        button.first.click()
    wait(frame)


def shown(frame: Frame, selector: str) -> Locator:
    return frame.locator(selector).filter(visible=True)


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


# --- Answers to one question, wherever it stands --------------------------------------------------------------------------


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


# --- Contents of several steps ---------------------------------------------------------------------------------------------


def summary(frame: Frame) -> Way:
    panels = content_of(frame)["summaries"]
    for number, panel in enumerate(panels):
        if number == 1:
            frame = yield
            wait(frame)
        claim = shown(frame, ".summary-claim-unclicked").filter(has_text=plain(panel["summary"][0]))
        claim.first.click()
        wait(frame, 3)


def single_choices(frame: Frame) -> Way:
    for number, each in enumerate(content_of(frame)["choices"]):
        if number == 1:
            frame = yield
            wait(frame)
        right = frame.locator(".h5p-sc-current-slide .h5p-sc-alternative").filter(has_text=plain(each["answers"][0]))
        right.first.click()
        wait(frame, 4)


def question_set(frame: Frame) -> Way:
    questions = content_of(frame)["questions"]
    for number, each in enumerate(questions):
        if number == 1:
            frame = yield
            wait(frame)
        place = shown(frame, ".question-container").first
        ANSWERS[each["library"].partition(" ")[0]](place, each["params"])
        check(frame)
        last = number == len(questions) - 1
        shown(frame, ".h5p-question-finish" if last else ".h5p-question-next").first.click()
        wait(frame, 2)


def slides(frame: Frame) -> Way:
    count = len(content_of(frame)["presentation"]["slides"])
    for number in range(count):
        if number == 1:
            frame = yield
            wait(frame, 2)
        button = frame.locator(".h5p-footer-next-slide")
        if button.get_attribute("aria-disabled") != "true":
            button.click()
        wait(frame)


def dialog_cards(frame: Frame) -> Way:
    cards = content_of(frame)["dialogs"]
    for number in range(len(cards)):
        if number == 1:
            frame = yield
            wait(frame, 2)
        shown(frame, ".h5p-dialogcards-turn").first.click()
        wait(frame, 2)
        following = shown(frame, ".h5p-dialogcards-next")
        if following.count() and number < len(cards) - 1:
            following.first.click()
        wait(frame, 2)


def flashcards(frame: Frame) -> Way:
    for number, card in enumerate(content_of(frame)["cards"]):
        if number == 1:
            frame = yield
            wait(frame)
        here = frame.locator(".h5p-current")
        here.locator("input.h5p-textinput").fill(card["answer"])
        here.locator(".h5p-check-button").click()
        wait(frame, 2)
        following = shown(frame, ".h5p-next")
        if following.count() and number < len(content_of(frame)["cards"]) - 1:
            following.first.click()
        wait(frame, 2)
    results = shown(frame, ".h5p-show-results")
    if results.count():
        results.first.click()
        wait(frame)


def memory(frame: Frame) -> Way:
    frame = yield
    cards = frame.locator(".h5p-memory-card, .h5p-memory-wrap li")
    sources: dict[str, list[int]] = {}
    for number in range(cards.count()):
        source = cards.nth(number).evaluate("node => node.querySelector('img')?.src ?? node.innerText")
        sources.setdefault(str(source), []).append(number)
    for pair in sources.values():
        for number in pair:
            cards.nth(number).locator(".h5p-memory-card, [role=button]").or_(cards.nth(number)).first.click(force=True)
            wait(frame)
        wait(frame, 2)
        close = shown(frame, ".h5p-memory-close")
        if close.count():
            close.first.click()
            wait(frame)


def essay(frame: Frame) -> Way:
    field = "textarea"
    frame.locator(field).first.fill(
        "Bilbo, a hobbit, goes with Gandalf and the dwarves to the mountain to steal from Smaug. " * 8
    )
    frame = yield
    wait(frame)
    check(frame)


def dictation(frame: Frame) -> Way:
    sentences = content_of(frame)["sentences"]
    fields = frame.locator("input.h5p-text-input, .h5p-dictation input[type=text], textarea")
    for number, each in enumerate(sentences):
        fields.nth(number).fill(plain(each["text"]))
    frame = yield
    wait(frame)
    check(frame)


def hotspot_question(frame: Frame) -> Way:
    frame = yield
    spots = content_of(frame)["imageHotspotQuestion"]["hotspotSettings"]["hotspot"]
    right = next(number for number, each in enumerate(spots) if each["userSettings"].get("correct"))
    frame.locator(".image-hotspot").nth(right).click(force=True)
    wait(frame)


def many_hotspots(frame: Frame) -> Way:
    spots = content_of(frame)["imageMultipleHotspotQuestion"]["hotspotSettings"]["hotspot"]
    right = [number for number, each in enumerate(spots) if each["userSettings"].get("correct")]
    for place, number in enumerate(right):
        if place == 1:
            frame = yield
            wait(frame)
        frame.locator(".image-hotspot").nth(number).click(force=True)
        wait(frame)


def crossword(frame: Frame) -> Way:
    for word in content_of(frame)["words"]:
        clue = plain(word["clue"])[:20]
        field = frame.locator(f'input.h5p-crossword-input-fields-group-input[aria-label*="{clue}"]')
        field.fill(word["answer"].upper())
        field.press("Tab")
    frame = yield
    wait(frame)
    check(frame)


def questionnaire(frame: Frame) -> Way:
    for number in range(len(content_of(frame)["questionnaireElements"])):
        if number == 1:
            frame = yield
            wait(frame)
        for kind in ("input[type=radio]", "input[type=checkbox]"):
            if shown(frame, kind).count():
                shown(frame, kind).first.check(force=True)
        if shown(frame, "textarea").count():
            shown(frame, "textarea").first.fill("An answer")
        for button in (".h5p-questionnaire-button.next", ".h5p-questionnaire-button.submit"):
            if shown(frame, button).count():
                shown(frame, button).first.click()
                wait(frame)
                break


def guess(frame: Frame) -> Way:
    frame = yield
    frame.locator(".show-solution-button").click()
    wait(frame)


def find_words(frame: Frame) -> Way:
    """Where the words lie is drawn at random: none is found, and that is checked."""
    frame = yield
    shown(frame, ".h5p-joubelui-button").first.click()
    wait(frame)


def only_check(frame: Frame) -> Way:
    """As it lies."""
    frame = yield
    frame.get_by_role("button", name=re.compile("^Check")).first.click()
    wait(frame)


def press_each(selector: str, most: int = 8) -> Callable[[Frame], Way]:
    """What is only looked at: everything that can be pressed is pressed."""

    def way(frame: Frame) -> Way:
        frame = yield
        for number in range(min(most, frame.locator(selector).count())):
            frame.locator(selector).nth(number).click(force=True)
            wait(frame)

    return way


def play_sound(frame: Frame) -> Way:
    frame = yield
    frame.locator("audio").evaluate(
        "node => { node.muted = true; node.currentTime = Math.max(0, node.duration - 1); return node.play(); }"
    )
    wait(frame, 4)


def look(frame: Frame) -> Way:
    frame = yield
    wait(frame)


WAYS: dict[str, Callable[[Frame], Way]] = {
    **{name: one_question(name) for name in ANSWERS},
    "H5P.Summary": summary,
    "H5P.SingleChoiceSet": single_choices,
    "H5P.QuestionSet": question_set,
    "H5P.CoursePresentation": slides,
    "H5P.Dialogcards": dialog_cards,
    "H5P.Flashcards": flashcards,
    "H5P.MemoryGame": memory,
    "H5P.Essay": essay,
    "H5P.Dictation": dictation,
    "H5P.ImageHotspotQuestion": hotspot_question,
    "H5P.ImageMultipleHotspotQuestion": many_hotspots,
    "H5P.Crossword": crossword,
    "H5P.Questionnaire": questionnaire,
    "H5P.GuessTheAnswer": guess,
    "H5P.FindTheWords": find_words,
    "H5P.ImageSequencing": only_check,
    "H5P.Audio": play_sound,
    "H5P.Accordion": press_each(".h5p-panel-title"),
    "H5P.ImageHotspots": press_each(".h5p-image-hotspot", 1),
    "H5P.ImageSlider": press_each(".h5p-image-slider-right, [class*=slider-button-next], .h5p-image-slider-button.right"),
    "H5P.Timeline": press_each(".nav-next .icon, .nav-next"),
    "H5P.AdventCalendar": press_each(".h5p-advent-calendar-door", 2),
}  # fmt: skip
"""By machine name; any other content is looked at."""


REPORTS_ITS_ANSWER = frozenset(
    {
        *ANSWERS, "H5P.Summary", "H5P.SingleChoiceSet", "H5P.QuestionSet", "H5P.Flashcards", "H5P.MemoryGame", "H5P.Essay",
        "H5P.Dictation", "H5P.ImageHotspotQuestion", "H5P.ImageMultipleHotspotQuestion", "H5P.Crossword",
        "H5P.FindTheWords", "H5P.ImageSequencing",
    }
)  # fmt: skip
"""Those that are complete when they are answered; the others when they are seen to the end."""


ONLY_STARTED = frozenset(
    {
        "H5P.ArithmeticQuiz", "H5P.AudioRecorder", "H5P.ImageJuxtaposition", "H5P.InteractiveBook", "H5P.InteractiveVideo",
        "H5P.PersonalityQuiz", "H5P.SpeakTheWords", "H5P.SpeakTheWordsSet", "H5P.ThreeImage",
    }
)  # fmt: skip
"""Those for which no way through is written yet."""


def way_through(name: str) -> Callable[[Frame], Way]:
    return WAYS.get(name, look)
