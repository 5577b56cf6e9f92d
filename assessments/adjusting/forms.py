"""An address and how much more time."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ExtraTimeForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address of the person"), max_length=320)
    percent = forms.IntegerField(
        label=_("How much more time, in per cent"),
        help_text=_("25 is a quarter more: 75 minutes where others have 60."),
        min_value=5,
        max_value=300,
        initial=25,
        widget=forms.NumberInput({"class": "govuk-input--width-3"}),
    )
