"""Questions answered by choosing among options."""

from __future__ import annotations

from msgspec import field

from assessments.questions.parts import Asked, Choices, Chosen, ChosenList, Given, Options, Why


class SingleChoice(Asked, tag="single-choice", frozen=True):
    """Exactly one option is right."""

    options: Options


class SingleChoiceGiven(Given, tag="single-choice", frozen=True):
    option: Chosen = ""


class MultipleChoice(Asked, tag="multiple-choice", frozen=True):
    """At least one option is right, and all that are have to be chosen."""

    options: Options


class MultipleChoiceGiven(Given, tag="multiple-choice", frozen=True):
    options: ChosenList = []


class TrueFalse(Asked, tag="true-false", frozen=True):
    """`prompt` is a statement. Where reasons are offered, the strongest one is asked for too, and both have to be right.

    Written, whether it is true is called `holds`: in YAML the key `true` would be a truth value itself.
    """

    true: bool = field(name="holds")
    when_true: Why = Why()
    when_false: Why = Why()
    reasons: Choices | None = None


class TrueFalseGiven(Given, tag="true-false", frozen=True):
    true: bool | None = None
    reason: Chosen = ""
