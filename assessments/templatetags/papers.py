"""A paper's texts in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from assessments.texts import Bilingual
from media.content import markdown

register = template.Library()


@register.filter
def words(text: Bilingual) -> SafeString:
    """A text of a paper in the reader's language, its Markdown as safe HTML."""
    return mark_safe(markdown(text.said))  # noqa: S308 - cleaned by media.content.markdown
