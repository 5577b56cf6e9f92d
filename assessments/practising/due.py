"""What of practice waits for somebody, for the letter of reminders."""

from django.utils.translation import ngettext

from assessments.practising.selectors import due_by_person
from assessments.reminding.sources import Source


def in_words(number: int) -> str:
    return ngettext(
        "%(number)s question that you once got wrong is worth asking again now:",
        "%(number)s questions that you once got wrong are worth asking again now:",
        number,
    ) % {"number": number}


PRACTICE = Source(due_by_person, in_words, "assessments:practising:today")
