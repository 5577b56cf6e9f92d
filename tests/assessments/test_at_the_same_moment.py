"""What two devices do with one paper at the same moment: an answer never changes after its paper was marked."""

from __future__ import annotations

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from assessments.actions import AlreadyHandedIn, answer, begin, hand_in
from assessments.models import Answer, Attempt
from people.models import User
from tests.assessments.taking import CHOICE, CHOSEN, paper_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_answer_that_meets_handing_in_waits_and_is_told(teacher: User) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: tests/services runs this on PostgreSQL")
    attempt = begin(teacher, paper_of(CHOICE, pass_mark=1))
    asked = attempt.answers.get()
    answer(asked, CHOSEN, 3)
    marked, told = Event(), []

    def from_the_other_device() -> None:
        marked.wait()
        try:
            answer(Answer.objects.get(pk=asked.pk), CHOSEN, 9)
        except AlreadyHandedIn as problem:
            told.append(problem)
        finally:
            connection.close()

    other = Thread(target=from_the_other_device)
    other.start()
    with transaction.atomic():
        hand_in(attempt)
        marked.set()
        other.join(timeout=1)  # it waits for this transaction to end
    other.join()
    assert told
    assert Answer.objects.get(pk=asked.pk).confidence == 3
    assert Attempt.objects.get(pk=attempt.pk).passed
