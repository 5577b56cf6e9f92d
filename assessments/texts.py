"""A paper's texts as they are stored: both languages side by side, with the id of every choice.

`pair.said` is the text in the reader's language.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from django.utils.translation import get_language
from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1, max_length=5_000)]
Address = Annotated[str, Meta(pattern="^https?://[^\\s]+$", max_length=500)]
OptionId = Annotated[str, Meta(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]


class Bilingual(Struct, forbid_unknown_fields=True, frozen=True):
    en: Text
    cy: Text

    @property
    def said(self) -> str:
        return self.cy if get_language() == "cy" else self.en


class AddressPair(Struct, forbid_unknown_fields=True, frozen=True):
    en: Address
    cy: Address


class Source(Struct, forbid_unknown_fields=True, frozen=True):
    """Where a fact was read; the address may differ by language."""

    url: Address | AddressPair
    says: Bilingual

    @property
    def address(self) -> str:
        if isinstance(self.url, str):
            return self.url
        return self.url.cy if get_language() == "cy" else self.url.en


class Option(Struct, forbid_unknown_fields=True, frozen=True):
    id: OptionId
    text: Bilingual
    right: bool
    why: Bilingual
    sources: Annotated[list[Source], Meta(max_length=10)] = []


class Choices(Struct, forbid_unknown_fields=True, frozen=True):
    prompt: Bilingual
    options: Annotated[list[Option], Meta(min_length=2, max_length=6)]


class Vignette(Struct, frozen=True):
    case: Bilingual
    prompt: Bilingual
    options: list[Option]
    reasons: Choices


class PaperTexts(Struct, frozen=True):
    title: Bilingual
    lead: Bilingual
    content_note: Bilingual
    counts_for: Bilingual
    counts_not: Bilingual
    awaits_translator: bool


def as_vignette(stored: Any) -> Vignette:
    return msgspec.convert(stored, Vignette)


def as_paper_texts(stored: Any) -> PaperTexts:
    return msgspec.convert(stored, PaperTexts)
