"""A question's and a paper's texts in templates, in the reader's language."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from assessments import reading
from assessments.editing.words import KIND_NAMES
from assessments.questions import Question
from assessments.questions.texts import Bilingual, Source
from media.content import markdown

register = template.Library()


@register.filter
def said(text: Bilingual) -> str:
    return reading.said(text)


@register.filter
def called(question: Question) -> str:
    return reading.called(question)


@register.filter
def address(source: Source) -> str:
    return reading.address(source)


@register.filter
def words(text: Bilingual) -> SafeString:
    """With its Markdown as safe HTML."""
    return mark_safe(markdown(reading.said(text)))  # noqa: S308 - cleaned by media.content.markdown


@register.filter
def kind_name(kind: str) -> str:
    return str(KIND_NAMES.get(kind, kind))
