"""Words of the page of files."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.questions.texts import Bilingual
from assessments.reading import said
from assessments.taking_in import Fate

register = template.Library()
FATES: dict[Fate, Promise] = {
    Fate.NEW: _("comes in new"),
    Fate.CHANGED: _("becomes the next version of one that is here"),
    Fate.SAME: _("is here already, and stays as it is"),
    Fate.KEPT_OUT: _("is left out"),
}


@register.filter
def fate_words(fate: Fate) -> Promise:
    return FATES[fate]


@register.filter
def either(text: Bilingual) -> str:
    """In the reader's language, or in the one that there is."""
    return said(text) or text.en or text.cy
