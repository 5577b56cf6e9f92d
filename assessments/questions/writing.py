"""Questions answered in one's own words: a short text known beforehand, or a sentence that a person reads and marks."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from assessments.questions.parts import Asked, Given, Sources
from assessments.questions.texts import NOTHING, Bilingual, ShortLine, Slug

Accepted = Annotated[list[Annotated[ShortLine, Meta(min_length=1)]], Meta(max_length=20)]


class AcceptedAnswers(Struct, forbid_unknown_fields=True, frozen=True):
    """Right answers in each language. Either language's is right, whichever page it was given on."""

    en: Accepted
    cy: Accepted


class ShortText(Asked, tag="short-text", frozen=True):
    """Spaces and the shape of an apostrophe never matter; capitals and accents only where the question says so."""

    accepted: AcceptedAnswers
    capitals_matter: bool = False
    accents_matter: bool = False
    why: Bilingual = NOTHING
    sources: Sources = []


class ShortTextGiven(Given, tag="short-text", frozen=True):
    text: ShortLine = ""


class Level(Struct, forbid_unknown_fields=True, frozen=True):
    """What earns so many points at one criterion."""

    points: Annotated[int, Meta(ge=0, le=10)]
    says: Bilingual


class Criterion(Struct, forbid_unknown_fields=True, frozen=True):
    id: Slug
    name: Bilingual
    levels: Annotated[list[Level], Meta(min_length=2, max_length=6)]

    @property
    def most(self) -> int:
        return max(level.points for level in self.levels)


class Rubric(Struct, forbid_unknown_fields=True, frozen=True):
    """By what written work is marked. Two markers who differ by more than `tolerance` points in all need a third."""

    criteria: Annotated[list[Criterion], Meta(min_length=1, max_length=8)]
    tolerance: Annotated[int, Meta(ge=0, le=20)] = 1
    ours: bool = True  # our own wording, which nobody in the field has agreed to yet

    @property
    def most(self) -> int:
        return sum(criterion.most for criterion in self.criteria)


class RiskSentence(Asked, tag="risk-sentence", frozen=True):
    """A sentence that says the harm, its impact, how likely it is, and on what evidence. A person marks it."""

    rubric: Rubric
    example: Bilingual | None = None  # shown afterwards
    sources: Sources = []


class RiskSentenceGiven(Given, tag="risk-sentence", frozen=True):
    text: Annotated[str, Meta(max_length=2_000)] = ""
