"""How each of H5P's own content types is gone through: by mouse and keyboard, as a learner would, and rightly where that can be known.

A way through is a generator: it stops once, half way, for the page to be left; what is sent in is the frame of the page come
back to. What is right is read from the content itself.
"""

import re
from collections.abc import Callable

from playwright.sync_api import Frame

from browser import official_long as long
from browser.official_answers import ANSWERS, Way, check, content_of, one_question, plain, shown, wait

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
        if content_of(frame)["behaviour"].get("autoContinue") is False:
            shown(frame, ".h5p-ssc-next-button").first.click()
            wait(frame, 2)


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
    """Left when the first pair is found; where nothing is kept, the cards lie anew."""
    turn_pair(frame)
    frame = yield
    wait(frame, 2)
    while turn_pair(frame):
        pass


def turn_pair(frame: Frame) -> bool:
    """Two cards with the same picture that nobody has found yet."""
    cards = frame.locator("li.h5p-memory-wrap").filter(has_not=frame.locator(".h5p-matched"))
    sources: dict[str, list[int]] = {}
    for number in range(cards.count()):
        source = cards.nth(number).evaluate("node => node.querySelector('img')?.src ?? node.innerText")
        sources.setdefault(str(source), []).append(number)
    pair = [cards.nth(number) for number in next(iter(sources.values()), [])]
    for card in [each.element_handle() for each in pair]:
        assert card
        card.click(force=True)
        wait(frame)
    wait(frame, 2)
    if shown(frame, ".h5p-memory-close").count():
        shown(frame, ".h5p-memory-close").first.click()
        wait(frame)
    return bool(pair)


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
    """Wrong first; then, where it may be tried again, right."""
    spots = content_of(frame)["imageHotspotQuestion"]["hotspotSettings"]["hotspot"]
    is_right = [bool(each["userSettings"].get("correct")) for each in spots]
    frame.locator(".image-hotspot").nth(is_right.index(False)).click(force=True)
    frame = yield
    wait(frame)
    again = shown(frame, ".h5p-question-retry-button")
    if again.count():
        again.first.click()
        wait(frame)
        frame.locator(".image-hotspot").nth(is_right.index(True)).click(force=True)
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
        shown(frame, ".h5p-questionnaire-button.next").first.click()
        wait(frame)
    shown(frame, ".h5p-questionnaire-button.submit").first.click()
    wait(frame)


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
    """What is only looked at: everything that can be pressed is pressed; it is left after the first."""

    def way(frame: Frame) -> Way:
        for number in range(min(most, frame.locator(selector).count())):
            if number == 1:
                frame = yield
                wait(frame)
            frame.locator(selector).nth(number).click(force=True)
            wait(frame)
        if min(most, frame.locator(selector).count()) < 2:
            yield

    return way


def play_sound(frame: Frame) -> Way:
    sound = "node => { node.muted = true; node.currentTime = Math.max(0, node.duration - 3); return node.play(); }"
    frame.locator("audio").evaluate(sound)
    wait(frame)
    frame.locator("audio").evaluate("node => node.pause()")
    frame = yield
    frame.locator("audio").evaluate(sound)
    wait(frame, 6)


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
    "H5P.ArithmeticQuiz": long.arithmetic,
    "H5P.ImageJuxtaposition": long.juxtaposition,
    "H5P.PersonalityQuiz": long.personality,
    "H5P.Column": long.column,
    "H5P.ThreeImage": long.tour,
    "H5P.InteractiveBook": long.book,
    "H5P.InteractiveVideo": long.film,
    "H5P.DocumentationTool": long.documents,
}  # fmt: skip
"""By machine name; any other content is looked at."""


REPORTS_ITS_ANSWER = frozenset(
    {
        *ANSWERS, "H5P.Summary", "H5P.SingleChoiceSet", "H5P.QuestionSet", "H5P.Flashcards", "H5P.MemoryGame", "H5P.Essay",
        "H5P.Dictation", "H5P.ImageHotspotQuestion", "H5P.ImageMultipleHotspotQuestion", "H5P.Crossword",
        "H5P.FindTheWords", "H5P.ImageSequencing", "H5P.ArithmeticQuiz", "H5P.Column",
    }
)  # fmt: skip
"""Those that are complete when they are answered; the others when they are seen to the end."""


ONLY_STARTED = frozenset({"H5P.AudioRecorder", "H5P.SpeakTheWords", "H5P.SpeakTheWordsSet", "H5P.AdventCalendar"})
"""Those that cannot be gone through: a frame without an origin has no microphone, and these doors open in December only."""


def way_through(name: str) -> Callable[[Frame], Way]:
    return WAYS.get(name, long.look)
