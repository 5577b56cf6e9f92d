"""Appealing against a mark, and deciding an appeal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.appealing import letters
from assessments.marking import by_rubric
from assessments.models import Answer, Appeal, Ruling
from assessments.moderating.actions import check_not_own, check_points
from assessments.moderating.rulings import rule
from assessments.moderating.selectors import is_written, rubric_question
from assessments.reading import code
from assessments.selectors import mark_of
from people.actions import NotPossible
from people.models import User

WITHIN = timedelta(days=28)  # of handing in, or of the last ruling: our default
FULL = 1.0


@transaction.atomic
def appeal(answer: Answer, words: str) -> Appeal:
    """Raises NotPossible where there is no mark to appeal against, it is too late, or there was an appeal already."""
    stored = Answer.objects.select_for_update().get(pk=answer.pk)
    check_may_appeal(stored)
    return Appeal.objects.create(answer=stored, words=words, language=code(), made_at=timezone.now())


@transaction.atomic
def decide(made: Appeal, by: User, *, upheld: bool, reason: str, points: Mapping[str, int] | None = None) -> Appeal:
    """Upheld, the answer is worth all of the question, or what `points` of a rubric come to, and never less than before.

    Raises NotPossible for one's own appeal, for whoever marked the answer, and for what was decided already.
    """
    stored = Appeal.objects.select_for_update().select_related("answer__attempt").get(pk=made.pk)
    check_may_decide(stored, by)
    stored.upheld, stored.reason, stored.decided_by, stored.decided_at = upheld, reason, by, timezone.now()
    stored.save(update_fields=["upheld", "reason", "decided_by", "decided_at"])
    if upheld:
        uphold(stored, points)
    letters.send(stored)
    return stored


def uphold(decided: Appeal, points: Mapping[str, int] | None) -> None:
    answer, share, parts = decided.answer, FULL, dict[str, float]()
    if is_written(answer):
        check_points(rubric_question(answer), points or {})
        mark = by_rubric(rubric_question(answer), points or {})
        share, parts = mark.share, mark.parts
    if share < mark_of(answer).share:
        raise NotPossible(_("An appeal that is upheld never lowers a mark. Choose higher levels, or decline it."))
    rule(answer, share, Ruling.Ground.APPEAL, by=decided.decided_by, reason=decided.reason, parts=parts)


def check_may_appeal(answer: Answer) -> None:
    if problem := why_not(answer):
        raise NotPossible(problem)


def why_not(answer: Answer) -> str:
    """Why there can be no appeal now; empty where there can."""
    finished, mark = answer.attempt.finished_at, mark_of(answer)
    if finished is None or mark.awaits_person:
        return _("This answer is not marked yet.")
    if mark.right or not mark.counts:
        return _("This answer has the full mark, or none is given: there is nothing to appeal against.")
    if getattr(answer, "appeal", None):
        return _("You have appealed against this mark already. It is decided once.")
    if timezone.now() > max([finished, *(ruling.at for ruling in answer.rulings.all())]) + WITHIN:
        return _("The time to appeal is over. Your training lead can tell you what else you can do.")
    return ""


def check_may_decide(made: Appeal, person: User) -> None:
    check_not_own(made.answer, person)
    if not made.is_open:
        raise NotPossible(_("This appeal is decided already. Your decision was not kept."))
    marked = made.answer.sheets.filter(marker=person).exists() or made.answer.rulings.filter(by=person).exists()
    if marked:
        raise NotPossible(_("You marked this answer. Somebody else decides the appeal."))
