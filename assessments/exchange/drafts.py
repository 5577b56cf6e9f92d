"""A question in one language as a file of another system has it, before it is known whether we can take it.

Every format reads into drafts and is written from them; `building` makes questions of drafts, and `taking_apart` drafts of
questions. So what a question needs is checked in one place, whatever the file was.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Required, TypedDict

from assessments.exchange.problems import NOWHERE, Place


class Kind(StrEnum):
    """The kinds that other systems know too, by the tag that questions have."""

    SINGLE = "single-choice"
    MULTIPLE = "multiple-choice"
    TRUE_FALSE = "true-false"
    ORDER = "order"
    MATCH = "match"
    SHORT_TEXT = "short-text"


@dataclass(frozen=True, slots=True)
class DraftOption:
    """A choice, something to put in order, or a stem that belongs to a target."""

    text: str
    right: bool = False
    why: str = ""
    id: str = ""
    target: int | None = None  # which of the draft's targets, from 0


@dataclass(frozen=True, slots=True)
class Draft:
    """`key` is what the file calls the question; `why` is for the whole of it. Texts are plain or a little Markdown."""

    kind: Kind
    prompt: str
    case: str = ""
    key: str = ""
    outcome: str = ""
    options: tuple[DraftOption, ...] = ()
    targets: tuple[DraftOption, ...] = ()
    accepted: tuple[str, ...] = ()
    capitals_matter: bool = False
    accents_matter: bool = False
    true: bool = False
    when_true: str = ""
    when_false: str = ""
    why: str = ""
    place: Place = field(default=NOWHERE, compare=False)


class Answered(TypedDict, total=False):
    """What a draft has beyond what is asked: its kind, and what that kind has."""

    kind: Required[Kind]
    options: tuple[DraftOption, ...]
    targets: tuple[DraftOption, ...]
    accepted: tuple[str, ...]
    capitals_matter: bool
    true: bool
    when_true: str
    when_false: str
    why: str
