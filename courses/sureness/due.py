"""What waits of how sure somebody is, for the letter of reminders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import ngettext

from assessments.reminding.sources import Source
from courses.sureness.selectors import due_by_person


def counted(people: Iterable[int], _today: date) -> dict[int, int]:
    return due_by_person(people)


def in_words(number: int) -> str:
    return ngettext(
        "You finished %(number)s course some weeks ago. How sure are you now of what you learnt?",
        "You finished %(number)s courses some weeks ago. How sure are you now of what you learnt?",
        number,
    ) % {"number": number}


SURENESS = Source(counted, in_words, "courses:sureness-waiting")
