"""The form of a credential: whose it is, and what it may do."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from records.lrs.scopes import LABELS


class CredentialForm(WagtailAdminModelForm):
    scopes = forms.MultipleChoiceField(
        label=_("what it may do"),
        choices=[(scope.value, label) for scope, label in LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("As little as it needs. “Everything” also takes away the limit on requests a minute."),
    )
