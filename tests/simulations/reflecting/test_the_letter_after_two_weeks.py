"""The letter after two weeks: to whom, when, in which language, once, with one reminder, and no more at one press."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from django.utils import timezone

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

    from people.models import User
    from simulations.models import Conference

pytestmark = pytest.mark.django_db
Send = Callable[..., Any]


@pytest.fixture(autouse=True)
def at_once(settings: SettingsWrapper) -> None:
    """Letters are posted as they are handed in."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def days_on(days: float) -> datetime:
    return timezone.now() + timedelta(days=days)


def write(days: float) -> int:
    from simulations.reflecting.follow_up import write

    return write(days_on(days))


def test_everybody_who_sat_there_gets_one_letter_after_two_weeks_and_one_reminder(conference: Conference) -> None:
    assert write(13.9) == 0
    assert write(14.1) == 7
    assert (write(14.2), write(20.9)) == (0, 0)
    assert write(21.2) == 7
    assert [write(days) for days in (22, 25, 27)] == [0, 0, 0]
    assert len(mail.outbox) == 14
    assert "A week ago" in mail.outbox[-1].body


def test_it_is_in_the_language_that_somebody_is_written_to_in(conference: Conference, people: list[User]) -> None:
    people[0].writing_language = "cy"
    people[0].save()
    write(14.1)
    by_person = {letter.to[0]: letter for letter in mail.outbox}
    assert "Bythefnos ar ôl" in by_person[people[0].email].subject
    assert f"/cy/conferences/{conference.pk}/" in by_person[people[0].email].body
    assert "Two weeks after" in by_person[people[1].email].subject


def test_whoever_answered_is_not_reminded(conference: Conference, people: list[User], send: Send) -> None:
    write(14.1)
    answers = {"used": ["asked", "childs-words"], **dict.fromkeys(("say", "ask", "child", "reason", "disagree"), "4")}
    for _again in range(2):
        send(people[0], f"/en/conferences/{conference.pk}/two-weeks-later/", answers)
    assert write(21.2) == 6
    from simulations.models import Confidence, Use

    assert Use.objects.get().used == ["asked", "childs-words"]
    assert Confidence.objects.filter(when="later").count() == 5


def test_nobody_is_written_to_who_only_watched_left_or_was_there_long_ago(
    conference: Conference, people: list[User]
) -> None:
    conference.seats.filter(participant__person=people[0]).update(participant=None, filled="empty")
    people[1].is_active = False
    people[1].save()
    conference.participants.filter(person=people[2]).update(removed_at=timezone.now())
    assert write(14.1) == 4
    conference.participants.filter(person=people[2]).update(removed_at=None)
    assert write(60) == 0


def test_one_press_stops_the_letters_at_once_and_looking_at_the_link_does_not(
    conference: Conference, people: list[User], send: Send
) -> None:
    write(14.1)
    letter = next(each for each in mail.outbox if each.to == [people[0].email])
    address = re.search(r"(/en/conferences/no-more-letters/\S+)", letter.body)
    assert address is not None
    assert letter.extra_headers["List-Unsubscribe"].endswith(f"{address[1]}>")
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert send(None, address[1]).status_code == 200
    people[0].refresh_from_db()
    assert people[0].wants_follow_up
    assert send(None, address[1], {"List-Unsubscribe": "One-Click"}).status_code == 200
    people[0].refresh_from_db()
    assert not people[0].wants_follow_up
    assert write(21.2) == 6
    assert send(None, "/en/conferences/no-more-letters/forged:token/", {}).status_code == 404


def test_the_account_page_stops_them_and_begins_them_again(people: list[User], send: Send) -> None:
    for wanted in ("no", "yes"):
        send(people[0], "/en/people/account/letters/", {"wanted": wanted})
        people[0].refresh_from_db()
        assert people[0].wants_follow_up is (wanted == "yes")
        page = send(people[0], "/en/people/account/").content.decode()
        assert ("No more such letters" in page) is (wanted == "yes")


def test_an_operator_may_have_none_written(conference: Conference, settings: SettingsWrapper) -> None:
    settings.FOLLOW_UP_DAYS = 0
    assert write(14.1) == 0


def test_two_processes_write_one_letter(conference: Conference) -> None:
    from simulations.reflecting import follow_up

    listed = conference.participants.first()
    assert listed is not None
    assert follow_up._claim(listed, "sent_at", days_on(14))
    assert not follow_up._claim(listed, "sent_at", days_on(14))


def test_the_page_shows_what_somebody_wanted_to_do_to_themselves_and_keeps_what_became_of_it(
    conference: Conference, people: list[User], send: Send
) -> None:
    from simulations.models import Intention
    from simulations.reflecting.actions import intend

    intend(people[0], conference, "KQINTENT ring the school", "en")
    path = f"/en/conferences/{conference.pk}/two-weeks-later/"
    assert "KQINTENT" in send(people[0], path).content.decode()
    assert "KQINTENT" not in send(people[1], path).content.decode()
    left_out = dict.fromkeys(("say", "ask", "child", "reason", "disagree"), "left-out")
    assert send(people[0], path, {**left_out, "became": "partly"}).status_code == 302
    assert Intention.objects.get().became == "partly"
