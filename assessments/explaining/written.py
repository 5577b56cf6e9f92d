"""What was written or placed on a scale, beside what the question expects."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.asking.choosing import step_words
from assessments.explaining.lines import Block, Line
from assessments.marking import mark
from assessments.questions.clock import Clock, ClockGiven
from assessments.questions.fitting import is_moment
from assessments.questions.judging import Judgement, JudgementGiven
from assessments.questions.texts import NOTHING, Bilingual
from assessments.questions.writing import RiskSentence, RiskSentenceGiven, ShortText, ShortTextGiven
from assessments.reading import code, said


def short_text_block(question: ShortText, given: ShortTextGiven) -> Block:
    accepted = question.accepted.cy if code() == "cy" else question.accepted.en
    right = mark(question, given).right
    lines = [Line(given.text, chosen=True, right=right)] if given.text else []
    if not right:
        lines.append(Line(" / ".join(accepted), right=True))
    lines[-1] = Line(lines[-1].text, lines[-1].chosen, lines[-1].right, why=question.why, sources=question.sources)
    return Block(said(question.prompt), lines)


def judgement_block(question: Judgement, given: JudgementGiven) -> Block:
    counts = question.panel.counts if question.panel else None
    most = max(counts.values()) if counts else None
    lines = [
        Line(
            step_words(question, step),
            chosen=step == given.step,
            right=counts is not None and counts.get(str(step), 0) == most,
            panel=counts.get(str(step), 0) if counts is not None else None,
        )
        for step in range(1, question.steps + 1)
    ]
    lines.append(Line("", why=question.why, sources=question.sources))
    return Block(said(question.prompt), lines, panel=question.panel)


def risk_sentence_block(question: RiskSentence, given: RiskSentenceGiven) -> Block:
    """What was written, then one way of writing it."""
    lines = [Line(given.text, chosen=True, sources=question.sources)]
    if question.example:
        lines.append(Line(_("One way of writing it"), why=question.example))
    return Block(said(question.prompt), lines)


def clock_block(question: Clock, given: ClockGiven) -> Block:
    right = given.due == question.due
    missed = next((miss.why for miss in question.near_misses if miss.due == given.due), NOTHING)
    lines = [] if right or not given.due else [Line(moment_words(given.due), chosen=True, why=missed)]
    rule: Bilingual = question.rule
    lines.append(Line(moment_words(question.due), right, True, why=rule, sources=question.sources))
    return Block(said(question.prompt), lines)


def moment_words(moment: str) -> str:
    for with_time, pattern in ((True, "l j F Y, H:i"), (False, "l j F Y")):
        if is_moment(moment, with_time):
            return str(date_format(datetime.fromisoformat(moment), pattern))
    return moment or "–"
