"""Questions from a file taken into a bank: what would become of each is told first, then done in one transaction.

A question that the bank has not is new. One that it has gets the texts that were brought, as its next version; where it is
brought in both languages it may change in other ways too. A bank that is written in a file is changed there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from assessments.exchange import Differs, Entry, Problem, Reading, joined, loss, mistake
from assessments.models import Bank, BankQuestion, QuestionVersion
from assessments.questions import Question
from assessments.questions.completeness import gaps, ids
from assessments.versions import next_version
from people.actions import NotPossible
from people.models import User


class Fate(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    KEPT_OUT = "kept-out"


@dataclass(frozen=True)
class Planned:
    """What becomes of one question; `question` is what the bank has of it afterwards."""

    entry: Entry
    fate: Fate
    question: Question
    outcome: str = ""

    @property
    def waits(self) -> list[str]:
        """The places that somebody has still to write, as in `gaps`."""
        return gaps(self.question)


@dataclass(frozen=True)
class Plan:
    planned: tuple[Planned, ...]
    problems: tuple[Problem, ...]

    def count(self, fate: Fate) -> int:
        return sum(each.fate is fate for each in self.planned)


def plan(bank: Bank, reading: Reading) -> Plan:
    """What taking a file in would do; nothing is written. Two queries. Raises NotPossible for a bank written in a file."""
    if bank.from_file:
        raise NotPossible(
            _("This bank is written in a file of Diogel. Make a bank of your own, and take questions in there.")
        )
    keys = [entry.key for entry in reading.entries]
    there = {
        str(each.key): each for each in BankQuestion.objects.filter(key__in=keys).select_related("current", "bank")
    }
    outcomes = {
        each: found.slug for found in bank.outcomes.all() for each in (found.slug, found.name_en, found.name_cy)
    }
    problems = list(reading.problems)
    planned = [_planned(bank, entry, there.get(entry.key), outcomes, problems) for entry in reading.entries]
    return Plan(tuple(planned), tuple(problems))


@transaction.atomic
def take_in(bank: Bank, reading: Reading, by: User | None = None) -> Plan:
    """Do what `plan` says. Taking the same file in again changes nothing. Raises NotPossible."""
    Bank.objects.select_for_update().get(pk=bank.pk)
    done = plan(bank, reading)
    for each in done.planned:
        if each.fate in {Fate.NEW, Fate.CHANGED}:
            question, _is_new = BankQuestion.objects.get_or_create(key=each.entry.key, defaults={"bank": bank})
            next_version(question, each.question, each.outcome, QuestionVersion.Welsh.AWAITING, by)
    return done


def _planned(
    bank: Bank, entry: Entry, there: BankQuestion | None, outcomes: dict[str, str], problems: list[Problem]
) -> Planned:
    outcome = _outcome(entry, there, outcomes, problems)
    if there is None or there.current is None:
        return Planned(entry, Fate.NEW, entry.question, outcome)
    if there.bank_id != bank.pk:
        problems.append(mistake("in-another-bank", entry.place, bank=(there.bank.name_en, there.bank.name_cy)))
        return Planned(entry, Fate.KEPT_OUT, entry.question)
    try:
        question = _put_together(there.current.asked, entry.question)
    except Differs:
        problems.append(mistake("differs", entry.place))
        return Planned(entry, Fate.KEPT_OUT, entry.question)
    same = (question, outcome) == (there.current.asked, there.current.outcome)
    return Planned(entry, Fate.SAME if same else Fate.CHANGED, question, outcome)


def _outcome(entry: Entry, there: BankQuestion | None, outcomes: dict[str, str], problems: list[Problem]) -> str:
    """The bank's short name for it; a file without one changes nothing."""
    if not entry.outcome:
        return there.current.outcome if there and there.current else ""
    if entry.outcome not in outcomes:
        problems.append(loss("outcome-unknown", entry.place, name=entry.outcome))
    return outcomes.get(entry.outcome, "")


def _put_together(kept: Question, brought: Question) -> Question:
    """Raises Differs where one language was brought and more than its texts is different."""
    in_both = bool(brought.prompt.en and brought.prompt.cy)
    if in_both and set(ids(kept, "")) == set(ids(brought, "")):
        return brought
    try:
        return joined(kept, brought)
    except (Differs, msgspec.ValidationError) as fault:
        if in_both:
            return brought
        raise Differs from fault
