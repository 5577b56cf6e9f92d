"""Putting an attempt's result right after people decided: the marks kept, the record, the news.

The record says what is so now: what was said before is taken back by a statement, never rewritten, and a new one stands in its
place, of the day on which the paper was handed in. Credits follow from that by themselves.
"""

from __future__ import annotations

from django.db import transaction

from assessments.actions import keep_result, statement_ids
from assessments.models import Attempt
from assessments.selectors import result_of
from assessments.signals import remarked
from records.actions import take_back
from records.authorities import Ours
from records.models import Statement


@transaction.atomic
def put_right(attempt: Attempt) -> None:
    """Does nothing where what people decided changes nothing."""
    stored = Attempt.objects.select_for_update().get(pk=attempt.pk)
    result = result_of(stored)
    if (stored.points, stored.passed) == (result.points, result.passed):
        return
    take_back_what_was_said(stored)
    keep_result(stored, result)
    transaction.on_commit(lambda: remarked.send(Attempt, attempt=stored))


def take_back_what_was_said(attempt: Attempt) -> None:
    for said in Statement.objects.filter(pk__in=statement_ids(attempt), voided=False).values_list("pk", flat=True):
        take_back(said, authority=Ours.PAPERS)
