"""The forms by which a facilitator plans a conference, and keeps the cohorts it is for."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.permissions import may_facilitate
from simulations.continuing import check_continues, may_be_taken_up
from simulations.inviting.actions import MOST_ROOMS, Gathering, gather
from simulations.models import Cohort, Conference, ScenarioVersion
from simulations.selectors import versions_that_run

MOST_PEOPLE = 40
"""In one room; more are told to share themselves out over several."""
SETTINGS_OFFERED = [(value, label) for value, label in Conference.Setting.choices if value != Conference.Setting.HERE]
"""The room has no sound and picture of its own yet."""
MORE = ("interpreter", "rooms", "swapped", "co_facilitators", "joining")
"""The fields that most plans leave as they are."""
BETWEEN_ADDRESSES = re.compile(r"[\s,;]+")  # one a line, or as they come out of a calendar


class AddressesField(forms.CharField):
    """Work e-mail addresses, which become the people who have them."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        rows = {"rows": 6 if most > 10 else 2}
        super().__init__(required=False, max_length=10_000, widget=forms.Textarea(attrs=rows), **kwargs)
        self.most = most

    def clean(self, value: Any) -> list[User]:
        addresses = [each.lower() for each in BETWEEN_ADDRESSES.split(super().clean(value)) if each]
        if len(addresses) > self.most:
            raise ValidationError(
                _("At most %(most)s people. Plan a second conference for the others.") % {"most": self.most}
            )
        known = {person.email: person for person in User.objects.filter(email__in=addresses, is_active=True)}
        unknown = [each for each in addresses if each not in known]
        if unknown:
            raise ValidationError(
                _("Nobody here has this address: %(addresses)s. Check the spelling.")
                % {"addresses": ", ".join(unknown[:5])}
            )
        return list(known.values())


class TrainersField(AddressesField):
    """Addresses of people who may run conferences."""

    def clean(self, value: Any) -> list[User]:
        people = super().clean(value)
        if others := [person.email for person in people if not may_facilitate(person)]:
            raise ValidationError(
                _("Only trainers can help to run it, and these people are none: %(addresses)s.")
                % {"addresses": ", ".join(others[:5])}
            )
        return people


class ScenarioField(forms.ModelChoiceField[ScenarioVersion]):
    """One version of each scenario, by its title alone."""

    def label_from_instance(self, version: ScenarioVersion) -> str:
        return version.title


class EarlierField(forms.ModelChoiceField[Conference]):
    """One of the trainer's closed conferences, by its scenario and its day."""

    def label_from_instance(self, conference: Conference) -> str:
        return f"{conference.version.title}, {date_format(localtime(conference.planned_for), 'j F Y, H:i')}"


