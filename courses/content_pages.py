"""Turns what a content file says into the fields of a page in one language.

Ids of list items that a file does not name (its sources) are worked out from the block's own, so that both languages'
pages hold the same ones and loading again changes none.
"""

from __future__ import annotations

import json
from functools import singledispatch
from typing import Any
from uuid import UUID, uuid5

from courses.content_format import (
    CourseFile,
    Glossary,
    IndexFile,
    InteractiveFile,
    KeyPointFile,
    LessonBlock,
    LessonFile,
    LinePair,
    PageFile,
    PlainFile,
    ProsePair,
    QuestionFile,
    QuoteFile,
    Source,
    TermFile,
    TextFile,
    Word,
)
from media.content import markdown
from media.models import InteractiveContent

Raw = dict[str, Any]  # JSON, as StreamField stores it


def said(pair: LinePair | ProsePair | None, language: str) -> str:
    return str(getattr(pair, language)) if pair else ""


def fields_of(contents: PageFile, glossary: Glossary, language: str) -> dict[str, object]:
    """Names and values of the page's fields in this language."""
    return {
        "title": said(contents.title, language),
        "slug": getattr(contents.slug, language),
        "awaits_translator": contents.welsh == "awaiting-translator",
        **own_fields(contents, glossary, language),
    }


@singledispatch
def own_fields(contents: PageFile, glossary: Glossary, language: str) -> dict[str, object]:
    raise TypeError(contents)


@own_fields.register
def _(contents: IndexFile, glossary: Glossary, language: str) -> dict[str, object]:
    return {"lead": said(contents.lead, language), "text": markdown(said(contents.text, language))}


@own_fields.register
def _(contents: CourseFile, glossary: Glossary, language: str) -> dict[str, object]:
    return {
        "lead": said(contents.lead, language),
        "why": markdown(said(contents.why, language)),
        "group": contents.group,
        "content_note": said(contents.content_note, language),
        "counts_for": markdown(said(contents.counts_for, language)),
        "counts_not": markdown(said(contents.counts_not, language)),
        "paper": contents.paper,
        "paper_before": contents.paper_before,
        "outcomes": json.dumps(
            [{"id": str(each.id), "type": "outcome", "value": said(each.text, language)} for each in contents.outcomes]
        ),
        "sources": json.dumps(
            [
                {"id": item["id"], "type": "source", "value": item["value"]}
                for item in items(contents.uuid, [*contents.sources, *contents.counts_for_sources], language)
            ]
        ),
    }


@own_fields.register
def _(contents: LessonFile, glossary: Glossary, language: str) -> dict[str, object]:
    return {
        "lead": said(contents.lead, language),
        "minutes": contents.minutes,
        "content_note": said(contents.content_note, language),
        "body": stream(contents.blocks, glossary, language),
    }


@own_fields.register
def _(contents: PlainFile, glossary: Glossary, language: str) -> dict[str, object]:
    return {"lead": said(contents.lead, language), "body": stream(list(contents.blocks), glossary, language)}


def stream(blocks: list[LessonBlock], glossary: Glossary, language: str) -> str:
    return json.dumps([raw_block(block, glossary, language) for block in blocks])


def raw_block(block: LessonBlock, glossary: Glossary, language: str) -> Raw:
    value = term(block, glossary[block.word], language) if isinstance(block, TermFile) else value_of(block, language)
    return {"id": str(block.id), "type": block_type(block), "value": value}


def block_type(block: LessonBlock) -> str:
    return str(type(block).__struct_config__.tag)


@singledispatch
def value_of(block: LessonBlock, language: str) -> Raw:
    raise TypeError(block)


@value_of.register
def _(block: TextFile, language: str) -> Raw:
    return {
        "heading": said(block.heading, language),
        "text": markdown(said(block.text, language)),
        "sources": items(block.id, block.sources, language),
    }


@value_of.register
def _(block: KeyPointFile, language: str) -> Raw:
    return {"text": markdown(said(block.text, language)), "sources": items(block.id, block.sources, language)}


@value_of.register
def _(block: QuoteFile, language: str) -> Raw:
    meaning = block.meaning if language != block.spoken else ""
    return {"words": block.words, "who": said(block.who, language), "spoken": block.spoken, "meaning": meaning or ""}


def term(block: TermFile, word: Word, language: str) -> Raw:
    other = "en" if language == "cy" else "cy"
    return {
        "term": said(word.term, language),
        "other_language": said(word.term, other),
        "definition": said(word.definition, language),
        "sources": items(block.id, word.sources, language),
    }


@value_of.register
def _(block: QuestionFile, language: str) -> Raw:
    options = [
        {
            "id": str(option.id),
            "type": "item",
            "value": {
                "text": said(option.text, language),
                "right": option.right,
                "answer": markdown(said(option.answer, language)),
                "sources": items(option.id, option.sources, language),
            },
        }
        for option in block.options
    ]
    return {"prompt": said(block.prompt, language), "options": options}


@value_of.register
def _(block: InteractiveFile, language: str) -> Raw:
    """The exercises are loaded before the courses; the number that one has here is found by its own key."""
    return {"content": InteractiveContent.objects.values_list("pk", flat=True).get(key=block.exercise)}


def items(parent: UUID, sources: list[Source], language: str) -> list[Raw]:
    return [
        {
            "id": str(uuid5(parent, f"source {place}")),
            "type": "item",
            "value": {"url": address(source, language), "says": said(source.says, language)},
        }
        for place, source in enumerate(sources)
    ]


def address(source: Source, language: str) -> str:
    return source.url if isinstance(source.url, str) else str(getattr(source.url, language))
