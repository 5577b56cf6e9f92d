"""Letters, seats, answers and cohorts, by the pages that trainers and learners use."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from pytest_django import DjangoCaptureOnCommitCallbacks

    from people.models import User
    from simulations.models import Conference, Participant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tasks_at_once(settings: object) -> None:
    """Background tasks run where they are enqueued."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}  # type: ignore[attr-defined]


@pytest.fixture
def conference(facilitator: User, officer: User, health_visitor: User, teacher: User) -> Conference:
    from simulations import shipped
    from simulations.inviting.actions import Gathering, gather
    from simulations.models import ScenarioVersion

    shipped.load()
    version = ScenarioVersion.objects.get(scenario__slug="ty-coed")
    soon = timezone.now() + timedelta(days=3)
    plan = {"facilitator": facilitator, "version": version, "planned_for": soon}
    return gather(Gathering(), people=[officer, health_visitor, teacher], **plan)[0]


@pytest.fixture
def stranger(db: None) -> User:
    """Somebody who has nothing to do with the conference."""
    from tests.conftest import person

    return person("Nia Hopcyn")


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def listed(conference: Conference, person: User) -> Participant:
    return conference.participants.get(person=person)


def address(conference: Conference, page: str = "", language: str = "en") -> str:
    return f"/{language}/conferences/{conference.pk}/{page}"


def send_all(conference: Conference, captured: DjangoCaptureOnCommitCallbacks) -> None:
    with captured(execute=True):
        signed_in(conference.facilitator).post(address(conference, "letters/"))


def test_each_is_proposed_a_seat_of_their_own_service(conference: Conference, officer: User, teacher: User) -> None:
    assert listed(conference, officer).invitation.proposed_seat == "police"
    assert listed(conference, teacher).invitation.proposed_seat == "school"


