"""A paper whose time is over is handed in by the background work, with what was answered, for those who do not come back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from assessments.actions import GRACE, answer, begin
from assessments.models import Attempt, Paper
from assessments.running_out import hand_in_what_is_over
from people.models import User
from records.models import Statement
from tests.assessments.taking import CHOICE, CHOSEN, paper_of
from tests.conftest import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun(teacher: User) -> Attempt:
    """Two questions in ten minutes, of which the first was answered, in Welsh."""
    paper = paper_of(CHOICE, CHOICE, pass_mark=1)
    Paper.objects.filter(pk=paper.pk).update(limit_minutes=10)
    attempt = begin(teacher, paper)
    with override("cy"):
        answer(attempt.answers.get(position=1), CHOSEN, None)
    return attempt


def later(minutes: int) -> int:
    return hand_in_what_is_over(timezone.now() + timedelta(minutes=minutes))


def let_run_out(attempt: Attempt, ago: timedelta = GRACE * 2) -> None:
    Attempt.objects.filter(pk=attempt.pk).update(ends_at=timezone.now() - ago)


def test_it_is_handed_in_once_in_the_language_of_the_last_answer(begun: Attempt) -> None:
    assert later(0) == 0
    let_run_out(begun)
    assert [later(0), later(0)] == [1, 0]
    begun.refresh_from_db()
    assert (begun.points, begun.passed, begun.finished_in) == (1, True, "cy")
    assert Statement.objects.filter(verb__endswith="/passed").count() == 1


def test_it_carries_the_time_at_which_it_ran_out_however_late_somebody_looks(begun: Attempt) -> None:
    let_run_out(begun, timedelta(days=3))
    later(0)
    begun.refresh_from_db()
    assert begun.finished_at == begun.ends_at
    told = Statement.objects.get(verb__endswith="/passed")
    assert told.timestamp == begun.ends_at


def test_an_answer_on_its_way_is_waited_for(begun: Attempt) -> None:
    let_run_out(begun, GRACE / 2)
    assert later(0) == 0


def test_papers_without_a_limit_are_left_alone(teacher: User) -> None:
    begin(teacher, paper_of(CHOICE, pass_mark=1))
    assert later(60 * 24 * 365) == 0


def test_one_that_fails_is_no_hindrance_to_the_others(begun: Attempt, monkeypatch: pytest.MonkeyPatch) -> None:
    from assessments import running_out

    second = begin(person("Nia Roberts"), begun.paper)
    for each in (begun, second):
        let_run_out(each)
    handed_in = running_out.hand_in

    def fails_for_the_first(attempt: Attempt) -> object:
        if attempt.pk == begun.pk:
            raise RuntimeError("a disk is full")
        return handed_in(attempt)

    monkeypatch.setattr(running_out, "hand_in", fails_for_the_first)
    assert later(0) == 1
    assert list(Attempt.objects.filter(finished_at=None)) == [begun]


def test_the_result_says_that_the_time_was_over(client: Client, teacher: User, begun: Attempt) -> None:
    let_run_out(begun)
    later(0)
    client.force_login(teacher)
    page = client.get(f"/en/assessments/attempts/{begun.pk}/2/", follow=True).content.decode()
    assert "The time was over, so the paper was handed in" in page


def test_an_answer_counts_by_the_time_there_is_now(begun: Attempt) -> None:
    """Somebody gave them more time while their page stood open."""
    asked = begun.answers.select_related("attempt").get(position=2)
    asked.attempt.ends_at = timezone.now() - GRACE * 2
    assert answer(asked, CHOSEN, None).answered_at
