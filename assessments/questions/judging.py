"""Questions of judgement: a case decided for a reason, or a place on a scale.

An expert panel's spread is shown where a panel has really judged, and says who entered it. Nobody invents one: without it a
scale is for thinking and not for marks.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from assessments.questions.parts import Asked, Choices, Chosen, Given, Options, Sources
from assessments.questions.texts import NOTHING, Bilingual, ShortLine

Count = Annotated[int, Meta(ge=0, le=1_000)]


class Panel(Struct, forbid_unknown_fields=True, frozen=True):
    """How many of a panel chose what: by option id, or by step of the scale written as a digit."""

    entered_by: Annotated[ShortLine, Meta(min_length=1)]
    who: Bilingual
    counts: Annotated[dict[Chosen, Count], Meta(min_length=1, max_length=12)]

    @property
    def size(self) -> int:
        return sum(self.counts.values())


class Vignette(Asked, tag="vignette", frozen=True):
    """A case, perhaps in parts; the best decision, and what should weigh most in it. Both have to be right."""

    options: Options
    reasons: Choices
    more: Annotated[list[Bilingual], Meta(max_length=6)] = []  # the case's further parts, in order
    panel: Panel | None = None


class VignetteGiven(Given, tag="vignette", frozen=True):
    decision: Chosen = ""
    reason: Chosen = ""


class Judgement(Asked, tag="judgement", frozen=True):
    """A place between two ends, from 1 to `steps`."""

    steps: Annotated[int, Meta(ge=3, le=10)]
    least: Bilingual
    most: Bilingual
    panel: Panel | None = None
    why: Bilingual = NOTHING
    sources: Sources = []


class JudgementGiven(Given, tag="judgement", frozen=True):
    step: Annotated[int, Meta(ge=1, le=10)] | None = None