def test_letters_go_out_once_in_each_readers_language(
    conference: Conference,
    health_visitor: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    health_visitor.writing_language = "cy"
    health_visitor.save()
    send_all(conference, django_capture_on_commit_callbacks)
    send_all(conference, django_capture_on_commit_callbacks)
    assert len(mail.outbox) == 3
    (hers,) = [letter for letter in mail.outbox if letter.to == [health_visitor.email]]
    assert hers.subject == "Cynhadledd ymarfer: Tŷ Coed"
    assert f"/cy/conferences/{conference.pk}/" in hers.body


def test_a_letter_holds_an_entry_that_a_later_one_moves_and_strikes_out(
    conference: Conference, officer: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    from icalendar import Calendar

    trainer = signed_in(conference.facilitator)
    send_all(conference, django_capture_on_commit_callbacks)
    later = timezone.localtime(conference.planned_for + timedelta(days=7))
    with django_capture_on_commit_callbacks(execute=True):
        assert trainer.post(address(conference, "move/"), {"planned_for": f"{later:%Y-%m-%dT%H:%M}"}).status_code == 302
    with django_capture_on_commit_callbacks(execute=True):
        trainer.post(address(conference, "call-off/"))
    theirs = [letter for letter in mail.outbox if letter.to == [officer.email]]
    entries = [Calendar.from_ical(letter.attachments[0].content) for letter in theirs]
    events = [entry.walk("VEVENT")[0] for entry in entries]
    assert [str(entry["method"]) for entry in entries] == ["REQUEST", "REQUEST", "CANCEL"]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [event["sequence"] for event in events] == [0, 1, 2]
    assert events[1]["dtstart"].dt == later.replace(second=0, microsecond=0)
    assert str(events[2]["status"]) == "CANCELLED"


def test_a_conference_that_is_called_off_lets_nobody_in(conference: Conference, officer: User) -> None:
    signed_in(conference.facilitator).post(address(conference, "call-off/"))
    assert "This conference is called off." in signed_in(officer).get(address(conference)).content.decode()
    answer = signed_in(officer).post(address(conference), {"seat": "police", "where": "alone"})
    assert answer.status_code == 409


def test_a_conference_is_not_moved_into_the_past(conference: Conference) -> None:
    answer = signed_in(conference.facilitator).post(address(conference, "move/"), {"planned_for": "2020-01-01T10:00"})
    assert answer.status_code == 422
    assert "This moment has passed. Choose one to come." in answer.content.decode()


def test_a_conference_under_way_is_not_called_off(conference: Conference) -> None:
    conference.state = conference.State.RUNNING
    conference.save()
    answer = signed_in(conference.facilitator).post(address(conference, "call-off/"))
    assert answer.status_code == 409
    assert "can no longer be moved or called off" in answer.content.decode()


def test_the_facilitator_sees_who_is_coming_and_who_is_ready(conference: Conference, officer: User) -> None:
    signed_in(officer).post(address(conference, "answer/"), {"coming": "yes"})
    trainer = signed_in(conference.facilitator)
    assert "0 of 3 people are ready" in trainer.get(address(conference)).content.decode()
    signed_in(officer).post(address(conference, "ready/"), {"reach": "ext. 214"})
    page = trainer.get(address(conference)).content.decode()
    assert "1 of 3 people are ready" in page
    assert "ext. 214" in page
    assert "ext. 214" not in signed_in(officer).get(address(conference)).content.decode()


def test_the_facilitator_proposes_another_seat_and_nobody_keeps_two(
    conference: Conference, officer: User, teacher: User
) -> None:
    choice = {f"seat-{listed(conference, officer).pk}": "school"}
    signed_in(conference.facilitator).post(address(conference, "seats/"), choice)
    assert listed(conference, officer).invitation.proposed_seat == "school"
    assert listed(conference, teacher).invitation.proposed_seat == ""
    page = signed_in(officer).get(address(conference)).content.decode()
    assert 'id="seat-school" required checked' in page


@pytest.mark.parametrize("seat", ["mabli", "carys", "nowhere"])
def test_a_family_seat_is_proposed_to_nobody(conference: Conference, officer: User, seat: str) -> None:
    choice = {f"seat-{listed(conference, officer).pk}": seat}
    answer = signed_in(conference.facilitator).post(address(conference, "seats/"), choice)
    assert answer.status_code == 409
    assert "This seat cannot be proposed to anybody." in answer.content.decode()


def test_people_who_learn_in_welsh_are_told_when_nobody_interprets(
    conference: Conference, health_visitor: User
) -> None:
    conference.participants.filter(person=health_visitor).update(language="cy")
    page = signed_in(health_visitor).get(address(conference)).content.decode()
    assert "No interpreter is booked for this conference" in page


def test_one_puts_it_into_ones_calendar(conference: Conference, officer: User) -> None:
    answer = signed_in(officer).get(address(conference, "calendar.ics"))
    assert answer["Content-Type"].startswith("text/calendar")
    assert b"SUMMARY:Practice conference: T" in answer.content


def test_a_cohort_fills_several_rooms_with_every_service_in_each(
    conference: Conference, facilitator: User, officer: User, health_visitor: User, teacher: User
) -> None:
    from simulations.models import Cohort, Conference

    trainer = signed_in(facilitator)
    people = "\n".join(person.email for person in (officer, health_visitor, teacher))
    trainer.post("/en/conferences/cohorts/new/", {"name": "Autumn", "people": people})
    cohort = Cohort.objects.get()
    plan = {
        "version": str(conference.version_id),
        "setting": "text",
        "arrangement": "bilingual",
        "planned_for": "2030-03-01T10:00",
        "cohort": str(cohort.pk),
        "joining": "list",
        "rooms": "2",
        "people": "",
    }
    trainer.post("/en/conferences/plan/", plan)
    held = Conference.objects.filter(cohort=cohort).order_by("place")
    assert [room.participants.count() for room in held] == [2, 1]
    assert "Room 2" in trainer.get(address(held[0])).content.decode()


def test_somebody_who_helps_to_run_it_sees_what_the_facilitator_sees(
    conference: Conference, officer: User, stranger: User
) -> None:
    from people.models import Right

    Right.objects.create(person=stranger, kind=Right.Kind.TRAINER)
    conference.co_facilitators.add(stranger)
    assert "Go to the control room" in signed_in(stranger).get(address(conference)).content.decode()


def test_where_anybody_may_come_in_opening_the_page_is_enough(conference: Conference, stranger: User) -> None:
    assert signed_in(stranger).get(address(conference)).status_code == 403
    conference.joining = conference.Joining.ANYBODY
    conference.save()
    assert signed_in(stranger).get(address(conference)).status_code == 200
    assert conference.participants.filter(person=stranger).exists()


def test_more_people_than_rooms_hold_are_refused(conference: Conference, facilitator: User) -> None:
    from people.models import User
    from simulations.models import Cohort

    cohort = Cohort.objects.create(name="Everybody", trainer=facilitator)
    cohort.people.set(User.objects.bulk_create(User(email=f"p{number}@diogel.example") for number in range(41)))
    plan = {"version": str(conference.version_id), "cohort": str(cohort.pk), "rooms": "1"}
    answer = signed_in(facilitator).post("/en/conferences/plan/", plan)
    assert "41 people are too many for so few rooms: at most 40 fit into one." in answer.content.decode()


def test_only_its_own_trainer_sees_a_cohort(facilitator: User, officer: User) -> None:
    from simulations.models import Cohort

    cohort = Cohort.objects.create(name="Autumn", trainer=facilitator)
    assert signed_in(officer).get(f"/en/conferences/cohorts/{cohort.pk}/").status_code == 403
    assert signed_in(officer).get("/en/conferences/cohorts/").status_code == 403
