"""Forms of the editors' site: of a credential, whose it is and what it may do; of forwarding, what is to be done about it."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from records.forwarding.wishes import wished
from records.lrs.scopes import LABELS
from records.models import Forwarding


class CredentialForm(WagtailAdminModelForm):
    scopes = forms.MultipleChoiceField(
        label=_("what it may do"),
        choices=[(scope.value, label) for scope, label in LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("As little as it needs. “Everything” also takes away the limit on requests a minute."),
    )


class ForwardingForm(WagtailAdminModelForm):
    again = forms.BooleanField(
        label=_("Send again what was refused"),
        required=False,
        help_text=_("Once the other store has been put right. What it refuses again stays here with its reason."),
    )

    def save(self, commit: bool = True) -> Forwarding:
        forwarding: Forwarding = self.instance
        wished(forwarding, "pause" if self.cleaned_data["paused"] else "resume")
        if self.cleaned_data["again"]:
            wished(forwarding, "again")
        return forwarding
