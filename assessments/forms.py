"""What a person posts at one question. Ids are bounded here and checked against the question in actions.py."""

from __future__ import annotations

from typing import Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.actions import Choice
from assessments.models import Answer, Question
from assessments.texts import Option

Item = dict[str, object]  # one choice, as the components take it

ID_LENGTH = 36


class AnswerForm(forms.Form):
    decision = forms.CharField(
        max_length=ID_LENGTH, error_messages={"required": _("Choose what you would do, then go on.")}
    )
    reason = forms.CharField(
        max_length=ID_LENGTH, error_messages={"required": _("Choose the strongest reason, then go on.")}
    )
    confidence = forms.IntegerField(min_value=0, max_value=10, required=False)

    question: Question

    @classmethod
    def of(cls, question: Question, answer: Answer | None, posted: QueryDict | None = None) -> Self:
        """For one question: with what is posted, else filled with an answer given before."""
        given = (answer.decision, answer.reason, answer.confidence) if answer else ("", "", None)
        form = cls(posted, initial=dict(zip(("decision", "reason", "confidence"), given, strict=True)))
        form.question = question
        return form

    def raw_choice(self) -> Choice:
        """What was posted, complete or not: an answer half given is kept too."""
        confidence = self.data.get("confidence", "")
        return Choice(
            decision=self.data.get("decision", "")[:ID_LENGTH],
            reason=self.data.get("reason", "")[:ID_LENGTH],
            confidence=int(confidence)
            if confidence.isascii() and confidence.isdigit() and len(confidence) <= 2
            else None,
        )

    def problems(self) -> list[dict[str, str]]:
        """Each fault with the field it belongs to, as the error summary lists them."""
        return [{"href": f"#{name}", "text": str(fault)} for name, faults in self.errors.items() for fault in faults]

    @property
    def decision_items(self) -> list[Item]:
        return items(self.question.vignette.options, self.current("decision"))

    @property
    def reason_items(self) -> list[Item]:
        return items(self.question.vignette.reasons.options, self.current("reason"))

    @property
    def confidence_items(self) -> list[Item]:
        chosen = self.current("confidence")
        numbers: list[Item] = [{"value": str(n), "text": str(n), "selected": str(n) == chosen} for n in range(11)]
        return [{"value": "", "text": gettext("No answer"), "selected": not chosen}, *numbers]

    def current(self, name: str) -> str:
        value = self[name].value()
        return "" if value is None else str(value)


def items(options: list[Option], chosen: str) -> list[Item]:
    """Options as the radios component takes them."""
    return [{"value": option.id, "text": option.text.said, "checked": option.id == chosen} for option in options]
