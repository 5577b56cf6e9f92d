"""A paper before a course shows which lessons somebody knows; they may skip these, open them still, and earn nothing by it."""

from __future__ import annotations

import json
from uuid import UUID, uuid4

import pytest
from django.test import Client, TestCase
from django.urls import reverse
from django.utils.translation import override

from assessments.actions import answer, begin, hand_in
from assessments.appealing.actions import appeal, decide
from assessments.models import Attempt, BankQuestion, Outcome, Paper, PaperQuestion
from assessments.questions import Response
from assessments.versions import next_version
from courses.models import Course, Enrolment, KnownLesson
from people.models import User
from records.models import Credit, Statement
from tests.assessments.every_kind import EVERY_KIND, uid
from tests.assessments.taking import marker, paper_of
from tests.conftest import person
from tests.courses.conftest import COURSE, FIRST, SECOND, course_in, lesson_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses")]
CHOICE, RIGHT = EVERY_KIND[0]
WRONG = type(RIGHT)(option=uid(10))


def address(name: str, key: UUID, language: str = "en") -> str:
    with override(language):
        return reverse(f"courses:{name}", args=[key])


@pytest.fixture
def before(courses: None) -> Paper:
    """A paper of four questions before the small course of two lessons: two outcomes lead to its first, one to its second."""
    paper = paper_of(CHOICE, CHOICE, CHOICE, CHOICE, pass_mark=1, slug="before", tries=1)
    Paper.objects.filter(pk=paper.pk).update(purpose=Paper.Purpose.BEFORE)
    bank = BankQuestion.objects.earliest("pk").bank
    for slug, lesson in (("asks", FIRST), ("listens", FIRST), ("decides", SECOND)):
        addresses = {f"read_again_{code}": lesson_in(code, lesson).url for code in ("en", "cy")}
        Outcome.objects.create(bank=bank, slug=slug, name_en=slug, name_cy=slug, **addresses)
    PaperQuestion.objects.filter(paper=paper).delete()
    for position, outcome in enumerate(("asks", "listens", "decides", "decides"), start=1):
        version = next_version(BankQuestion.objects.create(bank=bank, key=uuid4()), CHOICE, outcome, "reviewed")
        PaperQuestion.objects.create(paper=paper, version=version, position=position)
    Course.objects.filter(translation_key=COURSE).update(paper_before="before", paper="")
    paper.refresh_from_db()
    return paper


def take(someone: User, paper: Paper, *given: Response, language: str = "en") -> Attempt:
    with TestCase.captureOnCommitCallbacks(execute=True), override(language):
        attempt = begin(someone, paper)
        for asked, each in zip(attempt.answers.order_by("position"), given, strict=True):
            answer(asked, each, None)
        hand_in(attempt)
    attempt.refresh_from_db()
    return attempt


def known(someone: User) -> set[UUID]:
    return set(KnownLesson.objects.filter(person=someone).values_list("lesson_key", flat=True))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_lesson_is_known_when_nothing_that_leads_to_it_was_wrong(teacher: User, before: Paper, language: str) -> None:
    take(teacher, before, RIGHT, RIGHT, RIGHT, WRONG, language=language)
    assert known(teacher) == {FIRST}


def test_one_outcome_of_two_is_not_enough(teacher: User, before: Paper) -> None:
    take(teacher, before, RIGHT, WRONG, RIGHT, RIGHT)
    assert known(teacher) == {SECOND}


def test_what_closes_a_course_lets_nobody_skip_it(teacher: User, before: Paper) -> None:
    Paper.objects.filter(pk=before.pk).update(purpose=Paper.Purpose.CLOSING)
    take(teacher, before, RIGHT, RIGHT, RIGHT, RIGHT)
    assert known(teacher) == set()


