"""Texts in the reader's language: the one place where a question's two languages meet who reads it."""

from __future__ import annotations

from django.utils.translation import get_language

from assessments.questions.texts import Bilingual, Source


def code() -> str:
    return "cy" if get_language() == "cy" else "en"


def said(text: Bilingual) -> str:
    return text.in_language(code())


def address(source: Source) -> str:
    return source.address_in(code())
