"""The two forms of an appeal: why the mark is wrong, and what is decided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.moderating.forms import RubricForm, words_field
from assessments.questions.writing import Rubric


class AppealForm(forms.Form):
    words = words_field(
        _("Why do you think the mark is wrong?"),
        _("Whoever decides reads it with your answer and without your name. Name no real child or family."),
        required=True,
        missing=_("Write why you think the mark is wrong, then send it."),
    )


class VerdictForm(RubricForm):
    """Upheld or declined, and why. `rubric` is None where no levels are given: then upheld is the full mark."""

    verdict = forms.ChoiceField(
        label=_("Decision"),
        choices=[("upheld", _("Upheld: the mark changes")), ("declined", _("Declined: the mark stands"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the appeal is upheld or declined.")},
    )
    words = words_field(
        _("Why"),
        _("The learner reads it. Answer what they wrote."),
        required=True,
        missing=_("Write why: the learner reads it."),
    )

    def __init__(self, rubric: Rubric | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(rubric or Rubric(criteria=[]), *args, **kwargs)
        for field in self.level_fields():
            self.fields[field].required = False

    def clean(self) -> dict[str, Any]:
        """Levels are asked for only where the mark changes."""
        cleaned = super().clean() or self.cleaned_data
        missing = [field for field in self.level_fields() if cleaned.get(field) in ("", None)]
        for field in missing if cleaned.get("verdict") == "upheld" else []:
            self.add_error(field, self.fields[field].error_messages["required"])
        return cleaned

    @property
    def upheld(self) -> bool:
        return bool(self.cleaned_data["verdict"] == "upheld")
