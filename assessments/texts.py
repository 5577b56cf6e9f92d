"""What a paper says of itself, and what it draws from banks, as they are stored."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from assessments.questions.texts import Bilingual, Slug


class PaperTexts(Struct, frozen=True):
    title: Bilingual
    lead: Bilingual
    content_note: Bilingual
    counts_for: Bilingual
    counts_not: Bilingual
    awaits_translator: bool


class Draw(Struct, forbid_unknown_fields=True, frozen=True):
    """So many questions of one outcome of a bank, by their short names; without an outcome, of the whole bank."""

    bank: Slug
    count: Annotated[int, Meta(ge=1, le=60)]
    outcome: Slug | None = None


def as_paper_texts(stored: Any) -> PaperTexts:
    return msgspec.convert(stored, PaperTexts)


def as_draws(stored: Any) -> list[Draw]:
    return msgspec.convert(stored, list[Draw])
