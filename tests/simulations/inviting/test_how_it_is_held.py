"""What is settled after the planning: the call's link, the interpreter, who helps, who may come in; and who is told of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from django.core.mail import EmailMessage

    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
CALL = "https://meet.example/tŷ-coed"


@pytest.fixture
def conference(ty_coed: ScenarioVersion, facilitator: User, officer: User) -> Conference:
    """On a call whose link nobody has yet, in both languages with an interpreter nobody has named."""
    from simulations.actions import plan_conference

    soon = timezone.now() + timedelta(days=3)
    how = {"setting": "call-beside", "arrangement": "bilingual"}
    return plan_conference(facilitator=facilitator, version=ty_coed, planned_for=soon, people=[officer], **how)


def page(person: User, conference: Conference, path: str = "", language: str = "en") -> str:
    client = Client()
    client.force_login(person)
    return client.get(f"/{language}/conferences/{conference.pk}/{path}").content.decode()


def keep(conference: Conference, person: User, **changes: str) -> int:
    client = Client()
    client.force_login(person)
    whole = {"call_link": "", "arrangement": "bilingual", "interpreter": "", "co_facilitators": "", "joining": "list"}
    return client.post(f"/en/conferences/{conference.pk}/arrangements/", {**whole, **changes}).status_code


def invitation(conference: Conference) -> str:
    from simulations.inviting.letters import letter

    listed = conference.participants.get()
    assert listed.person is not None
    return str(letter(type(listed).objects.get(pk=listed.pk), listed.person, "invitation").body)


def test_the_link_and_the_interpreter_are_named_later_and_stand_in_the_lobby_and_in_letters(
    conference: Conference, facilitator: User, officer: User
) -> None:
    assert "nobody is named yet who interprets" in page(facilitator, conference)
    assert keep(conference, facilitator, call_link=CALL, interpreter="Mair Puw") == 302
    assert "nobody is named yet who interprets" not in page(facilitator, conference)
    assert "Interpreter: Mair Puw." in page(officer, conference)
    assert f'href="{CALL}"' in page(officer, conference)
    assert "Cyfieithydd: Mair Puw." in page(officer, conference, language="cy")
    letter = invitation(conference)
    assert CALL in letter
    assert "on a video call, with Diogel’s live room beside it. In both languages, with an interpreter." in letter
    assert "Interpreter: Mair Puw." in letter


def test_whoever_helps_from_now_on_runs_it_too_and_only_a_trainer_does(
    conference: Conference, facilitator: User, officer: User, teacher: User
) -> None:
    from people.models import Right

    assert keep(conference, facilitator, co_facilitators=teacher.email) == 422
    Right.objects.create(person=teacher, kind=Right.Kind.TRAINER)
    assert keep(conference, facilitator, co_facilitators=teacher.email) == 302
    assert teacher.email in page(teacher, conference, "arrangements/")
    assert keep(conference, officer) == 404, "who takes part changes nothing"


def test_where_people_do_not_talk_on_a_call_no_link_is_asked_for(ty_coed: ScenarioVersion, facilitator: User) -> None:
    from simulations.actions import plan_conference

    held = plan_conference(facilitator=facilitator, version=ty_coed, planned_for=timezone.now())
    assert "Link to the video call" not in page(facilitator, held, "arrangements/")
    assert keep(held, facilitator, call_link=CALL) == 302
    assert type(held).objects.get(pk=held.pk).call_link == ""


def test_a_link_that_is_no_secure_address_is_told(conference: Conference, facilitator: User) -> None:
    assert keep(conference, facilitator, call_link="http://meet.example/") == 422


def test_those_who_were_invited_are_written_to_about_another_link_unless_told_otherwise(
    conference: Conference,
    facilitator: User,
    officer: User,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    from simulations.inviting.actions import send_invitations

    assert "Write to everybody who was invited" not in page(facilitator, conference, "arrangements/"), "nobody was"
    with django_capture_on_commit_callbacks(execute=True):
        send_invitations(conference)
    assert "Write to everybody who was invited" in page(facilitator, conference, "arrangements/")
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        keep(conference, facilitator, call_link=CALL)
        keep(conference, facilitator, call_link=CALL, joining="region", write="on")
    assert mailoutbox == [], "it was not asked for, or nothing is another for those invited"
    with django_capture_on_commit_callbacks(execute=True):
        keep(conference, facilitator, call_link=f"{CALL}-2", interpreter="Mair Puw", write="on")
    (letter,) = mailoutbox
    assert letter.to == [officer.email]
    assert letter.subject.startswith("New arrangements: practice conference")
    assert f"The video call: {CALL}-2" in letter.body
    assert "Interpreter: Mair Puw." in letter.body
    entry = str(letter.attachments[0][1]).replace("\r\n ", "")
    assert f"{CALL}-2" in entry
    assert "SEQUENCE:1" in entry, "the entry that is in the calendar changes"


def test_what_is_over_is_changed_no_more(conference: Conference, facilitator: User) -> None:
    conference.state = conference.State.CLOSED
    conference.save()
    keep(conference, facilitator, interpreter="Mair Puw")
    assert type(conference).objects.get(pk=conference.pk).interpreter == ""


def test_a_letter_says_where_nobody_interprets_and_when_welsh_is_spoken_next(
    conference: Conference, ty_coed: ScenarioVersion, facilitator: User
) -> None:
    from simulations.actions import plan_conference

    assert "No interpreter is booked" not in invitation(conference)
    keep(conference, facilitator, arrangement="bilingual-without")
    assert "No interpreter is booked" not in invitation(conference), "it matters to those who speak Welsh"
    conference.participants.update(language="cy")
    assert "No interpreter is booked for this conference" in invitation(conference)
    then = conference.planned_for + timedelta(days=7)
    plan_conference(facilitator=facilitator, version=ty_coed, planned_for=then, arrangement="welsh")
    assert "The next one with Welsh at the table is on" in invitation(conference)


@pytest.mark.parametrize("setting", ["text", "here", "call-beside", "one-room"])
def test_a_letter_speaks_of_no_room_as_if_its_reader_were_in_it(conference: Conference, setting: str) -> None:
    conference.setting = setting
    conference.save(update_fields=["setting"])
    assert "How it is held: " in invitation(conference)
    assert "this room" not in invitation(conference)
