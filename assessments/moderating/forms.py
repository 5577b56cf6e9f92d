"""A rubric as a form: one level at each criterion, and a few words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.moderating.models import LONGEST
from assessments.questions.writing import Criterion, Rubric
from assessments.reading import said

PREFIX = "points-"


def level_field(criterion: Criterion) -> forms.TypedChoiceField:
    """Levels from the lowest; each says what earns it."""
    levels = sorted(criterion.levels, key=lambda level: level.points)
    choices = [(level.points, f"{level.points} – {said(level.says)}") for level in levels]
    needed = {"required": _("Choose a level: %(criterion)s") % {"criterion": said(criterion.name)}}
    return forms.TypedChoiceField(
        label=said(criterion.name), choices=choices, coerce=int, widget=forms.RadioSelect, error_messages=needed
    )


def words_field(label: Any, hint: Any, *, required: bool, missing: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST})
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONGEST,
        widget=widget,
        error_messages={"required": missing} if missing else None,
    )


class RubricForm(forms.Form):
    """The levels of a rubric; those who add words to it derive from it."""

    def __init__(self, rubric: Rubric, *args: Any, points: Mapping[str, int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = {f"{PREFIX}{criterion.id}": level_field(criterion) for criterion in rubric.criteria}
        self.fields = {**levels, **self.fields}
        self.initial.update({f"{PREFIX}{name}": each for name, each in (points or {}).items()})

    def level_fields(self) -> list[str]:
        return [name for name in self.fields if name.startswith(PREFIX)]

    def points(self) -> dict[str, int]:
        """By criterion, of those where a level was chosen."""
        chosen = {name.removeprefix(PREFIX): self.cleaned_data.get(name) for name in self.level_fields()}
        return {name: each for name, each in chosen.items() if isinstance(each, int)}


class SheetForm(RubricForm):
    words = words_field(
        _("A note for whoever decides if you two differ"), _("The writer does not see it."), required=False
    )


class DecisionForm(RubricForm):
    words = words_field(
        _("Why"),
        _("The writer reads it. Say what earned the points, and what would earn more."),
        required=True,
        missing=_("Write why: the writer reads it."),
    )
