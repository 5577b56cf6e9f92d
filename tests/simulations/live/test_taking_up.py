"""A conference that takes up another, over sockets: its plan is there, whoever may not read it does not get it, and what is
removed from the first one is gone from the second."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from guests import Guest
from serving import Server

from people.models import User
from simulations.actions import plan_conference
from simulations.models import Conference, ScenarioVersion, Utterance

Enter = Callable[..., Guest]
REVIEW = Path(__file__).parents[2] / "files/scenarios/bryn-awel-review.yaml"
OPEN, CLOSED, RISK = "KQTYPED ring us at once", "KQTYPED while he is out", "KQTYPED he may come back"


def words(text: str) -> dict[str, str]:
    return {"text": text, "language": "en"}


def action(text: str) -> dict[str, object]:
    return {
        "child": "gwen", "kind": "safety", "owner": "police", "words": words(text), "risk": words(RISK),
        "if_not": words("KQTYPED we meet"), "due": {"number": 14},
    }  # fmt: skip


@pytest.fixture
def review(
    enter: Enter,
    seated: tuple[Guest, Guest],
    conference: Conference,
    facilitator: User,
    officer: User,
    teacher: User,
    keep_version: Callable[[Path], ScenarioVersion],
) -> Conference:
    """The review that takes up a conference in which two actions were planned, one of them without the mother."""
    police, _health = seated
    running = enter(facilitator).hello()
    running.does("start")
    while running.sections["phase"]["phase"] != "plan":
        running.does("next-phase")
    police.does("add-action", **action(OPEN))
    running.does("close-part", without=["mother"], ground="risk-of-harm")
    police.does("add-action", **action(CLOSED))
    running.does("reopen")
    running.does("end")
    running.does("close")
    conference.refresh_from_db()
    return plan_conference(
        facilitator=facilitator,
        version=keep_version(REVIEW),
        planned_for=timezone.now(),
        people=[officer, teacher],
        continues=conference,
    )


def seat(server: Server, review: Conference, person: User, seat: str, **more: object) -> Guest:
    guest = Guest(server, review.pk, person).hello()
    guest.does("take-seat", seat=seat, **more)
    return guest


def actions(guest: Guest) -> list[str | None]:
    return [line["action"]["words"]["text"] for line in guest.sections["review"]["actions"]]


def test_the_plan_of_the_conference_before_is_there_as_it_was_typed(
    server: Server, review: Conference, officer: User
) -> None:
    guest = seat(server, review, officer, "police")
    assert actions(guest) == [OPEN, CLOSED]
    assert guest.sections["review"]["actions"][0]["risk"]["words"]["text"] == RISK
    guest.socket.close()


def test_who_was_outside_reads_nothing_of_it_in_the_next_conference(
    server: Server, review: Conference, teacher: User
) -> None:
    guest = seat(server, review, teacher, "mother", volunteers=True)
    assert actions(guest) == [OPEN]
    assert CLOSED not in guest.texts()
    guest.socket.close()


def test_nobody_at_the_door_reads_any_of_it(server: Server, review: Conference, officer: User) -> None:
    guest = Guest(server, review.pk, officer).hello()
    assert "KQTYPED" not in guest.texts()
    guest.socket.close()


def test_what_is_removed_there_is_gone_here_for_whoever_comes_in(
    server: Server, review: Conference, officer: User, teacher: User
) -> None:
    before = seat(server, review, officer, "police")
    Utterance.objects.filter(text=OPEN).update(text="", redacted_at=timezone.now(), redaction_reason="a real name")
    after = seat(server, review, teacher, "school")
    assert actions(after) == [None, CLOSED]
    assert OPEN not in after.texts()
    for guest in (before, after):
        guest.socket.close()


def test_what_became_of_it_is_said_before_everybody_who_may_know_it(
    server: Server, review: Conference, facilitator: User, officer: User, teacher: User
) -> None:
    police = seat(server, review, officer, "police")
    mother = seat(server, review, teacher, "mother", volunteers=True)
    running = Guest(server, review.pk, facilitator).hello()
    running.does("start")
    while running.sections["phase"]["phase"] != "progress":
        running.does("next-phase")
    for key, text in (("police.1", "KQDIFFERENCE she sleeps"), ("police.2", "KQDIFFERENCE he did not come")):
        police.does("review-action", action=key, became="done", words=words(text))
    mother.sees(lambda sections: sections["review"]["actions"][0]["became"] == "done")
    assert "he did not come" not in mother.texts()
    assert "KQDIFFERENCE" not in running.texts()
    for guest in (police, mother, running):
        guest.socket.close()


def test_the_first_conference_may_be_forgotten_and_the_second_goes_on(
    server: Server, review: Conference, officer: User
) -> None:
    Conference.objects.exclude(pk=review.pk).delete()
    guest = seat(server, review, officer, "police")
    assert actions(guest) == [None, None]
    guest.socket.close()
