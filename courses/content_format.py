"""The format of content files, as types: docs/course-content.md explains it to writers.

Every text is a pair {en, cy}; an unknown key is an error, since a mistyped one would lose what stands under it. Sizes are
bounded here, before anything is made of the text.
"""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

Line = Annotated[str, Meta(min_length=1, max_length=300)]
Prose = Annotated[str, Meta(min_length=1, max_length=5_000)]
SlugText = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Address = Annotated[str, Meta(pattern="^https?://[^\\s]+$", max_length=500)]
Welsh = Literal["awaiting-translator", "reviewed"]


class Record(Struct, forbid_unknown_fields=True, kw_only=True):
    """A part of a file: exactly these keys."""


class SlugPair(Record):
    en: SlugText
    cy: SlugText


class LinePair(Record):
    en: Line
    cy: Line


class ProsePair(Record):
    en: Prose
    cy: Prose


class AddressPair(Record):
    en: Address
    cy: Address


class Source(Record):
    """Where a fact was read; the address may differ by language."""

    url: Address | AddressPair
    says: LinePair


Sources = Annotated[list[Source], Meta(max_length=10)]


class TextFile(Record, tag="text", tag_field="type"):
    id: UUID
    text: ProsePair
    heading: LinePair | None = None
    sources: Sources = []


class KeyPointFile(Record, tag="key_point", tag_field="type"):
    id: UUID
    text: ProsePair
    sources: Sources = []


class QuoteFile(Record, tag="quote", tag_field="type"):
    """`words` in the language `spoken`; `meaning` for readers of the other."""

    id: UUID
    words: Prose
    spoken: Literal["cy", "en"]
    who: LinePair
    meaning: Prose | None = None


class TermFile(Record, tag="term", tag_field="type"):
    """`word` is a key of glossary.yaml, where the term is explained once for all lessons."""

    id: UUID
    word: SlugText


class OptionFile(Record):
    id: UUID
    text: LinePair
    right: bool
    answer: ProsePair
    sources: Sources = []


class QuestionFile(Record, tag="question", tag_field="type"):
    id: UUID
    prompt: ProsePair
    options: Annotated[list[OptionFile], Meta(min_length=2, max_length=6)]


class InteractiveFile(Record, tag="interactive", tag_field="type"):
    """`exercise` is the `uuid` of one in media/content_types/contents."""

    id: UUID
    exercise: UUID


LessonBlock = TextFile | KeyPointFile | QuoteFile | TermFile | QuestionFile | InteractiveFile


class PageFile(Record, kw_only=True):
    """What every page's file says."""

    uuid: UUID
    slug: SlugPair
    title: LinePair
    welsh: Welsh


class IndexFile(PageFile, kw_only=True, tag="index", tag_field="type"):
    lead: ProsePair
    text: ProsePair | None = None


class OutcomeFile(Record):
    id: UUID
    text: LinePair


class CourseFile(PageFile, kw_only=True, tag="course", tag_field="type"):
    """`paper` is the slug of the closing assessment, `paper_before` of one that shows what may be skipped; `sources` are those of `why`; an outcome begins with “I can”."""

    lead: ProsePair
    why: ProsePair | None = None
    sources: Sources = []
    outcomes: Annotated[list[OutcomeFile], Meta(max_length=8)] = []
    group: Literal["", "A", "B", "C", "D", "E", "F"] = ""
    content_note: ProsePair
    counts_for: ProsePair
    counts_for_sources: Sources = []
    counts_not: ProsePair
    paper: SlugText = ""
    paper_before: SlugText = ""


class LessonFile(PageFile, kw_only=True, tag="lesson", tag_field="type"):
    lead: ProsePair
    minutes: Annotated[int, Meta(ge=1, le=60)]
    content_note: ProsePair
    blocks: Annotated[list[LessonBlock], Meta(min_length=1, max_length=40)]


class PlainFile(PageFile, kw_only=True, tag="page", tag_field="type"):
    lead: ProsePair | None = None
    blocks: Annotated[list[TextFile | KeyPointFile], Meta(min_length=1, max_length=60)]


class Word(Record):
    """A term explained; `ours` where the definition is in our own words alone."""

    term: LinePair
    definition: ProsePair
    sources: Sources = []
    ours: bool = False


class GlossaryFile(Record, tag="glossary", tag_field="type"):
    welsh: Welsh
    words: Annotated[dict[SlugText, Word], Meta(max_length=500)]


AnyFile = IndexFile | CourseFile | LessonFile | PlainFile | GlossaryFile
Glossary = dict[str, Word]
