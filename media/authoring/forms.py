"""What is asked before writing begins: of which type the content is, and in which language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from media.authoring.comparing import types_to_write
from media.models import Library


class TypeField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The types by the names that they give themselves, with their versions."""

    def label_from_instance(self, obj: Library) -> str:
        return f"{obj.title} ({obj.name})"


class BeginForm(forms.Form):
    """A new content: both languages are written one after the other."""

    title = forms.CharField(
        label=_("Title"), max_length=200, help_text=_("For editors, and to begin with for learners.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    library = TypeField(label=_("Content type"), queryset=Library.objects.none())

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["library"].queryset = types_to_write()  # type: ignore[attr-defined]
