"""A question's texts: both languages side by side, so that a reader may change language in the middle.

A side may be empty while a question is being written or was brought in from a file of one language. `completeness` finds
such places, and no paper asks a question that has one.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Text = Annotated[str, Meta(max_length=5_000)]
ShortLine = Annotated[str, Meta(max_length=500)]
Address = Annotated[str, Meta(pattern="^https?://[^\\s]+$", max_length=500)]
Id = Annotated[str, Meta(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Slug = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class Bilingual(Struct, forbid_unknown_fields=True, frozen=True):
    en: Text
    cy: Text

    def in_language(self, code: str) -> str:
        return self.cy if code == "cy" else self.en


NOTHING = Bilingual("", "")

SPACE = "\t\n\r"
CONTROLS = dict.fromkeys(code for code in range(32) if chr(code) not in SPACE)


def readable(text: str) -> str:
    """Without what nobody can see: the database has no place for a NUL, and XML none for the others."""
    return text.translate(CONTROLS)


class AddressPair(Struct, forbid_unknown_fields=True, frozen=True):
    en: Address
    cy: Address


class Source(Struct, forbid_unknown_fields=True, frozen=True):
    """Where a fact was read; the address may differ by language."""

    url: Address | AddressPair
    says: Bilingual

    def address_in(self, code: str) -> str:
        if isinstance(self.url, str):
            return self.url
        return self.url.cy if code == "cy" else self.url.en
