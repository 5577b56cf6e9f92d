"""Marks of what was chosen. A wrong choice takes away what a right one earns, so that choosing everything earns nothing."""

from __future__ import annotations

from collections.abc import Iterable

from assessments.marking.marks import Mark
from assessments.questions.choosing import (
    MultipleChoice,
    MultipleChoiceGiven,
    SingleChoice,
    SingleChoiceGiven,
    TrueFalse,
    TrueFalseGiven,
)
from assessments.questions.judging import Judgement, JudgementGiven, Vignette, VignetteGiven
from assessments.questions.parts import Option


def right_ids(options: Iterable[Option]) -> frozenset[str]:
    return frozenset(option.id for option in options if option.right)


def single_choice(question: SingleChoice, given: SingleChoiceGiven) -> Mark:
    return Mark(float(given.option in right_ids(question.options)))


def multiple_choice(question: MultipleChoice, given: MultipleChoiceGiven) -> Mark:
    return Mark(share_of_chosen(question.options, given.options))


def share_of_chosen(options: Iterable[Option], chosen: Iterable[str]) -> float:
    """Right ones less wrong ones, of all that are right; never below nothing."""
    options = list(options)
    right, offered, made = right_ids(options), {option.id for option in options}, set(chosen)
    earned = len(made & right) - len((made & offered) - right)
    return max(0, earned) / len(right) if right else 0.0


def true_false(question: TrueFalse, given: TrueFalseGiven) -> Mark:
    """The right answer for a weak reason is a guess that will not hold at the next door."""
    parts = {"answer": float(given.true is question.true)}
    if question.reasons:
        parts["reason"] = float(given.reason in right_ids(question.reasons.options))
    return Mark(float(all(parts.values())), parts)


def vignette(question: Vignette, given: VignetteGiven) -> Mark:
    """Right when the decision and the reason both are."""
    parts = {
        "decision": float(given.decision in right_ids(question.options)),
        "reason": float(given.reason in right_ids(question.reasons.options)),
    }
    return Mark(float(all(parts.values())), parts)


def judgement(question: Judgement, given: JudgementGiven) -> Mark:
    """As many of the panel as chose the same step, of as many as chose the commonest one. Without a panel it does not count."""
    if given.step is None or given.step > question.steps:
        return Mark(0.0, counts=bool(question.panel))
    if not question.panel:
        return Mark(1.0, counts=False)
    most = max(question.panel.counts.values())
    return Mark(question.panel.counts.get(str(given.step), 0) / most if most else 0.0)