def test_the_learner_sees_it_skips_it_and_can_still_open_it(client: Client, teacher: User, before: Paper) -> None:
    client.force_login(teacher)
    assert "Do you know some of this already?" in client.get(course_in("en").url).content.decode()
    attempt = take(teacher, before, RIGHT, RIGHT, RIGHT, WRONG)
    result = client.get(f"/en/assessments/attempts/{attempt.pk}/result/").content.decode()
    assert "Before the course: 3 of 4 points" in result
    assert "Not passed" not in result
    assert "You know some of this already" in client.get(course_in("en").url).content.decode()
    assert "Skip this lesson" in client.get(lesson_in("en").url).content.decode()

    page = client.post(address("skip", FIRST), follow=True).content.decode()
    assert "Skipped. You can still open it" in page
    assert "skipped: you know it" in page
    assert "Lessons done: 0 of 2." in page
    assert "Skipping earns no minutes." in page
    assert f'href="{lesson_in("en", SECOND).url}"' in client.get("/en/").content.decode()  # what comes next
    assert "You skipped this lesson" in client.get(lesson_in("en").url).content.decode()


def test_skipping_tells_the_record_by_which_paper_and_earns_nothing(
    client: Client, teacher: User, before: Paper
) -> None:
    take(teacher, before, RIGHT, RIGHT, RIGHT, WRONG)
    credits = Credit.objects.filter(person=teacher).count()
    client.force_login(teacher)
    for language in ("cy", "en"):
        client.post(address("skip", FIRST, language))
    told = [json.loads(each.text) for each in Statement.objects.all() if each.verb.endswith("/waived")]
    assert len(told) == 1
    assert told[0]["object"]["id"] == FIRST.urn
    assert told[0]["result"]["extensions"] == {"https://w3id.org/xapi/cmi5/result/extensions/reason": "Tested Out"}
    assert told[0]["context"]["contextActivities"]["other"][0]["id"] == UUID(str(before.key)).urn
    assert Credit.objects.filter(person=teacher).count() == credits


def test_a_course_is_finished_when_what_is_not_skipped_is(client: Client, teacher: User, before: Paper) -> None:
    take(teacher, before, RIGHT, RIGHT, RIGHT, WRONG)
    client.force_login(teacher)
    client.post(address("finish", SECOND))
    assert Enrolment.objects.get(person=teacher).finished_at is None
    client.post(address("skip", FIRST))
    assert Enrolment.objects.get(person=teacher).finished_at is not None


def test_a_lesson_that_was_skipped_gives_its_minutes_once_it_is_finished_after_all(
    client: Client, teacher: User, before: Paper
) -> None:
    take(teacher, before, RIGHT, RIGHT, RIGHT, WRONG)
    client.force_login(teacher)
    client.post(address("skip", FIRST))
    client.post(address("finish", FIRST))
    assert Credit.objects.filter(person=teacher, minutes=4).count() == 1
    assert "skipped: you know it" not in client.get(course_in("en").url).content.decode()


def test_nobody_skips_what_no_paper_showed_or_what_is_finished(client: Client, teacher: User, before: Paper) -> None:
    client.force_login(teacher)
    assert "cannot be skipped" in client.post(address("skip", FIRST), follow=True).content.decode()
    take(teacher, before, RIGHT, RIGHT, WRONG, WRONG)
    client.post(address("finish", FIRST))
    assert "nothing to skip" in client.post(address("skip", FIRST), follow=True).content.decode()
    assert "cannot be skipped" in client.post(address("skip", SECOND), follow=True).content.decode()
    assert not KnownLesson.objects.filter(skipped_at__isnull=False).exists()


def test_what_one_knows_lets_nobody_else_skip(client: Client, teacher: User, officer: User, before: Paper) -> None:
    take(teacher, before, RIGHT, RIGHT, RIGHT, RIGHT)
    client.force_login(officer)
    assert "cannot be skipped" in client.post(address("skip", FIRST), follow=True).content.decode()


def test_an_appeal_that_is_upheld_adds_to_what_is_known(teacher: User, before: Paper) -> None:
    attempt = take(teacher, before, RIGHT, RIGHT, RIGHT, WRONG)
    with TestCase.captureOnCommitCallbacks(execute=True):
        made = appeal(attempt.answers.get(position=4), "Both are right.")
        decide(made, marker("Olwen Price"), upheld=True, reason="They are.")
    assert known(teacher) == {FIRST, SECOND}


def test_signed_out_nothing_is_skipped(client: Client, before: Paper) -> None:
    take(person("Nia Roberts"), before, RIGHT, RIGHT, RIGHT, RIGHT)
    assert "/account/login/" in client.post(address("skip", FIRST)).url
    assert not KnownLesson.objects.filter(skipped_at__isnull=False).exists()
