"""The form by which a facilitator plans a conference."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import User
from simulations import actions
from simulations.models import Conference, ScenarioVersion
from simulations.selectors import versions_that_run

MOST_PEOPLE = 40
BETWEEN_ADDRESSES = re.compile(r"[\s,;]+")  # one a line, or as they come out of a calendar


class ScenarioField(forms.ModelChoiceField[ScenarioVersion]):
    """One version of each scenario, by its title alone."""

    def label_from_instance(self, version: ScenarioVersion) -> str:
        return version.title


class PlanForm(forms.Form):
    """Which scenario, in which variant and setting, when, in which language, and who is asked to come."""

    version = ScenarioField(ScenarioVersion.objects.none(), label=_("Scenario"), empty_label=None)
    variant = forms.CharField(
        label=_("Variant"),
        required=False,
        max_length=40,
        help_text=_("Only if the scenario has variants. Learners are not told."),
    )
    setting = forms.ChoiceField(
        label=_("Where people talk"), choices=Conference.Setting.choices, initial="text", widget=forms.RadioSelect
    )
    arrangement = forms.ChoiceField(
        label=_("Language of the session"),
        choices=Conference.Arrangement.choices,
        initial=Conference.Arrangement.BILINGUAL,
        widget=forms.RadioSelect,
    )
    planned_for = forms.DateTimeField(
        label=_("Day and hour"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        initial=timezone.localtime,
    )
    people = forms.CharField(
        label=_("Who comes"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Work e-mail addresses, one a line. You can add people later."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["version"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
        self.versions = field.queryset = versions_that_run()
        field.initial = self.versions.first()

    def clean_people(self) -> list[User]:
        addresses = [each.lower() for each in BETWEEN_ADDRESSES.split(self.cleaned_data["people"]) if each]
        if len(addresses) > MOST_PEOPLE:
            raise ValidationError(
                _("At most %(most)s people. Plan a second conference for the others.") % {"most": MOST_PEOPLE}
            )
        known = {person.email: person for person in User.objects.filter(email__in=addresses, is_active=True)}
        unknown = [each for each in addresses if each not in known]
        if unknown:
            raise ValidationError(
                _("Nobody here has this address: %(addresses)s. Check the spelling.")
                % {"addresses": ", ".join(unknown[:5])}
            )
        return list(known.values())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        version = data.get("version")
        if version is not None:
            variants = version.read().variants
            if variants and data.get("variant") not in variants:
                message = _("This scenario has variants: %(names)s. Write one of them.")
                self.add_error("variant", message % {"names": ", ".join(variants)})
            if not variants:
                data["variant"] = ""
        return data

    def plan(self, facilitator: User) -> Conference:
        """Plan it and put everybody on its list."""
        data = self.cleaned_data
        names = ("version", "variant", "setting", "arrangement", "planned_for", "people")
        return actions.plan_conference(facilitator=facilitator, **{name: data[name] for name in names})
