"""What all sections are made of."""

import msgspec

Texts = dict[str, str]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of what is sent."""


class Utterance(Section, frozen=True):
    """What somebody typed: the caller's id for it, and its language."""

    utterance: str
    language: str
