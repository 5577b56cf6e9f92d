"""Six people of the demonstration's cast, asked to one conference by letter, each with a seat proposed."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.holding import plan

PEOPLE = {
    "social-worker": "Nia Roberts",
    "gp": "Anil Thomas",
    "officer": "Tom Rees",
    "health-visitor": "Sioned Parry",
    "teacher": "Elin Wyn",
    "housing": "Carys Pugh",
}
SEATS = {"social-worker": "chair", "gp": "record-taker", "teacher": "school", "officer": "police"}
MINUTE = 60
END = "-" * 79 + "\n"  # stands after each letter


def invite(trainer: Page, log: Path, setting: str = "In writing") -> tuple[str, dict[str, str]]:
    """Plan a conference, propose seats and send the letters: the conference's path, and the letters by whom they are for.

    `log` is what the demonstration prints, where letters are posted.
    """
    path = plan(trainer, setting, people=PEOPLE)
    for person, seat in SEATS.items():
        trainer.get_by_label(f"Seat proposed to {PEOPLE[person]}").select_option(seat)
    trainer.get_by_role("button", name="Keep these seats").click()
    expect(trainer.get_by_text("The seats proposed are kept.")).to_be_visible()
    before = len(log.read_text())
    trainer.get_by_role("button", name="Send invitations").click()
    expect(trainer.get_by_text(f"{len(PEOPLE)} letters are on their way.")).to_be_visible()
    letters = posted(log, before, len(PEOPLE))
    assert all(f"/conferences/{path}" in letter for letter in letters.values())
    return path, letters


def posted(log: Path, after: int, number: int) -> dict[str, str]:
    """The letters printed since, by whom they are for."""
    end = time.monotonic() + MINUTE
    while time.monotonic() < end:
        told = log.read_text()[after:]
        letters = told.split("\nTo: ")[1:]
        if told.count(END) >= number:
            return {letter.partition("@")[0]: letter for letter in letters}
        time.sleep(0.3)
    pytest.fail(f"fewer than {number} letters were posted:\n{log.read_text()[after:]}")
