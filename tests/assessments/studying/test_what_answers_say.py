"""A trainer sees what answers say of a paper's questions; nobody else does, and nobody is named."""

import random

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from assessments.models import Answer, Attempt, Paper
from assessments.studying.selectors import first_attempts, study_of
from people.models import Right, User
from tests.assessments.conftest import RIGHT, WRONG

pytestmark = pytest.mark.django_db


def address(name: str, *parts: object, language: str = "en") -> str:
    with override(language):
        return reverse(f"assessments:studying:{name}", args=parts)


def sat(paper: Paper, person: User, right: tuple[bool, bool], number: int = 1, language: str = "en") -> Attempt:
    """Somebody's finished attempt."""
    now = timezone.now()
    attempt = Attempt.objects.create(
        person=person, paper=paper, number=number, begun_at=now, begun_in=language, finished_at=now,
        finished_in=language, points=sum(right), passed=True,
    )  # fmt: skip
    for place, (asked, is_right) in enumerate(zip(paper.places.all(), right, strict=True), start=1):
        Answer.objects.create(
            attempt=attempt, position=place, version=asked.version, answered_in=language, answered_at=now,
            response={"kind": "vignette", **(RIGHT if is_right else WRONG)[place]}, confidence=8 if is_right else 4,
        )  # fmt: skip
    return attempt


@pytest.fixture
def sat_by_forty(paper: Paper) -> Paper:
    chance = random.Random(2)
    for number in range(40):
        person = User.objects.create_user(f"person{number}@example.org")
        able = chance.random()
        sat(paper, person, (chance.random() < able, chance.random() < able), language=chance.choice(["cy", "en"]))
    return paper


@pytest.fixture
def trainer(client: Client, teacher: User) -> Client:
    Right.objects.create(person=teacher, kind=Right.Kind.TRAINER)
    client.force_login(teacher)
    return client


def test_only_a_trainer_sees_it(client: Client, teacher: User, paper: Paper) -> None:
    client.force_login(teacher)
    for name, parts in (("index", ()), ("paper", (paper.slug,)), ("sheet", (paper.slug,))):
        assert client.get(address(name, *parts)).status_code == 403
    client.logout()
    assert client.get(address("paper", paper.slug)).status_code == 302


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_paper_that_few_have_finished_says_so_and_no_figure(trainer: Client, paper: Paper, language: str) -> None:
    sat(paper, User.objects.create_user("one@example.org"), (True, False))
    page = trainer.get(address("paper", paper.slug, language=language)).content.decode()
    assert ("Too few people have finished" if language == "en" else "Rhy ychydig sydd wedi gorffen") in page
    assert "one@example.org" not in page
    assert '<svg class="plot' not in page
    assert "study__question" not in page


@pytest.mark.parametrize("language", ["en", "cy"])
def test_figures_of_forty_stand_beside_their_plots(trainer: Client, sat_by_forty: Paper, language: str) -> None:
    page = trainer.get(address("paper", sat_by_forty.slug, language=language)).content.decode()
    assert page.count('<svg class="plot') == 2
    assert ("KR-20" in page) is True
    assert ("How hard each question is" if language == "en" else "Pa mor anodd yw pob cwestiwn") in page
    assert "example.org" not in page


def test_the_figures_are_those_of_the_answers(sat_by_forty: Paper) -> None:
    study = study_of(sat_by_forty)
    shares = [
        sum(answer.response["decision"] == RIGHT[place]["decision"] for answer in found) / 40
        for place, found in ((n, Answer.objects.filter(position=n)) for n in (1, 2))
    ]
    assert [item.facility for item in study.figures.items] == pytest.approx(shares)
    assert study.figures.people == 40
    assert study.figures.calibration


def test_a_second_attempt_does_not_count(paper: Paper) -> None:
    person = User.objects.create_user("one@example.org")
    first = sat(paper, person, (False, False))
    sat(paper, person, (True, True), number=2)
    assert first_attempts(paper) == [first]


def test_the_sheet_has_a_line_a_question(trainer: Client, sat_by_forty: Paper) -> None:
    response = trainer.get(address("sheet", sat_by_forty.slug))
    lines = response.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("question,outcome,people,facility")
    assert response["Cache-Control"] == "private, no-store"


def test_the_list_says_how_many_have_finished(trainer: Client, sat_by_forty: Paper) -> None:
    assert "40" in trainer.get(address("index")).content.decode()


def test_however_many_sat_it_takes_as_many_queries(sat_by_forty: Paper, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        study_of(sat_by_forty)
