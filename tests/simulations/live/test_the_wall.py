"""A note on the debrief's wall through a real server: everybody reads it, and nothing that is kept says whose it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from guests import Guest

from simulations.engine.reconciling import STEPS

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference

pytestmark = pytest.mark.django_db(transaction=True)
NOTE = "KQWALL1 I did not dare to say it before the father."


def at_the_end_of_the_debrief(trainer: Guest) -> Guest:
    """A conference that was ended early, with every step of its debrief open."""
    trainer.does("start")
    trainer.does("end")
    while "open-step" not in trainer.sections["me"]["may"]:
        trainer.does("next-phase")
    for step in STEPS:
        trainer.does("open-step", step=step)
    return trainer


def test_everybody_reads_a_note_and_nothing_kept_of_it_says_whose_it_is(
    seated: tuple[Guest, Guest], enter: Callable[..., Guest], facilitator: User, conference: Conference
) -> None:
    from simulations.models import Commit, Event, Utterance

    police, health = seated
    trainer = at_the_end_of_the_debrief(enter(facilitator).hello())
    police.does("post-note", words={"text": NOTE, "language": "en"})
    for guest in (health, trainer):
        guest.sees(lambda sections: NOTE in str(sections.get("debrief")))
    kept = Utterance.objects.get(text=NOTE)
    assert (kept.seat, kept.participant) == ("", None)
    commit = Commit.objects.get(conference=conference, answer="post-note")
    assert commit.by == "somebody"
    event = Event.objects.get(conference=conference, type="note-posted")
    told = json.loads(event.payload)
    del told["audience"]
    assert "police" not in str(told)
    assert "seat" not in told


def test_what_one_will_do_reaches_nobody_else(
    seated: tuple[Guest, Guest], enter: Callable[..., Guest], facilitator: User
) -> None:
    police, health = seated
    trainer = at_the_end_of_the_debrief(enter(facilitator).hello())
    police.does("intend", words={"text": "KQINTENT1 ring the school", "language": "en"})
    police.sees(lambda sections: "KQINTENT1" in str(sections.get("debrief")))
    for guest in (health, trainer):
        # Something that happens after it, so that all that came before has been sent.
        do = "post-note" if guest is health else "name-group"
        guest.does(do, words={"text": "something else", "language": "en"})
        assert "KQINTENT1" not in guest.texts()
