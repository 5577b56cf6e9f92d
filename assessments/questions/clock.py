"""A question about a time limit: what happened when, and by when something has to be done.

The question states its own rule, with the source, and the last day by it; days are not counted here, so that a limit which
changes is changed by a new version of the question.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from assessments.questions.parts import Asked, Given, Sources
from assessments.questions.texts import NOTHING, Bilingual

Moment = Annotated[str, Meta(pattern="^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$")]


class NearMiss(Struct, forbid_unknown_fields=True, frozen=True):
    """A wrong answer that one comes to by a known mistake, and what the mistake was."""

    due: Moment
    why: Bilingual = NOTHING


class Clock(Asked, tag="clock", frozen=True):
    """`due` is a day, or a day with a time where the limit is in hours."""

    due: Moment
    rule: Bilingual
    sources: Sources = []
    near_misses: Annotated[list[NearMiss], Meta(max_length=6)] = []

    @property
    def asks_for_time(self) -> bool:
        return "T" in self.due


class ClockGiven(Given, tag="clock", frozen=True):
    due: Annotated[str, Meta(max_length=16)] = ""
