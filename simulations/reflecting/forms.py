"""The three forms: how sure people are, what they made of it with what they will do, and two weeks later what they used.

Everything may be left out, each answer by a choice that says so. Words are bounded.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simulations.models import Intention, Reaction
from simulations.reflecting.statements import LEFT_OUT, STATEMENTS, SURE, USED, USEFUL

LONGEST = 1000
"""Letters that an answer in words may have."""
LEAVE_OUT = (LEFT_OUT, _("I leave this out"))


class Scale(forms.ChoiceField):
    """One to five, or left out."""

    def __init__(self, names: dict[int, Any], **more: Any) -> None:
        choices = [*((str(level), name) for level, name in names.items()), LEAVE_OUT]
        super().__init__(choices=choices, widget=forms.RadioSelect, initial=LEFT_OUT, **more)


def level_in(chosen: str) -> int | None:
    """The level chosen; None where it was left out."""
    return None if chosen == LEFT_OUT else int(chosen)


class SureForm(forms.Form):
    """The five statements."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, statement in STATEMENTS.items():
            self.fields[key] = Scale(dict(SURE), label=statement)

    def levels(self) -> dict[str, int]:
        """What was chosen, by statement, without what was left out."""
        chosen = {key: level_in(self.cleaned_data[key]) for key in STATEMENTS}
        return {key: level for key, level in chosen.items() if level is not None}


def words(label: Any, hint: Any = "") -> forms.CharField:
    """A few words, which may be left out."""
    widget = forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=LONGEST, widget=widget)


class ReactionForm(forms.Form):
    """What somebody made of it, under nobody's name."""

    useful = Scale(dict(USEFUL), label=_("How useful was it for your work?"))
    helped = words(_("What helped?"), _("Name nobody, and no real family."))
    change = words(_("What should be different next time?"), _("Name nobody, and no real family."))
    served = forms.ChoiceField(
        label=_("Could you use the language you wanted, in writing and at the table?"),
        choices=[*Reaction.Served.choices, LEAVE_OUT],
        widget=forms.RadioSelect,
        initial=LEFT_OUT,
    )

    def answers(self) -> dict[str, Any]:
        """What was answered, as `actions.react` takes it."""
        data = self.cleaned_data
        served = "" if data["served"] == LEFT_OUT else data["served"]
        return {
            "useful": level_in(data["useful"]),
            "served": served,
            "helped": data["helped"],
            "change": data["change"],
        }


class IntentionForm(forms.Form):
    """One thing that somebody will do."""

    text = words(_("One thing that I will do"), _("Only you see it, on My learning. Name no real family."))


class UsedForm(forms.Form):
    """What was used in two weeks: boxes alone, so that nobody is led to write of a real family."""

    became = forms.ChoiceField(
        label=_("What became of what you wanted to do?"),
        choices=[choice for choice in Intention.Became.choices if choice[0]],
        widget=forms.RadioSelect,
        required=False,
    )
    used = forms.MultipleChoiceField(
        label=_("What of the conference did you use?"),
        choices=list(USED.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Your name is not kept with it."),
    )