class PlanForm(forms.Form):
    """Which scenario, in which variant and setting, when, in which language, who is asked to come, and how they sit."""

    version = ScenarioField(ScenarioVersion.objects.none(), label=_("Scenario"), empty_label=None)
    variant = forms.CharField(
        label=_("Variant"),
        required=False,
        max_length=40,
        help_text=_("Only if the scenario has variants. Learners are not told."),
    )
    continues = EarlierField(
        Conference.objects.none(),
        label=_("Takes up"),
        required=False,
        empty_label=_("No earlier conference: the scenario tells what was decided"),
        help_text=_("A conference of yours that is closed. Its decisions, dissent and plan are taken over."),
    )
    setting = forms.ChoiceField(
        label=_("Where people talk"), choices=SETTINGS_OFFERED, initial="text", widget=forms.RadioSelect
    )
    call_link = forms.URLField(
        label=_("Link to the video call"),
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["https"])],
        help_text=_("If people talk on one. It is shown in the lobby and in the room."),
    )
    arrangement = forms.ChoiceField(
        label=_("Language of the session"),
        choices=Conference.Arrangement.choices,
        initial=Conference.Arrangement.BILINGUAL,
        widget=forms.RadioSelect,
    )
    interpreter = forms.CharField(
        label=_("Interpreter booked"),
        required=False,
        max_length=120,
        help_text=_("If the session is held in both languages. You can name one later."),
    )
    planned_for = forms.DateTimeField(
        label=_("Day and hour"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        initial=timezone.localtime,
    )
    cohort = forms.ModelChoiceField(
        Cohort.objects.none(),
        label=_("Cohort"),
        required=False,
        empty_label=_("No cohort"),
        help_text=_("All its people come."),
    )
    people = AddressesField(
        label=_("Who comes"),
        most=MOST_PEOPLE * 2,
        help_text=_("Work e-mail addresses, one a line. You can add people later."),
    )
    rooms = forms.IntegerField(
        label=_("Rooms held at once"),
        required=False,
        initial=1,
        min_value=1,
        max_value=MOST_ROOMS,
        help_text=_("People of every service are shared out over them. You see all rooms side by side."),
    )
    swapped = forms.BooleanField(
        label=_("Seat people in another service’s seat, such as the police in education’s"), required=False
    )
    co_facilitators = TrainersField(
        label=_("Who helps you run it"), most=6, help_text=_("Work e-mail addresses of other trainers.")
    )
    joining = forms.ChoiceField(
        label=_("Who may come in"),
        choices=Conference.Joining.choices,
        initial=Conference.Joining.LIST,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, facilitator: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.facilitator = facilitator
        version, cohort = self.fields["version"], self.fields["cohort"]
        assert isinstance(version, forms.ModelChoiceField)  # noqa: S101 - declared above
        assert isinstance(cohort, forms.ModelChoiceField)  # noqa: S101
        self.versions = version.queryset = versions_that_run()
        version.initial = self.versions.first()
        cohort.queryset = Cohort.objects.filter(trainer=facilitator)
        self._offer_earlier()

    def _offer_earlier(self) -> None:
        """The conferences that may be taken up; the question is not put where there are none."""
        field = self.fields["continues"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
        field.queryset = may_be_taken_up(self.facilitator)
        if not field.queryset.exists():
            del self.fields["continues"]

    def first_fields(self) -> list[forms.BoundField]:
        """What every plan needs."""
        return [field for field in self if field.name not in MORE]

    def more_fields(self) -> list[forms.BoundField]:
        """What only some do."""
        return [field for field in self if field.name in MORE]

    def more_is_wrong(self) -> bool:
        """Whether something is to be mended there."""
        return any(name in self.errors for name in MORE)

    def clean_rooms(self) -> int:
        return self.cleaned_data["rooms"] or 1

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
            self._check_earlier(data, version)
        if data.get("setting") != Conference.Setting.CALL_BESIDE:
            data["call_link"] = ""
        self._check_room_for_all(data)
        return data

    def _check_earlier(self, data: dict[str, Any], version: ScenarioVersion) -> None:
        if data.get("continues") is None:
            return
        try:
            check_continues(version, data["continues"])
        except ValidationError as problem:
            self.add_error("continues", problem)

    def _check_room_for_all(self, data: dict[str, Any]) -> None:
        cohort = data.get("cohort")
        coming = {person.pk for person in data.get("people", [])}
        coming.update(cohort.people.values_list("pk", flat=True) if cohort else ())
        if len(coming) > MOST_PEOPLE * data.get("rooms", 1):
            message = _(
                "%(number)s people are too many for so few rooms: at most %(most)s fit into one. Plan more rooms."
            )
            self.add_error("rooms", message % {"number": len(coming), "most": MOST_PEOPLE})

    def plan(self) -> list[Conference]:
        """Plan a conference for each room, and put everybody on its list."""
        data = self.cleaned_data
        names = (
            "version",
            "variant",
            "setting",
            "call_link",
            "arrangement",
            "interpreter",
            "planned_for",
            "joining",
            "people",
        )
        earlier = data.get("continues")
        gathering = Gathering(data["cohort"], data["rooms"], data["swapped"], tuple(data["co_facilitators"]))
        return gather(
            gathering, facilitator=self.facilitator, continues=earlier, **{name: data[name] for name in names}
        )


class MoveForm(forms.Form):
    """Another day or hour; where several rooms are held at once, for all of them unless one is to be apart."""

    planned_for = PlanForm.base_fields["planned_for"]
    all_rooms = forms.BooleanField(label=_("All rooms held at once move together"), required=False, initial=True)

    def __init__(self, *args: Any, several: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not several:
            del self.fields["all_rooms"]


class ArrangementsForm(forms.ModelForm[Conference]):
    """What is often settled only after the planning: the link, the interpreter, who helps, who may come in."""

    call_link = PlanForm.base_fields["call_link"]
    arrangement = PlanForm.base_fields["arrangement"]
    interpreter = PlanForm.base_fields["interpreter"]
    co_facilitators = PlanForm.base_fields["co_facilitators"]
    joining = PlanForm.base_fields["joining"]
    write = forms.BooleanField(
        label=_("Write to everybody who was invited"),
        help_text=_(
            "Only if the link, the language or the interpreter has changed. Everybody on the list reads it in the lobby too."
        ),
        required=False,
        initial=True,
    )

    class Meta:
        model = Conference
        fields = ("call_link", "arrangement", "interpreter", "joining")

    def __init__(self, *args: Any, invited: bool, **kwargs: Any) -> None:
        """`invited`: whether there is anybody to write to."""
        super().__init__(*args, **kwargs)
        if not invited:
            del self.fields["write"]
        helping = self.instance.co_facilitators.values_list("email", flat=True)
        self.fields["co_facilitators"].initial = "\n".join(helping)
        if self.instance.setting != Conference.Setting.CALL_BESIDE:
            del self.fields["call_link"]

    def save(self, commit: bool = True) -> Conference:
        conference = super().save(commit)
        conference.co_facilitators.set(self.cleaned_data["co_facilitators"])
        return conference

    @property
    def is_to_be_told(self) -> bool:
        """Whether something changed that those who were invited are to be written to about."""
        told = {"call_link", "arrangement", "interpreter"}
        return bool(self.cleaned_data.get("write")) and not told.isdisjoint(self.changed_data)


class OtherWayForm(forms.ModelForm[Conference]):
    """What somebody can do instead of taking part. Where it is left empty, the lobby says the usual."""

    class Meta:
        model = Conference
        fields = ("other_way_cy", "other_way_en", "other_way_link")
        labels = {
            "other_way_cy": _("In Welsh"),
            "other_way_en": _("In English"),
            "other_way_link": _("A page for it, if there is one"),
        }
        help_texts = {"other_way_link": _("It begins with https://, or with / for a page of this site.")}
        widgets = {
            "other_way_cy": forms.Textarea(attrs={"rows": 4, "lang": "cy"}),
            "other_way_en": forms.Textarea(attrs={"rows": 4, "lang": "en"}),
        }


class CohortForm(forms.ModelForm[Cohort]):
    """A cohort's name and its people."""

    people = AddressesField(label=_("Who is in it"), most=200, help_text=_("Work e-mail addresses, one a line."))

    class Meta:
        model = Cohort
        fields = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["people"].initial = "\n".join(self.instance.people.values_list("email", flat=True))

    def keep(self, trainer: User) -> Cohort:
        """The cohort as the form has it, the trainer's own."""
        self.instance.trainer = trainer
        cohort = self.save()
        cohort.people.set(self.cleaned_data["people"])
        return cohort
