"""Pages of questions that are answered by choosing."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext as _

from assessments.asking.fields import Field, boxes, radios
from assessments.asking.mixing import mixed
from assessments.asking.posted import one, several
from assessments.questions.choosing import (
    MultipleChoice,
    MultipleChoiceGiven,
    SingleChoice,
    SingleChoiceGiven,
    TrueFalse,
    TrueFalseGiven,
)
from assessments.questions.judging import Judgement, JudgementGiven, Vignette, VignetteGiven
from assessments.reading import said

TRUTH = {"true": True, "false": False}


def single_choice(question: SingleChoice, given: SingleChoiceGiven, seed: int) -> list[Field]:
    need = _("Choose an answer, then go on.")
    return [radios("option", said(question.prompt), mixed(question.options, seed), given.option, need)]


def read_single_choice(_question: SingleChoice, posted: QueryDict) -> SingleChoiceGiven:
    return SingleChoiceGiven(option=one(posted, "option"))


def multiple_choice(question: MultipleChoice, given: MultipleChoiceGiven, seed: int) -> list[Field]:
    need = _("Choose at least one answer, then go on.")
    return [boxes("options", said(question.prompt), mixed(question.options, seed), given.options, need)]


def read_multiple_choice(_question: MultipleChoice, posted: QueryDict) -> MultipleChoiceGiven:
    return MultipleChoiceGiven(options=several(posted, "options"))


def true_false(question: TrueFalse, given: TrueFalseGiven, seed: int) -> list[Field]:
    found = [truth_of(question, given)]
    if question.reasons:
        options = mixed(question.reasons.options, seed)
        need = _("Choose the strongest reason, then go on.")
        found.append(radios("reason", said(question.reasons.prompt), options, given.reason, need))
    return found


def truth_of(question: TrueFalse, given: TrueFalseGiven) -> Field:
    words = {"true": _("True"), "false": _("False")}
    items: list[dict[str, object]] = [
        {"value": value, "text": text, "checked": given.true is TRUTH[value]} for value, text in words.items()
    ]
    need = _("Choose true or false, then go on.")
    return Field("true", "radios", said(question.prompt), items, need=need, is_open=given.true is None)


def read_true_false(_question: TrueFalse, posted: QueryDict) -> TrueFalseGiven:
    return TrueFalseGiven(true=TRUTH.get(one(posted, "true")), reason=one(posted, "reason"))


def vignette(question: Vignette, given: VignetteGiven, seed: int) -> list[Field]:
    decisions = mixed(question.options, seed)
    reasons = mixed(question.reasons.options, seed)
    need, need_reason = _("Choose what you would do, then go on."), _("Choose the strongest reason, then go on.")
    return [
        radios("decision", said(question.prompt), decisions, given.decision, need),
        radios("reason", said(question.reasons.prompt), reasons, given.reason, need_reason),
    ]


def read_vignette(_question: Vignette, posted: QueryDict) -> VignetteGiven:
    return VignetteGiven(decision=one(posted, "decision"), reason=one(posted, "reason"))


def judgement(question: Judgement, given: JudgementGiven, _seed: int) -> list[Field]:
    items: list[dict[str, object]] = [
        {"value": str(step), "text": step_words(question, step), "checked": step == given.step}
        for step in range(1, question.steps + 1)
    ]
    need = _("Choose a place on the scale, then go on.")
    return [Field("step", "radios", said(question.prompt), items, need=need, is_open=given.step is None)]


def step_words(question: Judgement, step: int) -> str:
    """A step's number, and at either end what it means."""
    ends = {1: question.least, question.steps: question.most}
    return f"{step} – {said(ends[step])}" if step in ends else str(step)


def read_judgement(question: Judgement, posted: QueryDict) -> JudgementGiven:
    step = one(posted, "step", 2)
    is_step = step.isascii() and step.isdigit() and 1 <= int(step) <= question.steps
    return JudgementGiven(step=int(step) if is_step else None)
