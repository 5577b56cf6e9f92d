"""One choice from 1 to 10 for each outcome; each may be left out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.sureness.selectors import SurenessStanding

LEAST, MOST = 1, 10
LEVELS = [
    ("", _("I leave this out")),
    (LEAST, _("1 – not sure at all")),
    *((level, str(level)) for level in range(LEAST + 1, MOST)),
    (MOST, _("10 – completely sure")),
]


class SurenessForm(forms.Form):
    """A field for each outcome, by its id."""

    def __init__(self, standing: SurenessStanding, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in standing.lines:
            self.fields[str(line.id)] = forms.TypedChoiceField(
                label=line.words, choices=LEVELS, coerce=int, required=False, initial=standing.now_of(line)
            )

    def levels(self) -> dict[UUID, int]:
        return {UUID(name): level for name, level in self.cleaned_data.items() if isinstance(level, int)}
