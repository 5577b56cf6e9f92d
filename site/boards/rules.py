"""The form by which a board puts its own rules in the place of the procedures' defaults."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.models import LocalRules
from boards.practice import EDITABLE, practice_of, rules_of
from people.models import Region
from simulations.engine.practice import NATIONAL, Clock, Limit
from simulations.engine.scenario.vocabulary import Sector
from simulations.wording import SECTORS

UNITS = (
    ("hours", gettext_lazy("hours")),
    ("working-days", gettext_lazy("working days")),
    ("days", gettext_lazy("days")),
    ("weeks", gettext_lazy("weeks")),
    ("months", gettext_lazy("months")),
)
AGENCIES = tuple((sector.value, SECTORS[sector.value]) for sector in Sector if sector is not Sector.FAMILY)
LONGEST_LIMIT = 366
MOST_AGENCIES = 10
ENGLISH, WELSH = forms.TextInput({"lang": "en"}), forms.TextInput({"lang": "cy"})


@dataclass(frozen=True, slots=True)
class ClockFields:
    """The two fields of one clock, with the clock."""

    clock: Clock
    number: forms.BoundField
    unit: forms.BoundField


class LocalRulesForm(forms.Form):
    """Two fields a clock, the quorum, and who decides. What equals the default is not kept as the board's own."""

    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)
    min_agencies = forms.IntegerField(
        label=gettext_lazy("How many agencies there have to be"),
        min_value=1,
        max_value=MOST_AGENCIES,
        widget=forms.NumberInput({"class": "govuk-input--width-3"}),
    )
    required_agencies = forms.MultipleChoiceField(
        label=gettext_lazy("Which of them have to be there"),
        choices=AGENCIES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    chair_may_override = forms.BooleanField(
        label=gettext_lazy("The chair may go on without a quorum, with a reason"), required=False
    )
    quorum_en = forms.CharField(
        label=gettext_lazy("The quorum in words, in English"), required=False, max_length=500, widget=ENGLISH
    )
    quorum_cy = forms.CharField(
        label=gettext_lazy("The quorum in words, in Welsh"), required=False, max_length=500, widget=WELSH
    )
    decides_en = forms.CharField(
        label=gettext_lazy("Who decides, in English"),
        required=False,
        widget=ENGLISH,
        max_length=200,
    )
    decides_cy = forms.CharField(
        label=gettext_lazy("Who decides, in Welsh"),
        required=False,
        widget=WELSH,
        max_length=200,
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, region: Region) -> None:
        super().__init__(data, initial=_initial(region, rules_of(region)))
        for clock in EDITABLE:
            self.fields[f"{clock.id}-number"] = forms.IntegerField(
                label=_("Limit"),
                min_value=1,
                max_value=LONGEST_LIMIT,
                widget=forms.NumberInput({"class": "govuk-input--width-3"}),
            )
            self.fields[f"{clock.id}-unit"] = forms.ChoiceField(label=_("Unit"), choices=UNITS)

    def clocks(self) -> Iterator[ClockFields]:
        """Each clock with its fields, in the order of the procedures."""
        for clock in EDITABLE:
            yield ClockFields(clock, self[f"{clock.id}-number"], self[f"{clock.id}-unit"])

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        for pair in ("quorum", "decides"):
            english, welsh = cleaned.get(f"{pair}_en"), cleaned.get(f"{pair}_cy")
            if welsh and not english:
                self.add_error(f"{pair}_en", _("Write this in English too: readers of both languages see it."))
            if english and not welsh:
                self.add_error(f"{pair}_cy", _("Write this in Welsh too: readers of both languages see it."))
        if not self.errors and self._quorum_changed() and not cleaned.get("quorum_en"):
            self.add_error("quorum_en", _("You changed the quorum, so say in words what it is now."))
        return cleaned

    def _quorum_changed(self) -> bool:
        default, chosen = NATIONAL.quorum, self.cleaned_data
        return (
            chosen["min_agencies"] != default.min_agencies
            or set(chosen["required_agencies"]) != set(default.required_agencies)
            or chosen["chair_may_override"] != default.chair_may_override
        )

    @property
    def rules(self) -> dict[str, Any]:
        """The fields of LocalRules, empty where the board keeps the default."""
        chosen = self.cleaned_data
        own = bool(chosen["quorum_en"])
        return {
            "limits": {clock.id: limit for clock in EDITABLE if (limit := self._own_limit(clock))},
            "min_agencies": chosen["min_agencies"] if own else None,
            "required_agencies": list(chosen["required_agencies"]) if own else None,
            "chair_may_override": chosen["chair_may_override"] if own else None,
            **{name: chosen[name] for name in ("quorum_en", "quorum_cy", "decides_en", "decides_cy")},
        }

    def _own_limit(self, clock: Clock) -> dict[str, Any] | None:
        chosen = Limit(self.cleaned_data[f"{clock.id}-number"], self.cleaned_data[f"{clock.id}-unit"])
        kept: dict[str, Any] = msgspec.to_builtins(chosen)
        return None if chosen == clock.limit else kept

    @property
    def seen_at(self) -> datetime.datetime | None:
        seen = self.cleaned_data.get("seen")
        return seen if isinstance(seen, datetime.datetime) else None


def _initial(region: Region, rules: LocalRules) -> dict[str, Any]:
    practice = practice_of(region, NATIONAL)
    limits = {clock.id: practice.clock(clock.id).limit for clock in EDITABLE}
    return {
        **{f"{id}-number": limit.number for id, limit in limits.items()},
        **{f"{id}-unit": limit.unit for id, limit in limits.items()},
        "seen": rules.edited.isoformat() if rules.edited else "",
        "min_agencies": practice.quorum.min_agencies,
        "required_agencies": [sector.value for sector in practice.quorum.required_agencies],
        "chair_may_override": practice.quorum.chair_may_override,
        **{name: getattr(rules, name) for name in ("quorum_en", "quorum_cy", "decides_en", "decides_cy")},
    }
