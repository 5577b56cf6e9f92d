"""Pages of questions that are answered in one's own words, or with a day."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext as _

from assessments.asking.fields import Field
from assessments.asking.posted import one
from assessments.questions.clock import Clock, ClockGiven
from assessments.questions.fitting import is_moment
from assessments.questions.writing import RiskSentence, RiskSentenceGiven, ShortText, ShortTextGiven
from assessments.reading import said

SHORT, LONG = 500, 2_000


def short_text(question: ShortText, given: ShortTextGiven, _seed: int) -> list[Field]:
    hint = _("A word or two, in Welsh or in English.")
    need = _("Write your answer, then go on.")
    is_open = not given.text.strip()
    return [asked("input", question, given.text, hint=hint, need=need, is_open=is_open)]


def read_short_text(_question: ShortText, posted: QueryDict) -> ShortTextGiven:
    return ShortTextGiven(text=one(posted, "text", SHORT))


def risk_sentence(question: RiskSentence, given: RiskSentenceGiven, _seed: int) -> list[Field]:
    hint = _("In Welsh or in English. A person reads and marks it, without your name. Name no real child.")
    need = _("Write your sentence, then go on.")
    is_open = not given.text.strip()
    return [asked("textarea", question, given.text, hint=hint, need=need, is_open=is_open)]


def asked(part: str, question: ShortText | RiskSentence, text: str, *, hint: str, need: str, is_open: bool) -> Field:
    return Field("text", part, said(question.prompt), value=text, hint=hint, need=need, is_open=is_open, asks=True)


def read_risk_sentence(_question: RiskSentence, posted: QueryDict) -> RiskSentenceGiven:
    return RiskSentenceGiven(text=one(posted, "text", LONG))


def clock(question: Clock, given: ClockGiven, _seed: int) -> list[Field]:
    day, _t, time = given.due.partition("T")
    need = _("Enter a day, then go on.")
    is_open = not is_moment(day, with_time=False)
    prompt = said(question.prompt)
    found = [Field("day", "input", prompt, value=day, type="date", need=need, is_open=is_open, asks=True)]
    if question.asks_for_time:
        need = _("Enter a time, then go on.")
        is_open = not is_moment(f"2000-01-01T{time}", with_time=True)
        found.append(Field("time", "input", _("Time"), value=time, type="time", need=need, is_open=is_open))
    return found


def read_clock(question: Clock, posted: QueryDict) -> ClockGiven:
    day, time = one(posted, "day", 10), one(posted, "time", 5)
    return ClockGiven(due=f"{day}T{time}" if question.asks_for_time and time else day)
