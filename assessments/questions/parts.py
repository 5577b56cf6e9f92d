"""What questions of several kinds are made of. Everything that can be chosen says why, with its source."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from assessments.questions.texts import NOTHING, Bilingual, Id, Source

Sources = Annotated[list[Source], Meta(max_length=10)]
MOST_OPTIONS = 12


class Why(Struct, forbid_unknown_fields=True, frozen=True):
    """A reason with where it was read."""

    why: Bilingual = NOTHING
    sources: Sources = []


class Option(Struct, forbid_unknown_fields=True, frozen=True):
    id: Id
    text: Bilingual
    right: bool
    why: Bilingual = NOTHING
    sources: Sources = []


class Item(Struct, forbid_unknown_fields=True, frozen=True):
    """Something to put in its place, rather than to choose or leave."""

    id: Id
    text: Bilingual
    why: Bilingual = NOTHING
    sources: Sources = []


Options = Annotated[list[Option], Meta(min_length=2, max_length=MOST_OPTIONS)]
Items = Annotated[list[Item], Meta(min_length=2, max_length=MOST_OPTIONS)]


class Choices(Struct, forbid_unknown_fields=True, frozen=True):
    """A second thing to choose inside a question: the reason for a decision, or what is missing."""

    prompt: Bilingual
    options: Options


class Asked(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True, tag_field="kind"):
    """What every question has: what is asked, and a case before it where there is one (Markdown)."""

    prompt: Bilingual
    case: Bilingual | None = None


class Given(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True, tag_field="kind"):
    """What somebody answered. Without values it is the answer of somebody who has not said anything yet."""


Chosen = Annotated[str, Meta(max_length=36)]
ChosenList = Annotated[list[Chosen], Meta(max_length=MOST_OPTIONS)]
