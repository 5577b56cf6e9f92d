"""What people decided of an answer, on the learner's result and on the pages of those who mark."""

from __future__ import annotations

from django import template

from assessments.appealing.actions import why_not
from assessments.models import Answer, MarkingSheet, Ruling
from assessments.questions.writing import RiskSentence
from assessments.reading import said

register = template.Library()
CriterionLine = tuple[str, float, int]  # its name, the points, the most there are


@register.filter
def newest_ruling(answer: Answer) -> Ruling | None:
    return max(answer.rulings.all(), key=lambda each: (each.at, each.pk), default=None)


@register.filter
def may_appeal(answer: Answer) -> bool:
    return not why_not(answer)


@register.filter
def by_criterion(answer: Answer, parts: dict[str, float]) -> list[CriterionLine]:
    """A mark's parts as points of the rubric; empty where the question has none."""
    question = answer.version.asked
    if not isinstance(question, RiskSentence):
        return []
    return [(said(each.name), parts.get(each.id, 0) * each.most, each.most) for each in question.rubric.criteria]


@register.filter
def both_sheets(answer: Answer) -> list[tuple[str, list[tuple[int, str]]]]:
    """By criterion, what each marker gave and what that level says."""
    question, sheets = answer.version.asked, list[MarkingSheet](answer.sheets.all())
    if not isinstance(question, RiskSentence):
        return []
    return [
        (said(each.name), [(sheet.points[each.id], level_words(question, each.id, sheet)) for sheet in sheets])
        for each in question.rubric.criteria
    ]


def level_words(question: RiskSentence, criterion: str, sheet: MarkingSheet) -> str:
    levels = next(each.levels for each in question.rubric.criteria if each.id == criterion)
    return next(said(level.says) for level in levels if level.points == sheet.points[criterion])
