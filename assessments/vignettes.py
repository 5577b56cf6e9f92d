"""How a paper is marked: pure rules, so that a mark can be worked out again from the answers, by anybody, at any time.

A vignette has two parts: what to do (a decision) and the strongest reason for it. A question is right when both are: the
right thing for a weak reason is a guess that will not hold at the next door. Confidence is never marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """The answers that count as right at one question, by option id."""

    question: str
    decisions: frozenset[str]
    reasons: frozenset[str]  # empty: the question asks for none


@dataclass(frozen=True)
class Given:
    """What a person answered at one question; an empty string where they chose nothing."""

    decision: str
    reason: str = ""


@dataclass(frozen=True)
class Mark:
    question: str
    decision_right: bool
    reason_right: bool

    @property
    def right(self) -> bool:
        return self.decision_right and self.reason_right


@dataclass(frozen=True)
class Result:
    """`right` of `out_of` questions; passed when at least `pass_mark` are right."""

    marks: tuple[Mark, ...]
    pass_mark: int

    @property
    def right(self) -> int:
        return sum(mark.right for mark in self.marks)

    @property
    def out_of(self) -> int:
        return len(self.marks)

    @property
    def passed(self) -> bool:
        return self.right >= self.pass_mark


def mark(keys: Iterable[Key], given: Mapping[str, Given], pass_mark: int) -> Result:
    """Mark the answers to a paper. A question without an answer is not right; an answer to no question is ignored."""
    return Result(tuple(mark_question(key, given.get(key.question, Given(""))) for key in keys), pass_mark)


def mark_question(key: Key, given: Given) -> Mark:
    return Mark(
        key.question,
        decision_right=given.decision in key.decisions,
        reason_right=not key.reasons or given.reason in key.reasons,
    )
