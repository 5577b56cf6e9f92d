"""Our own H5P content types in Chromium, as any H5P host plays them: by keyboard alone, left and come back to, told as xAPI.

What is right is read from the exercise itself, so that each is played as it is written.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from browser.looking import overflow, violations
from browser.playing import kept, play, statements
from media.content_types.building import package_of
from media.content_types.contents import Content, contents
from media.h5p import Grade
from media.h5p.own_types import MARKERS

ALL = contents()
Step = Callable[[Page], None]
INTERACTIONS = {
    *("true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric"),
    "other",
}  # what the xAPI specification knows
TABS = 80


def first_of(name: str, language: str) -> Content:
    return next(each for each in ALL if each.library.machine_name == f"Diogel.{name}" and each.language == language)


# One of each type, in turn in Welsh and in English, and the exercises whose type has a second form.
PLAYED = [
    *(first_of(name, language) for name, language in zip(("Choice", "TrueFalse", "Sort", "Signs", "Timeline", "Case"), ("en", "cy") * 3, strict=True)),
    next(each for each in ALL if each.parameters.get("several")),
    next(each for each in ALL if len(each.parameters.get("groups", [])) > 4),
    next(each for each in ALL if each.pictures and each.language == "cy"),
]  # fmt: skip


def named(content: Content) -> str:
    return f"{content.name}.{content.language}"


@pytest.fixture
def page(browser: Browser, browser_files: None) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 900, "height": 900})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


# --- By keyboard ---


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, which must then be seen."""
    for _ in range(TABS):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no way by Tab to {target}")


