"""Keeping a marker's sheet, settling an answer once there are two, and deciding where two differ. Who may: people.permissions."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.marking import by_rubric
from assessments.models import Answer, MarkingSheet, Ruling
from assessments.moderating.rulings import rule
from assessments.moderating.selectors import MARKERS, rubric_question
from assessments.moderating.settling import differ_too_much
from assessments.questions.writing import RiskSentence
from people.actions import NotPossible
from people.models import User


@transaction.atomic
def keep_sheet(answer: Answer, marker: User, points: Mapping[str, int], note: str = "") -> MarkingSheet:
    """One marker's points; kept again, they take the place of those before, until the answer is settled.

    Raises NotPossible for one's own work, for points that the rubric does not have, and where two others have marked.
    """
    stored = lock(answer)
    check_may_mark(stored, marker)
    check_points(rubric_question(stored), points)
    values = {"points": dict(points), "note": note, "at": timezone.now()}
    sheet = MarkingSheet.objects.update_or_create(answer=stored, marker=marker, defaults=values)[0]
    settle(stored)
    return sheet


@transaction.atomic
def moderate(answer: Answer, moderator: User, points: Mapping[str, int], reason: str) -> Ruling:
    """A third person decides, having seen both sheets. Raises NotPossible for the writer, a marker, or where none is needed."""
    stored = lock(answer)
    check_may_moderate(stored, moderator)
    question = rubric_question(stored)
    check_points(question, points)
    mark = by_rubric(question, points)
    return rule(stored, mark.share, Ruling.Ground.MODERATED, by=moderator, reason=reason, parts=mark.parts)


def settle(answer: Answer) -> None:
    """Once there are two sheets that differ little enough, their mean counts; else a moderator is waited for."""
    sheets = list(answer.sheets.all())
    question = rubric_question(answer)
    if len(sheets) < MARKERS or differ_too_much(sheets[0].points, sheets[1].points, question.rubric.tolerance):
        return
    marks = [by_rubric(question, sheet.points) for sheet in sheets]
    parts = {name: sum(mark.parts[name] for mark in marks) / MARKERS for name in marks[0].parts}
    rule(answer, sum(mark.share for mark in marks) / MARKERS, Ruling.Ground.MARKERS, parts=parts)


def lock(answer: Answer) -> Answer:
    """Of two who mark at once the second waits, and then sees what the first did."""
    return Answer.objects.select_for_update().get(pk=answer.pk)


def check_may_mark(answer: Answer, marker: User) -> None:
    check_not_own(answer, marker)
    if answer.rulings.exists():
        raise NotPossible(_("This answer is marked already. Your points were not kept."))
    if answer.sheets.exclude(marker=marker).count() >= MARKERS:
        raise NotPossible(_("Two others have marked this answer. Your points were not kept; take the next answer."))


def check_may_moderate(answer: Answer, moderator: User) -> None:
    check_not_own(answer, moderator)
    if answer.rulings.exists() or answer.sheets.count() < MARKERS:
        raise NotPossible(_("This answer needs no decision by a third person."))
    if answer.sheets.filter(marker=moderator).exists():
        raise NotPossible(_("You are one of the two who marked this answer. Somebody else decides."))


def check_not_own(answer: Answer, person: User) -> None:
    if answer.attempt.person_id == person.pk:
        raise NotPossible(_("This is your own answer. Somebody else marks it."))


def check_points(question: RiskSentence, points: Mapping[str, int]) -> None:
    """Every criterion, and only points that one of its levels has."""
    levels = {criterion.id: {level.points for level in criterion.levels} for criterion in question.rubric.criteria}
    if set(points) != set(levels) or any(points[name] not in levels[name] for name in levels):
        raise NotPossible(_("Choose one level at each of the criteria."))
