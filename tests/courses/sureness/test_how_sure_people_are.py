"""How sure somebody is of what a course is for: asked before, after and weeks later, for themselves, if they like."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from assessments.reminding.letters import write
from assessments.reminding.models import Reminding
from courses.models import Enrolment, Sureness
from courses.sureness.moments import LATER, TOO_LATE, moment
from people.models import User
from tests.courses.conftest import COURSE, FIRST, SECOND, course_in

ASK, SAY = (UUID(f"40000000-0000-4000-8000-00000000000{number}") for number in (1, 2))
MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def address(name: str, *parts: object, language: str = "en") -> str:
    with override(language):
        return reverse(f"courses:{name}", args=parts)


def say(client: Client, ask: object = 3, why: object = "", language: str = "en") -> str:
    posted = {str(ASK): str(ask), str(SAY): str(why)}
    return client.post(address("how-sure", COURSE, language=language), posted, follow=True).content.decode()


def finish(person: User, ago: timedelta = timedelta(0)) -> None:
    at = timezone.now() - ago
    Enrolment.objects.update_or_create(
        person=person, course_key=COURSE, defaults={"begun_at": at, "begun_in": "en", "finished_at": at}
    )


def test_it_is_asked_before_the_first_lesson_after_the_last_and_six_weeks_later() -> None:
    assert moment(lessons_done=0, finished_at=None, now=MONDAY) == "before"
    assert moment(lessons_done=1, finished_at=None, now=MONDAY) is None
    assert moment(lessons_done=2, finished_at=MONDAY, now=MONDAY) == "after"
    assert moment(lessons_done=2, finished_at=MONDAY, now=MONDAY + LATER) == "later"


@pytest.mark.usefixtures("courses")
class TestPages:
    pytestmark = pytest.mark.django_db

    def test_what_is_said_in_one_language_stands_beside_the_outcome_in_the_other(
        self, client: Client, teacher: User
    ) -> None:
        client.force_login(teacher)
        say(client, 3, 8, language="cy")
        page = client.get(course_in("en").url).content.decode()
        assert "I can ask." in page
        assert "How sure you were, from 1 to 10" in page
        assert Sureness.objects.filter(when="before").count() == 2

    def test_any_of_it_may_be_left_out_and_saying_it_again_takes_its_place(self, client: Client, teacher: User) -> None:
        client.force_login(teacher)
        say(client, 3, 8)
        say(client, "", 9)
        assert [(each.outcome, each.level) for each in Sureness.objects.all()] == [(SAY, 9)]

    @pytest.mark.parametrize("level", ["0", "11", "-1", "many", "5" * 400])
    def test_a_level_that_is_not_offered_is_refused_in_words(self, client: Client, teacher: User, level: str) -> None:
        client.force_login(teacher)
        answer = client.post(address("how-sure", COURSE), {str(ASK): level})
        assert answer.status_code == 422
        assert not Sureness.objects.exists()

    def test_in_the_middle_of_a_course_nothing_is_asked(self, client: Client, teacher: User) -> None:
        client.force_login(teacher)
        client.post(address("finish", FIRST))
        assert "You are in the middle of the course." in say(client)
        assert not Sureness.objects.exists()
        client.post(address("finish", SECOND))
        say(client, 7)
        assert Sureness.objects.get().when == "after"

    def test_nobody_sees_another_persons(self, client: Client, teacher: User, officer: User) -> None:
        client.force_login(teacher)
        say(client, 3)
        client.force_login(officer)
        assert "How sure you were" not in client.get(course_in("en").url).content.decode()

    def test_a_course_without_outcomes_asks_nothing(self, client: Client, teacher: User) -> None:
        course = course_in("en")
        course.outcomes = []
        type(course).objects.filter(pk=course.pk).update(outcomes="[]")
        client.force_login(teacher)
        assert "so nothing is asked" in client.get(address("how-sure", COURSE)).content.decode()

    def test_who_asked_for_reminders_is_reminded_six_weeks_after_and_not_once_it_is_said(
        self, client: Client, teacher: User
    ) -> None:
        client.force_login(teacher)
        say(client, 3)
        finish(teacher, LATER + timedelta(days=1))
        Reminding.objects.create(person=teacher)
        now = timezone.now().replace(hour=11) + timedelta(days=(7 - timezone.now().weekday()) % 7)
        assert write(now) == 1
        assert f"{address('sureness-waiting', language='cy')}" in mail.outbox[0].body
        assert course_in("en").title in client.get(address("sureness-waiting")).content.decode()
        say(client, 6)
        assert Sureness.objects.get(when="later").level == 6
        assert write(now + timedelta(days=8)) == 0

    def test_nobody_is_reminded_of_a_course_long_past_or_of_what_they_never_said(
        self, client: Client, teacher: User, officer: User
    ) -> None:
        client.force_login(teacher)
        say(client, 3)
        finish(teacher, TOO_LATE + timedelta(days=1))
        finish(officer, LATER + timedelta(days=1))
        for person in (teacher, officer):
            Reminding.objects.create(person=person)
        now = timezone.now().replace(hour=11) + timedelta(days=(7 - timezone.now().weekday()) % 7)
        assert write(now) == 0
