"""What is wrong with what was posted, in words, at the field that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from django.utils.translation import gettext as _

from assessments.editing.entries import Remarks
from assessments.questions import Question, read_question
from assessments.questions.completeness import Wrong, faults, gaps

Shape = TypeVar("Shape")


def path_of(place: str) -> str:
    """`$.options[1].text` and `options[1].text` as the form writes it: options.1.text. What lies inside a map is the map."""
    inside = place.rpartition("$")[2].strip("`").lstrip(".").replace("[...]", "")
    return re.sub(r"\[(\d+)\]", r".\1", inside)


def words_for(fault: str) -> str:
    """What msgspec says of a value, in the editor's language."""
    if "missing required" in fault:
        return _("This is missing. Write it; one language is enough for now.")
    if "length >=" in fault:
        return _("There are too few here, or it is empty. Add what is missing.")
    if "length <=" in fault:
        return _("This is too long. Shorten it, or split it.")
    if "matching regex" in fault:
        return _("This is not written in the form that is asked for.")
    if "int" in fault or "float" in fault:
        return _("Enter a number that is allowed here.")
    return _("This cannot be kept as it is. Look at what is asked for.")


def wrong_words() -> dict[Wrong, str]:
    return {
        Wrong.ONE_RIGHT: _("Exactly one has to be right."),
        Wrong.SOME_RIGHT: _("At least one has to be right."),
        Wrong.TWICE: _("This stands twice."),
        Wrong.NO_TARGET: _("Choose the number of one of the things to match with."),
        Wrong.NO_ACCEPTED: _("Write at least one answer that is accepted."),
        Wrong.NOT_OFFERED: _("The panel chose something that the question does not offer."),
        Wrong.SAME_POINTS: _("Two levels have the same points."),
    }


def question_from(stored: dict[str, Any]) -> tuple[Question | None, Remarks]:
    """The question, where it can be kept; and what is to be said of it either way."""
    question, remarks = checked(read_question, stored)
    if question is None:
        return None, remarks
    words = wrong_words()
    errors: dict[str, list[str]] = {}
    for fault in faults(question):
        errors.setdefault(path_of(fault.at), []).append(words[fault.wrong])
    return (None if errors else question), Remarks(errors, frozenset(path_of(gap) for gap in gaps(question)))


def checked(read: Callable[[Any], Shape], stored: dict[str, Any]) -> tuple[Shape | None, Remarks]:
    try:
        return read(stored), Remarks()
    except msgspec.ValidationError as fault:
        said, _at, place = str(fault).partition(" - at ")
        missing = re.search(r"missing required field `(\w+)`", said)
        path = ".".join(part for part in (path_of(place), missing.group(1) if missing else "") if part)
        return None, Remarks({path: [words_for(said)]})
