"""The format of a paper's file, as types: docs/course-content.md explains it to writers.

An unknown key is an error; sizes are bounded here, before anything is made of the text.
"""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from assessments.texts import Bilingual, Choices, Option

SlugText = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class QuestionFile(Struct, forbid_unknown_fields=True, frozen=True):
    id: UUID
    kind: Literal["vignette"]
    case: Bilingual
    prompt: Bilingual
    options: Annotated[list[Option], Meta(min_length=2, max_length=6)]
    reasons: Choices


class PaperFile(Struct, forbid_unknown_fields=True, frozen=True):
    uuid: UUID
    slug: SlugText
    title: Bilingual
    welsh: Literal["awaiting-translator", "reviewed"]
    lead: Bilingual
    content_note: Bilingual
    counts_for: Bilingual
    counts_not: Bilingual
    pass_mark: Annotated[int, Meta(ge=1, le=60)]
    tries: Annotated[int, Meta(ge=1, le=20)]
    minutes: Annotated[int, Meta(ge=1, le=240)]
    questions: Annotated[list[QuestionFile], Meta(min_length=1, max_length=60)]
