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
    from simulations.models import Conference, Participant, ScenarioVersion

pytestmark = pytest.mark.django_db
READY = {"read": "on", "private": "on", "invented": "on", "reach": "ext. 214"}


@pytest.fixture(autouse=True)
def _tasks_at_once(settings: object) -> None:
    """Background tasks run where they are enqueued."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}  # type: ignore[attr-defined]


@pytest.fixture
def conference(
    ty_coed: ScenarioVersion, facilitator: User, officer: User, health_visitor: User, teacher: User
) -> Conference:
    from simulations.inviting.actions import Gathering, gather

    soon = timezone.now() + timedelta(days=3)
    plan = {"facilitator": facilitator, "version": ty_coed, "planned_for": soon}
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


def test_who_has_a_letter_on_its_way_is_sent_no_second_one(conference: Conference, facilitator: User) -> None:
    trainer = signed_in(facilitator)
    assert "3 letters are on their way." in trainer.post(address(conference, "letters/"), follow=True).content.decode()
    # Nothing is posted before what is under way is stored, which in a test it never is.
    assert mail.outbox == []
    seen = trainer.get(address(conference)).content.decode()
    assert "Not invited yet" not in seen
    assert "Send invitations" not in seen


def test_whose_letter_cannot_be_posted_is_not_invited_yet(
    conference: Conference,
    facilitator: User,
    settings: object,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]  # nobody answers there
    send_all(conference, django_capture_on_commit_callbacks)
    assert (
        "3 people have been sent no invitation yet." in signed_in(facilitator).get(address(conference)).content.decode()
    )


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
    signed_in(officer).post(address(conference, "ready/"), READY)
    signed_in(conference.facilitator).post(address(conference, "call-off/"))
    assert "This conference is called off." in signed_in(officer).get(address(conference)).content.decode()
    assert listed(conference, officer).invitation.reach == "", "nobody has to be reached any more"
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
    signed_in(officer).post(address(conference, "ready/"), READY)
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
    held = Conference.objects.exclude(pk=conference.pk).order_by("place")
    assert [room.participants.count() for room in held] == [2, 1]
    assert "Room 2" in trainer.get(address(held[0])).content.decode()


def test_rooms_of_people_who_are_no_cohort_belong_together_all_the_same(
    conference: Conference, facilitator: User, officer: User, health_visitor: User
) -> None:
    from simulations.models import Conference

    plan = {
        "version": str(conference.version_id),
        "setting": "text",
        "arrangement": "bilingual",
        "planned_for": "2030-03-01T10:00",
        "joining": "list",
        "rooms": "2",
        "people": f"{officer.email}\n{health_visitor.email}",
    }
    trainer = signed_in(facilitator)
    trainer.post("/en/conferences/plan/", plan)
    one, other = Conference.objects.exclude(pk=conference.pk).order_by("place")
    glance = trainer.get(address(one, "rooms/")).content.decode()
    assert f'id="card-{one.pk}"' in glance
    assert f'id="card-{other.pk}"' in glance
    assert f'id="card-{conference.pk}"' not in glance, "which was planned apart"


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


def test_whoever_was_taken_off_the_list_does_not_put_themselves_on_it_again(
    conference: Conference, officer: User
) -> None:
    conference.joining = conference.Joining.ANYBODY
    conference.save()
    trainer, who = signed_in(conference.facilitator), listed(conference, officer)
    trainer.post(address(conference, f"list/{who.pk}/off/"))
    assert signed_in(officer).get(address(conference)).status_code == 403
    assert signed_in(officer).get(address(conference, "room/")).status_code == 403
    assert listed(conference, officer).removed_at is not None
    trainer.post(address(conference, f"list/{who.pk}/back/"))
    assert signed_in(officer).get(address(conference)).status_code == 200


def test_how_to_reach_somebody_is_not_kept_of_whoever_says_it_too_late(conference: Conference, officer: User) -> None:
    conference.state = conference.State.CLOSED
    conference.save()
    answer = signed_in(officer).post(address(conference, "ready/"), READY)
    assert (answer.status_code, "This conference is closed." in answer.content.decode()) == (409, True)
    signed_in(officer).post(address(conference, "answer/"), {"coming": "coming"})
    said = listed(conference, officer).invitation
    assert (said.reach, said.answer, said.ready_at) == ("", "", None)


def test_who_has_left_the_site_is_not_seated_with_their_cohort(
    conference: Conference, facilitator: User, officer: User, teacher: User
) -> None:
    from simulations.inviting.actions import Gathering, gather
    from simulations.models import Cohort

    cohort = Cohort.objects.create(name="Autumn", trainer=facilitator)
    cohort.people.set([officer, teacher])
    teacher.is_active = False
    teacher.save()
    plan = {"facilitator": facilitator, "version": conference.version, "planned_for": conference.planned_for}
    (room,) = gather(Gathering(cohort), people=[], **plan)
    assert [each.person for each in room.participants.all()] == [officer]


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


@pytest.fixture
def two_rooms(conference: Conference, facilitator: User, officer: User, health_visitor: User) -> list[Conference]:
    """Two rooms at one hour, an officer in one and a health visitor in the other; both were invited."""
    from simulations.inviting.actions import Gathering, gather

    plan = {"facilitator": facilitator, "version": conference.version, "planned_for": conference.planned_for}
    return gather(Gathering(rooms=2), people=[officer, health_visitor], **plan)


def test_rooms_held_at_once_move_and_are_called_off_together_unless_one_is_to_be_apart(
    two_rooms: list[Conference],
) -> None:
    one, other = two_rooms
    trainer = signed_in(one.facilitator)
    assert "All rooms held at once move together" in trainer.get(address(one, "move/")).content.decode()
    trainer.post(address(one, "move/"), {"planned_for": "2030-03-01T10:00", "all_rooms": "on"})
    moved = {type(one).objects.get(pk=room.pk).planned_for for room in two_rooms}
    assert {f"{timezone.localtime(each):%Y-%m-%d %H:%M}" for each in moved} == {"2030-03-01 10:00"}
    trainer.post(address(other, "call-off/"))
    assert [type(one).objects.get(pk=room.pk).state for room in two_rooms] == ["planned", "cancelled"]
    assert "All rooms held at once" not in trainer.get(address(one, "move/")).content.decode()


def test_calling_off_one_room_for_all_calls_them_all_off(two_rooms: list[Conference]) -> None:
    one, _other = two_rooms
    signed_in(one.facilitator).post(address(one, "call-off/"), {"all_rooms": "on"})
    assert {type(one).objects.get(pk=room.pk).state for room in two_rooms} == {"cancelled"}


def test_whoever_is_taken_off_the_list_is_told_and_their_entry_struck_out_and_they_can_be_invited_anew(
    conference: Conference, officer: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    from icalendar import Calendar

    trainer, who = signed_in(conference.facilitator), listed(conference, officer)
    send_all(conference, django_capture_on_commit_callbacks)
    with django_capture_on_commit_callbacks(execute=True):
        trainer.post(address(conference, f"list/{who.pk}/off/"))
    trainer.post(address(conference, f"list/{who.pk}/back/"))
    assert "1 person has been sent no invitation yet." in trainer.get(address(conference)).content.decode()
    send_all(conference, django_capture_on_commit_callbacks)
    theirs = [letter for letter in mail.outbox if letter.to == [officer.email]]
    assert theirs[1].subject == "Off the list: practice conference Tŷ Coed"
    assert "You are no longer on the list" in theirs[1].body
    entries = [Calendar.from_ical(letter.attachments[0].content) for letter in theirs]
    assert [str(entry["method"]) for entry in entries] == ["REQUEST", "CANCEL", "REQUEST"]
    sequences = [entry.walk("VEVENT")[0]["sequence"] for entry in entries]
    assert sequences[0] < sequences[1] <= sequences[2]


def test_whoever_was_not_invited_yet_gets_no_letter_when_they_are_taken_off(
    conference: Conference, officer: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(conference.facilitator).post(address(conference, f"list/{listed(conference, officer).pk}/off/"))
    assert mail.outbox == []
