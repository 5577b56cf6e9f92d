"""What waits for whom among those who mark, and how far they agree. Nothing here tells whose an answer is."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import Count, QuerySet

from assessments.models import Answer, MarkingSheet
from assessments.moderating.agreement import Agreement, agreement
from assessments.questions.writing import RiskSentence
from people.models import User

MARKERS = 2  # who mark each answer, apart
RECENT = 500  # sheets looked at for the figures of agreement, the newest first


def rubric_question(answer: Answer) -> RiskSentence:
    return cast("RiskSentence", answer.version.asked)


def is_written(answer: Answer) -> bool:
    return isinstance(answer.version.asked, RiskSentence)


def written() -> QuerySet[Answer]:
    """Answers that a person marks, handed in."""
    handed_in = Answer.objects.filter(version__kind=kind_of_written(), attempt__finished_at__isnull=False)
    answered = handed_in.exclude(response=None).exclude(response__text="")
    return answered.select_related("version")


def marked_twice() -> QuerySet[MarkingSheet, Any]:
    """The answers that as many as there have to be have marked."""
    by_answer = MarkingSheet.objects.order_by().values("answer").annotate(number=Count("pk"))
    return by_answer.filter(number__gte=MARKERS).values("answer")


def kind_of_written() -> str:
    return str(RiskSentence.__struct_config__.tag)


def open_for(person: User) -> QuerySet[Answer]:
    """Not settled, and not the person's own; the oldest first."""
    unsettled = written().filter(rulings=None).exclude(attempt__person=person)
    return unsettled.order_by("attempt__finished_at", "pk")


def to_mark(person: User) -> QuerySet[Answer]:
    """Fewer than two have marked it, and this person has not."""
    return open_for(person).exclude(pk__in=marked_twice()).exclude(sheets__marker=person)


def marked_by(person: User) -> QuerySet[Answer]:
    """This person has marked it, and may change their points until it is settled."""
    return open_for(person).filter(sheets__marker=person)


def to_moderate(person: User) -> QuerySet[Answer]:
    """Two have marked it, neither of them this person, and differ too much."""
    return open_for(person).filter(pk__in=marked_twice()).exclude(sheets__marker=person)


def how_far_markers_agree() -> Agreement:
    """Over every criterion of what two have marked, settled or not."""
    sheets = MarkingSheet.objects.filter(answer__in=marked_twice()).order_by("-answer", "at", "pk")[:RECENT]
    pairs = zip(*[iter(list(sheets))] * MARKERS, strict=False)
    return agreement([(first.points[name], second.points[name]) for first, second in pairs for name in first.points])
