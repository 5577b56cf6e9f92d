"""Texts in the reader's language: the one place where a question's two languages meet who reads it."""

from __future__ import annotations

from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import get_language

from assessments.questions import Question
from assessments.questions.texts import Bilingual, Source
from media.content import markdown


def code() -> str:
    return "cy" if get_language() == "cy" else "en"


def said(text: Bilingual) -> str:
    return text.in_language(code())


def address(source: Source) -> str:
    return source.address_in(code())


def called(question: Question) -> str:
    """A question's name in lists: what is asked, after the beginning of its case, since several cases may ask the same."""
    asked = either(question.prompt)
    if not question.case:
        return asked
    case = Truncator(strip_tags(markdown(either(question.case))).strip()).chars(45)
    return f"{case} · {asked}" if case else asked


def either(text: Bilingual) -> str:
    """In the reader's language, or in the other while one is still to be written."""
    return said(text) or text.en or text.cy
