"""The rubric as a form: a level at each line, each of which may be left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from simulations.scoring.sheets import Line

NOT_YET = "0"
"""Levels count from 1."""


class LevelField(forms.TypedChoiceField):
    """Asked at every line and never marked as optional, since "Not yet" stands among its choices; left out, it is that."""

    def clean(self, value: Any) -> Any:
        return super().clean(value or NOT_YET)


class ScoreForm(forms.Form):
    """`together`: what was agreed on is filled in, rather than what the reader gave."""

    def __init__(self, lines: Sequence[Line], *args: Any, together: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        for line in lines:
            levels = [level.in_language(language) for level in line.criterion.levels]
            choices = [
                *((number, f"{number} – {says}") for number, says in enumerate(levels, 1)),
                (NOT_YET, _("Not yet")),
            ]
            self.fields[line.criterion.id] = LevelField(
                label=line.words,
                help_text=given_apart(line) if together else "",
                choices=choices,
                coerce=int,
                initial=(line.agreed if together else line.own) or NOT_YET,
                widget=forms.RadioSelect,
            )

    def levels(self) -> dict[str, int]:
        return {name: level for name, level in self.cleaned_data.items() if level}


def given_apart(line: Line) -> str:
    """What stands beside a line while it is talked over."""
    if not line.given:
        return gettext("Nobody scored this.")
    return gettext("Given apart: %(levels)s") % {"levels": ", ".join(map(str, line.given))}
