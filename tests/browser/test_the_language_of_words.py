"""What somebody types is marked with the language it is in, whichever language they read in and learn in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan, sit_down

Visit = Callable[..., Page]
TOLD = {
    "Mae’r heddlu wedi cael eu galw bedair gwaith.": "cy",
    "Dw i’n cytuno, diolch.": "cy",
    "Tŷ a gardd": "cy",
    "She was very quiet afterwards.": "en",
    "I don’t agree.": "en",
    "OK": None,
    "": None,
}


def test_the_language_is_guessed_from_the_words_and_not_from_a_name(visit: Visit) -> None:
    page = visit("/en/")
    found = page.evaluate(
        "async (texts) => { const { languageOf } = await import('/static/simulations/writing.js'); return texts.map(languageOf); }",
        list(TOLD),
    )
    assert dict(zip(TOLD, found, strict=True)) == TOLD


@pytest.mark.slow
def test_words_carry_the_language_they_are_in_and_what_was_chosen_by_hand(visit: Visit) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer, people=("officer", "teacher"))
    officer = visit(f"/en/conferences/{path}", person="officer")
    sit_down(officer, "police")
    teacher = visit(f"/en/conferences/{path}", person="teacher")  # who learns in Welsh, and reads in English today
    sit_down(teacher, "school")
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    trainer.locator("[data-do=start]").click()
    go_on_to(trainer, "analysis")

    teacher.get_by_label("What you want to say").fill("She was very quiet afterwards.")
    teacher.get_by_role("button", name="Say it").click()
    expect(officer.locator("#talk [lang=en]", has_text="very quiet")).to_be_visible(timeout=SETTLED)
    officer.get_by_label("What you want to say").fill("Mae’r heddlu wedi galw yno.")
    officer.get_by_role("button", name="Say it").click()
    welsh = teacher.locator("#talk .contribution", has_text="Mae’r heddlu")
    expect(welsh.locator("[lang=cy]", has_text="galw")).to_be_visible(timeout=SETTLED)
    expect(welsh.locator(".govuk-tag")).to_have_text("Cymraeg")

    # Of a word that tells nothing one says it oneself, also where there was no question before.
    asking = officer.locator("details:has([data-do=ask])")
    asking.locator("summary").click()
    asking.get_by_label("Your question").fill("Ianto?")
    asking.get_by_label("I am writing in").select_option("cy")
    asking.get_by_role("button", name="Ask").click()
    expect(teacher.locator("#talk [lang=cy]", has_text="Ianto?")).to_be_visible(timeout=SETTLED)
