"""What a question's page consists of: fields, each drawn by one of the design's components and read back by its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from assessments.questions.parts import Option
from assessments.reading import said

Item = dict[str, object]  # one choice, as the components take it


@dataclass(frozen=True)
class Field:
    """`part` names the component; `need` is what to say where it is left open, empty where it may be.

    `asks`: its label is what the question asks, and looks like it.
    """

    name: str
    part: str
    label: str
    items: list[Item] = field(default_factory=list)
    value: str = ""
    hint: str = ""
    type: str = "text"
    need: str = ""
    is_open: bool = False
    asks: bool = False

    @property
    def label_classes(self) -> str:
        return "govuk-label--m" if self.asks else ""

    @property
    def template(self) -> str:
        return f"design/components/{self.part}.html"

    @property
    def classes(self) -> str:
        return "govuk-input--width-10" if self.type != "text" else ""

    @property
    def error(self) -> str:
        return self.need if self.is_open else ""


def radios(name: str, label: str, options: Sequence[Option], chosen: str, need: str) -> Field:
    items: list[Item] = [
        {"value": option.id, "text": said(option.text), "checked": option.id == chosen} for option in options
    ]
    return Field(name, "radios", label, items, need=need, is_open=not chosen)


def boxes(name: str, label: str, options: Sequence[Option], chosen: Iterable[str], need: str) -> Field:
    among = set(chosen)
    items: list[Item] = [
        {"value": option.id, "text": said(option.text), "checked": option.id in among} for option in options
    ]
    return Field(name, "checkboxes", label, items, hint=_("Choose all that apply."), need=need, is_open=not among)


def select(name: str, label: str, offered: Sequence[tuple[str, str]], chosen: str, need: str) -> Field:
    """`offered`: value and words of each."""
    first: Item = {"value": "", "text": _("Choose"), "selected": not chosen}
    items: list[Item] = [{"value": value, "text": text, "selected": value == chosen} for value, text in offered]
    return Field(name, "select", label, [first, *items], need=need, is_open=not chosen)


def confidence_field(chosen: int | None) -> Field:
    numbers: list[Item] = [{"value": str(n), "text": str(n), "selected": n == chosen} for n in range(11)]
    items: list[Item] = [{"value": "", "text": _("No answer"), "selected": chosen is None}, *numbers]
    hint = _("0 is a guess, 10 is sure. It is never marked; you may leave it out.")
    return Field("confidence", "select", _("How sure are you?"), items, hint=hint)
