"""Marks of what was written. A short text is compared by rule; a sentence about risk waits for a person with the rubric."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from assessments.marking.marks import Mark
from assessments.questions.clock import Clock, ClockGiven
from assessments.questions.writing import RiskSentence, RiskSentenceGiven, ShortText, ShortTextGiven

APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})


def short_text(question: ShortText, given: ShortTextGiven) -> Mark:
    said = plain(given.text, question)
    accepted = [*question.accepted.en, *question.accepted.cy]
    return Mark(float(bool(said) and any(plain(each, question) == said for each in accepted)))


def plain(text: str, question: ShortText) -> str:
    """The text without what does not matter: spaces too many, a full stop at the end, and by the question's rules more."""
    text = " ".join(unicodedata.normalize("NFC", text).translate(APOSTROPHES).split()).rstrip(".!? ")
    if not question.accents_matter:
        letters = unicodedata.normalize("NFD", text)
        text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return text if question.capitals_matter else text.casefold()


def clock(question: Clock, given: ClockGiven) -> Mark:
    return Mark(float(given.due == question.due))


def risk_sentence(question: RiskSentence, given: RiskSentenceGiven) -> Mark:
    return Mark(0.0, awaits_person=bool(given.text.strip()))


def by_rubric(question: RiskSentence, points: Mapping[str, int]) -> Mark:
    """The mark a person gives: points by criterion, each at most what its levels allow."""
    parts = {
        criterion.id: min(max(points.get(criterion.id, 0), 0), criterion.most) / criterion.most
        if criterion.most
        else 0.0
        for criterion in question.rubric.criteria
    }
    earned = sum(parts[criterion.id] * criterion.most for criterion in question.rubric.criteria)
    return Mark(earned / question.rubric.most if question.rubric.most else 0.0, parts)
