"""The board's own words on local practice, both languages side by side."""

import datetime

from django import forms
from django.utils.translation import gettext as _

from boards.actions import TEXTS
from boards.models import LocalPractice


class LocalPracticeForm(forms.ModelForm[LocalPractice]):
    """Pairs of texts. Each pair is written in both languages or in neither. `seen` says which state the writer began from."""

    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = LocalPractice
        fields = [*TEXTS]

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        for pair in ("reporting", "standards", "escalation"):
            english, welsh = cleaned.get(f"{pair}_en"), cleaned.get(f"{pair}_cy")
            if welsh and not english:
                self.add_error(f"{pair}_en", _("Write this in English too: readers of both languages see this page."))
            if english and not welsh:
                self.add_error(f"{pair}_cy", _("Write this in Welsh too: readers of both languages see this page."))
        return cleaned

    @property
    def texts(self) -> dict[str, str]:
        return {name: str(self.cleaned_data[name]) for name in TEXTS}

    @property
    def seen_at(self) -> datetime.datetime | None:
        seen = self.cleaned_data.get("seen")
        return seen if isinstance(seen, datetime.datetime) else None