def press(page: Page, key: str, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press(key)


def choose_radio(row: str, place: int, key: str = "ArrowRight") -> Step:
    """In a row of radio buttons: the first by Space, another by arrows from the first."""

    def step(page: Page) -> None:
        tab_to(page, page.locator(row).locator("input").first)
        press(page, key, place) if place else press(page, "Space")

    return step


def tick(selector: str, place: int) -> Step:
    def step(page: Page) -> None:
        tab_to(page, page.locator(selector).nth(place))
        press(page, "Space")

    return step


def select(selector: str, place: int) -> Step:
    def step(page: Page) -> None:
        tab_to(page, page.locator(selector))
        press(page, "ArrowDown", place)

    return step


def press_button(selector: str, place: int = 0) -> Step:
    def step(page: Page) -> None:
        tab_to(page, page.locator(selector).nth(place))
        press(page, "Enter")

    return step


def bring_up(text: str, place: int) -> Step:
    """Move an event up to its place; the button that is pressed keeps the focus."""

    def step(page: Page) -> None:
        rows = page.locator(".diogel-event")
        at = next(row for row in range(rows.count()) if text in rows.nth(row).inner_text())
        if at == place:
            return
        tab_to(page, rows.nth(at).locator("button").first)
        press(page, "Enter", at - place)

    return step


def steps(content: Content) -> list[Step]:
    """What a learner does who gets everything right, one answer a step."""
    given = content.parameters
    match content.library.machine_name:
        case "Diogel.Choice":
            right = [place for place, option in enumerate(given["options"]) if option["correct"]]
            if given.get("several"):
                return [tick(".diogel-option input", place) for place in right]
            return [choose_radio(".diogel-options", right[0], "ArrowDown")]
        case "Diogel.TrueFalse":
            return [choose_radio(row(place), not each["correct"]) for place, each in enumerate(given["statements"])]
        case "Diogel.Sort" if len(given["groups"]) > 4:
            return [select(f"{row(place)} select", each["group"]) for place, each in enumerate(given["items"])]
        case "Diogel.Sort":
            return [choose_radio(row(place), each["group"] - 1) for place, each in enumerate(given["items"])]
        case "Diogel.Timeline":
            moves = [bring_up(each["text"][:20], place) for place, each in enumerate(given["events"])]
            gaps = given.get("missing", {}).get("options", [])
            return moves + [tick(".diogel-option input", place) for place, each in enumerate(gaps) if each["correct"]]
        case "Diogel.Signs":
            signs = [(place, each.get("reason", 0)) for place, each in enumerate(given["places"]) if each["sign"]]
            if "reasons" not in given:
                return [tick(".diogel-line > label input", place) for place, _reason in signs]
            return [
                step
                for place, reason in signs
                for step in (
                    tick(".diogel-line > label input", place),
                    select(f".diogel-line:nth-child({place + 1}) select", reason),
                )
            ]
        case _:
            return [press_button(".diogel-choices button", place) for place in best_way(given["scenes"])]


def row(place: int) -> str:
    return f".diogel-row:nth-child({place + 1})"


def best_way(scenes: list[dict[str, Any]]) -> list[int]:
    """The choices that lead to the ending with most points."""
    most = max(scene.get("score", 0) for scene in scenes)
    ways: list[tuple[int, list[int]]] = [(1, [])]
    while ways:
        number, way = ways.pop(0)
        scene = scenes[number - 1]
        if scene.get("score") == most:
            return way
        ways += [(choice["next"], [*way, place]) for place, choice in enumerate(scene.get("choices", []))]
    raise AssertionError("no way to the best ending")


def finish(page: Page, content: Content) -> None:
    if content.library.machine_name != "Diogel.Case":
        press_button(".diogel-button")(page)


@pytest.mark.parametrize("content", PLAYED, ids=named)
def test_an_exercise_is_played_by_keyboard_alone_left_in_the_middle_and_finished(page: Page, content: Content) -> None:
    raw = package_of(content)
    everything = steps(content)
    play(page, raw)
    half = (len(everything) + 1) // 2
    for step in everything[:half]:
        step(page)
    assert page.evaluate("H5P.instances[0].getAnswerGiven()") == (
        content.library.machine_name != "Diogel.Case" or half == len(everything)
    )
    assert statements(page, "interacted") or statements(page, "progressed")

    state = kept(page)
    play(page, raw, state=state)
    assert kept(page) == state
    for step in everything[half:]:
        step(page)
    finish(page, content)

    (said,) = statements(page, verb_of(content))
    assert_full_marks(said, content.language)
    assert_marked_alike(content, said)
    assert page.locator(".diogel-reason--wrong").count() == 0
    assert page.locator(".diogel-said").inner_text() == content.parameters["l10n"]["allRight"]
    assert page.evaluate("document.activeElement !== document.body")

    done = kept(page)
    play(page, raw, state=done)
    assert kept(page) == done
    assert page.locator(".diogel--checked").count() == 1
    assert statements(page, verb_of(content)) == []


def verb_of(content: Content) -> str:
    """A question is answered; a case, which has an end, is completed."""
    return "completed" if content.library.machine_name == "Diogel.Case" else "answered"


def assert_marked_alike(content: Content, said: Any) -> None:
    """The server comes to the same score from the answer as the browser."""
    score = said["result"]["score"]
    mark = MARKERS[content.library.machine_name](content.parameters, said["result"]["response"])
    assert mark == Grade(score["raw"], score["max"])


def assert_full_marks(said: Any, language: str) -> None:
    """A statement as the specification has it: what was asked, what was answered, all of it right."""
    definition, result = said["object"]["definition"], said["result"]
    assert definition["interactionType"] in INTERACTIONS
    assert definition["type"] == "http://adlnet.gov/expapi/activities/cmi.interaction"
    assert result["response"] in definition["correctResponsesPattern"]
    assert (result["success"], result["completion"], result["score"]["scaled"]) == (True, True, 1)
    assert result["score"]["raw"] == result["score"]["max"] > 0
    assert set(definition["description"]) == set(definition["name"]) == {language}
    components = [each for key in ("choices", "source", "target", "steps") for each in definition.get(key, [])]
    assert all(set(each["description"]) == {language} for each in components)


# --- What goes wrong, and again ---


def test_a_wrong_answer_is_told_why_and_the_right_ones_stay_for_the_next_try(page: Page) -> None:
    content = first_of("TrueFalse", "en")
    play(page, package_of(content))
    for place in range(len(content.parameters["statements"])):
        page.locator(row(place)).get_by_label("True", exact=True).check()
    page.get_by_role("button", name="Check").click()
    true = sum(each["correct"] for each in content.parameters["statements"])
    (said,) = statements(page)
    assert (said["result"]["score"]["raw"], said["result"]["success"]) == (true, False)
    assert_marked_alike(content, said)
    assert page.locator(".diogel-reason--right").count() == true
    assert page.locator(".diogel-reason--wrong").count() == len(content.parameters["statements"]) - true
    page.get_by_role("button", name="Show me the answers").click()
    assert "Answer: False" in page.locator(".diogel-reason--wrong").first.inner_text()
    page.get_by_role("button", name="Try again").click()
    assert page.locator("input:checked").count() == true
    assert page.locator(".diogel-reason").count() == 0


def test_checking_too_early_says_what_is_open_and_goes_there(page: Page) -> None:
    content = first_of("Sort", "cy")
    play(page, package_of(content))
    page.locator(row(0)).locator("input").first.check()
    page.get_by_role("button", name="Gwirio").click()
    lacking = len(content.parameters["items"]) - 1
    assert page.get_by_role("status").inner_text() == f"Ar ôl i’w hateb: {lacking}"
    assert page.locator(row(1)).locator("input").first.evaluate("node => node === document.activeElement")
    assert statements(page) == []


def test_a_case_can_be_taken_back_step_by_step(page: Page) -> None:
    content = first_of("Case", "en")
    play(page, package_of(content))
    beginning = page.locator(".diogel-now").inner_text()
    page.locator(".diogel-choices button").last.click()
    assert "You chose:" in page.evaluate("document.activeElement.textContent")
    page.get_by_role("button", name="Go back one step").click()
    assert page.locator(".diogel-now").inner_text() == beginning
    assert kept(page)["answer"] == []


def test_one_who_marks_everything_gets_no_points_for_it(page: Page) -> None:
    content = next(each for each in ALL if each.parameters.get("several") and each.language == "en")
    play(page, package_of(content))
    for box in page.locator(".diogel-option input").all():
        box.check()
    page.get_by_role("button", name="Check").click()
    (said,) = statements(page)
    assert said["result"]["score"]["raw"] == 0
    assert_marked_alike(content, said)


NONSENSE: list[Any] = [
    "x",
    [],
    {"answer": {"order": [9, 9], "marked": [-1, "a"], "why": [1]}},
    {"answer": [99, None]},
    {"checked": True},
]


@pytest.mark.parametrize("name", ["Choice", "TrueFalse", "Sort", "Signs", "Timeline", "Case"])
@pytest.mark.slow
def test_a_kept_state_that_is_nonsense_begins_anew(page: Page, name: str) -> None:
    package = package_of(first_of(name, "en"))
    play(page, package)
    fresh = kept(page)
    for state in NONSENSE:
        play(page, package, state=state)
        assert kept(page) == fresh, state


def test_it_keeps_what_other_content_types_ask_of_it(page: Page) -> None:
    content = first_of("Choice", "en")
    play(page, package_of(content))
    asked = page.evaluate(
        """() => {
            const one = H5P.instances[0];
            one.showSolutions();
            const shown = one.getCurrentState();
            one.resetTask();
            return JSON.stringify([shown, one.getCurrentState(), one.getScore(), one.getMaxScore(), one.getAnswerGiven(),
                one.getTitle(), one.getXAPIData().statement.result.response, one.isRoot()]);
        }"""
    )
    empty = {"answer": [], "checked": False, "shown": False}
    assert json.loads(asked) == [empty | {"checked": True, "shown": True}, empty, 0, 1, False, content.title, "", True]


# --- Looks ---


@pytest.mark.parametrize("content", ALL, ids=named)
@pytest.mark.slow
def test_an_exercise_can_be_read_by_everybody(page: Page, content: Content) -> None:
    play(page, package_of(content))
    assert violations(page) == []
    page.evaluate("H5P.instances[0].showSolutions()")
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        assert violations(page) == [], colours
    assert overflow(page) == [], "sideways scrolling at 320 px"
    page.emulate_media(forced_colors="active")
    assert violations(page) == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflow(page) == [], "sideways scrolling with text at 200 %"


@pytest.mark.slow
def test_what_can_be_pressed_is_large_enough_for_a_thumb(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for content in PLAYED:
        play(page, package_of(content))
        small = page.locator("button:visible, select:visible, .diogel label:visible").evaluate_all(
            "nodes => nodes.filter(node => node.getBoundingClientRect().height < 43.5).map(node => node.outerHTML)"
        )
        assert [each for each in small if "diogel-rich" not in each] == []
