"""A question on its way in or out, with the name it goes by, and what came of a whole file."""

from dataclasses import dataclass

from assessments.exchange.problems import NOWHERE, Place, Problem
from assessments.questions import Question


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is a UUID: the same question of the same file always has the same, so that reading twice makes no second."""

    key: str
    question: Question
    outcome: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds that can be taken in, and everything that is wrong with the rest or was lost on the way."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """A file made of questions, and which of them, or what of them, the format has no place for."""

    raw: bytes
    problems: tuple[Problem, ...] = ()
