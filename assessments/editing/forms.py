"""The page on which a question is written: what stands in it, what was posted, what is to be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from msgspec import inspect

from assessments.editing.entries import Entry, Remarks, entries_of
from assessments.editing.numbers import by_id, by_number
from assessments.editing.reading import struct_from
from assessments.editing.telling import question_from
from assessments.models import Bank, BankQuestion, QuestionVersion
from assessments.questions import KINDS, Question

TYPES = {str(kind.__struct_config__.tag): kind for kind in KINDS}
ROW = "row:"  # what a button posts that asks for another row, with the path after it


@dataclass
class QuestionForm:
    """`posted` is None until something was."""

    bank: Bank
    kind: str
    question: BankQuestion | None = None
    posted: Mapping[str, str] | None = None
    adds_row: str = ""

    @cached_property
    def shape(self) -> inspect.StructType:
        found = inspect.type_info(TYPES[self.kind])
        assert isinstance(found, inspect.StructType)  # noqa: S101 - every kind is a struct
        return found

    @cached_property
    def stored(self) -> dict[str, Any]:
        """What was posted, else what stands there."""
        if self.posted is not None:
            return {**by_id(struct_from(self.shape, self.posted)), "kind": self.kind}
        current = self.question.current if self.question else None
        return dict(current.content) if current else {"kind": self.kind}

    @cached_property
    def judged(self) -> tuple[Question | None, Remarks]:
        return question_from(self.stored)

    @property
    def remarks(self) -> Remarks:
        """Nothing is told of a question that nobody has written anything of yet, nor while a row is added."""
        is_new = self.posted is None and not self.question
        return Remarks() if is_new or self.adds_row else self.judged[1]

    @property
    def entries(self) -> list[Entry]:
        if self.adds_row and self.posted is not None:
            kept = struct_from(self.shape, self.posted)
            return entries_of(self.shape, with_empty_row(kept, self.adds_row), "", self.remarks)
        return entries_of(self.shape, by_number(self.stored), "", self.remarks)

    @property
    def problems(self) -> list[str]:
        return [words for errors in self.remarks.errors.values() for words in errors]

    @property
    def outcomes(self) -> list[dict[str, Any]]:
        chosen = self.value_of("outcome", self.current.outcome if self.current else "")
        none = {"slug": "", "name": _("None"), "chosen": not chosen}
        named = [
            {"slug": each.slug, "name": each.name, "chosen": each.slug == chosen} for each in self.bank.outcomes.all()
        ]
        return [none, *named]

    @property
    def welsh(self) -> str:
        return self.value_of("welsh", self.current.welsh if self.current else QuestionVersion.Welsh.AWAITING)

    @property
    def outcome(self) -> str:
        known = {each.slug for each in self.bank.outcomes.all()}
        chosen = self.value_of("outcome", "")
        return chosen if chosen in known else ""

    @property
    def current(self) -> QuestionVersion | None:
        return self.question.current if self.question else None

    def value_of(self, name: str, otherwise: str) -> str:
        return str(self.posted.get(name, "")) if self.posted is not None else otherwise


def with_empty_row(stored: Any, at: str) -> Any:
    """What stands there with one more, empty, row at a path; as it is where the path leads to no rows."""
    step, _dot, rest = at.partition(".")
    if isinstance(stored, list):
        return [with_empty_row(each, rest) if str(place) == step else each for place, each in enumerate(stored)]
    if not isinstance(stored, dict):
        return stored
    inside = stored.get(step)
    if rest:
        return {**stored, step: with_empty_row(inside or {}, rest)}
    return {**stored, step: [*(inside or []), {}]} if isinstance(inside, list | None) else stored
