"""The rubric as a form: a level at each line, each of which may be left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from simulations.scoring.sheets import Line


class ScoreForm(forms.Form):
    """`together`: what was agreed on is filled in, rather than what the reader gave."""

    def __init__(self, lines: Sequence[Line], *args: Any, together: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        for line in lines:
            levels = [level.in_language(language) for level in line.criterion.levels]
            choices = [("", _("Not yet")), *((number, f"{number} – {says}") for number, says in enumerate(levels, 1))]
            self.fields[line.criterion.id] = forms.TypedChoiceField(
                label=line.words,
                choices=choices,
                coerce=int,
                required=False,
                initial=(line.agreed if together else line.own) or "",
                widget=forms.RadioSelect,
            )

    def levels(self) -> dict[str, int]:
        return {name: level for name, level in self.cleaned_data.items() if isinstance(level, int)}
