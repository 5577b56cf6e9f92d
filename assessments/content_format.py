"""The formats of a bank's file and a paper's, as types: docs/course-content.md explains them to writers.

An unknown key is an error; sizes are bounded here, before anything is made of the text. A question's own keys are those of
its kind (assessments.questions), with its `id` and `outcome` beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from assessments.questions import Question, read_question
from assessments.questions.texts import Bilingual, Slug
from assessments.texts import Draw

Welsh = Literal["awaiting-translator", "reviewed"]
Path = Annotated[str, Meta(pattern="^/", max_length=300)]


class PathPair(Struct, forbid_unknown_fields=True, frozen=True):
    en: Path
    cy: Path


class OutcomeFile(Struct, forbid_unknown_fields=True, frozen=True):
    slug: Slug
    name: Bilingual
    read_again: PathPair | None = None


Entries = list[dict[str, Any]]


class BankFile(Struct, forbid_unknown_fields=True, frozen=True):
    uuid: UUID
    slug: Slug
    title: Bilingual
    welsh: Welsh
    outcomes: Annotated[list[OutcomeFile], Meta(min_length=1, max_length=30)]
    questions: Annotated[Entries, Meta(min_length=1, max_length=500)]


class PaperFile(Struct, forbid_unknown_fields=True, frozen=True):
    uuid: UUID
    slug: Slug
    title: Bilingual
    welsh: Welsh
    lead: Bilingual
    content_note: Bilingual
    counts_for: Bilingual
    counts_not: Bilingual
    pass_mark: Annotated[int, Meta(ge=1, le=60)]
    tries: Annotated[int, Meta(ge=1, le=100)]
    minutes: Annotated[int, Meta(ge=1, le=240)]
    purpose: Literal["closing", "practice", "before", "later"] = "closing"
    questions: Annotated[Entries, Meta(max_length=60)] = []
    outcomes: Annotated[list[OutcomeFile], Meta(max_length=30)] = []
    draws: Annotated[list[Draw], Meta(max_length=30)] = []
    shuffled: bool = False
    outcome_marks: Annotated[dict[Slug, Annotated[float, Meta(ge=0, le=1)]], Meta(max_length=30)] = {}
    wait_hours: Annotated[int, Meta(ge=0, le=720)] = 0
    limit_minutes: Annotated[int, Meta(ge=5, le=600)] | None = None
    follows: UUID | None = None
    follows_weeks: Annotated[int, Meta(ge=1, le=52)] = 6


@dataclass(frozen=True)
class WrittenQuestion:
    key: UUID
    outcome: str
    asked: Question


class Label(Struct, frozen=True):
    id: UUID
    outcome: Slug | Literal[""] = ""


def written_question(entry: dict[str, Any]) -> WrittenQuestion:
    """Raises msgspec.ValidationError, whose text names the place."""
    label = msgspec.convert(entry, Label)
    rest = {key: value for key, value in entry.items() if key not in ("id", "outcome")}
    return WrittenQuestion(label.id, label.outcome, read_question(rest))
