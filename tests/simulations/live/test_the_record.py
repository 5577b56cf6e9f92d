"""The record over sockets: who is sent which of its words, in which encoding, and when."""

from collections.abc import Callable

import pytest
from guests import Guest

from people.models import User
from simulations.models import Event

Enter = Callable[..., Guest]
OPEN, CLOSED, CORRECTION = "Mae Gwen yn hoffi llyfrau ARAGOR", "Said while she was out ARGAU", "Her name CYWIRIAD"


@pytest.fixture
def table(
    enter: Enter, officer: User, health_visitor: User, teacher: User, facilitator: User
) -> tuple[Guest, Guest, Guest, Guest]:
    """A record taker, a chair, the mother and the facilitator, at the analysis; the chair and the mother are sent pages."""
    taker, chair = enter(officer).hello(), enter(health_visitor, **{"as": "html"}).hello()
    mother = enter(teacher, **{"as": "html"}).hello()
    taker.does("take-seat", seat="record-taker")
    chair.does("take-seat", seat="chair")
    mother.does("take-seat", seat="mother", volunteers=True)
    running = enter(facilitator).hello()
    running.does("start")
    _go_on(running, "analysis")
    return taker, chair, mother, running


def _go_on(running: Guest, phase: str) -> None:
    while running.sections["phase"]["phase"] != phase:
        running.does("next-phase")


def test_the_family_is_sent_its_own_copy_and_not_a_byte_more(
    table: tuple[Guest, Guest, Guest, Guest],
) -> None:
    taker, chair, mother, running = table
    mother.does("correct-record", words={"text": CORRECTION, "language": "en"})
    chair.does("close-part", without=["mother"], ground="live-investigation")
    taker.does("write-record", part="risk-analysis", words={"text": CLOSED, "language": "en"})
    chair.does("reopen")
    taker.does("write-record", part="essential-facts", words={"text": OPEN, "language": "cy"})
    taker.does("take-correction", correction="mother.1")
    _go_on(running, "close")
    chair.does("approve-record")
    assert mother.ask("speak", words={"text": "Diolch", "language": "cy"})["type"] in ("done", "refused")
    assert OPEN not in mother.texts()
    taker.does("send-record", copy="family", recipients=["nia"])
    mother.until(lambda message: "ARAGOR" in str(message.get("sections", {}).get("record")))
    assert "CYWIRIAD" in mother.texts()
    assert "ARGAU" not in mother.texts()
    assert "ARGAU" in chair.texts()
    assert "live-investigation" not in mother.texts()
    written = Event.objects.filter(type="record-written")
    assert written.count() == 2
    assert not [event for event in written if "ARAGOR" in event.payload or "ARGAU" in event.payload]
