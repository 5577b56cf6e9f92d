"""A rehearsal alone over a socket: one learner starts it, is called away, comes back, and opens the debrief."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from guests import Guest
from serving import Server

from people.models import User
from simulations.attendance import record_attendance
from simulations.models import Conference, ScenarioVersion, Utterance
from simulations.solo import rehearse_alone, versions_for_one

REVIEW = Path(__file__).parents[2] / "files/scenarios/bryn-awel-review.yaml"


@pytest.fixture
def alone(keep_version: Callable[[Path], ScenarioVersion], teacher: User) -> Conference:
    return rehearse_alone(teacher, keep_version(REVIEW))


@pytest.fixture
def guest(server: Server, alone: Conference, teacher: User) -> Guest:
    guest = Guest(server, alone.pk, teacher).hello()
    guest.does("take-seat", seat="school")
    return guest


def test_a_scenario_that_does_not_allow_it_is_not_offered(bryn_awel: ScenarioVersion, alone: Conference) -> None:
    assert [version.scenario.slug for version in versions_for_one()] == ["bryn-awel-review"]


def test_the_learner_has_a_seat_and_no_control_room(guest: Guest) -> None:
    assert guest.viewer == "seat:school"
    assert "control" not in guest.sections
    assert "start" in guest.sections["me"]["may"]


def test_nobody_else_comes_in(server: Server, alone: Conference, officer: User) -> None:
    assert Guest(server, alone.pk, officer).goodbye() == ("not-yours", 4403)


def test_it_waits_while_they_are_called_away_and_goes_on_where_it_was(guest: Guest) -> None:
    guest.does("start")
    guest.does("next-phase")
    guest.sees(lambda sections: sections["phase"]["phase"] == "opening")
    guest.does("step-out")
    guest.sees(lambda sections: sections["phase"]["status"] == "paused")
    guest.does("come-back")
    guest.sees(lambda sections: sections["phase"]["status"] == "running")
    assert guest.sections["phase"]["phase"] == "opening"


def test_to_the_end_with_attendance_that_is_credited_to_nobody(guest: Guest, alone: Conference) -> None:
    guest.does("start")
    guest.does("end")
    guest.does("next-phase")
    guest.does("open-step", step="leaving-the-role")
    guest.does("open-step", step="how-was-it")
    assert guest.ask("open-step", step="childs-day")["code"] == "look-back-first"
    guest.does("look-back", words={"text": "I would ask who lives there.", "language": "en"})
    guest.does("open-step", step="childs-day")
    guest.does("close")
    alone.refresh_from_db()
    assert alone.state == Conference.State.CLOSED
    assert record_attendance(alone) == 1
    assert Utterance.objects.get(conference=alone).text == "I would ask who lives there."


def test_asked_for_again_it_is_the_one_that_was_begun(alone: Conference, teacher: User) -> None:
    assert rehearse_alone(teacher, alone.version) == alone
    Conference.objects.filter(pk=alone.pk).update(state=Conference.State.CLOSED, closed_at=timezone.now())
    assert rehearse_alone(teacher, alone.version) != alone
