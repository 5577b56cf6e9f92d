"""Whether somebody's training is in date, on any day: a pure function of a rule, a first day and what was credited.

The rules are the national framework's (Social Care Wales, Appendix 2 "at a glance"), one a group, each with its source. Where
the framework leaves a figure open, or it could not be read, `defaults` names the fields that are our proposal for an
employer or a board to change. An employer may be stricter than the framework, never laxer. A new version of the rules is a
new `Scheme` with the day it holds from: nobody's past standing changes.

Times are whole days, windows whole months; learning is in minutes.
"""

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

DUE_SOON_DAYS = 90

AT_A_GLANCE = (
    "https://gofalcymdeithasol.cymru/adnoddau-canllawiau/diogelu-rhestr/"
    "fframwaith-hyfforddi-dysgu-a-datblygu-diogelu-cenedlaethol/atodiad-2-yn-gryno-anghenion-hyfforddi"
)
GROUP_F = (
    "https://socialcare.wales/resources-guidance/safeguarding-list/"
    "national-safeguarding-training-learning-and-development-framework/group-f"
)


class Status(StrEnum):
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    IN_DATE = "in-date"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one group must learn. `rolling`: the minutes must lie in the window that ends on the day asked about;
    otherwise training that was enough once holds for a window. `role_specific`, `log` and `vawdasv` (awareness of violence
    against women, domestic abuse and sexual violence) ask for more than minutes and are told, not computed."""

    group: str
    first_months: int
    first_minutes: int
    window_months: int
    refresh_minutes: int
    rolling: bool
    source: str
    role_specific: bool = False
    log: bool = False
    vawdasv: bool = False
    defaults: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if min(self.first_months, self.first_minutes, self.window_months, self.refresh_minutes) < 1:
            raise ValueError("a rule's months and minutes are 1 or more")


@dataclass(frozen=True, slots=True)
class Scheme:
    """A set of rules, and the day from which it holds."""

    name: str
    version: str
    holds_from: date
    rules: Mapping[str, Rule]


@dataclass(frozen=True, slots=True)
class Learned:
    """Minutes credited on a day."""

    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands on a day. `until`: the last day they stay in date if they learn nothing more, or the last day to
    have learned enough for the first time; None where neither applies. `minutes` of the `wanted` minutes count on that day."""

    status: Status
    until: date | None
    minutes: int
    wanted: int

    @property
    def is_in_date(self) -> bool:
        return self.status in (Status.IN_DATE, Status.DUE_SOON, Status.EXEMPT)


def _rules() -> dict[str, Rule]:
    hours = 60
    unread = frozenset({"first_months", "window_months", "refresh_minutes"})
    rules = [
        Rule("A", 6, 1 * hours, 36, 1 * hours, False, AT_A_GLANCE, defaults=frozenset({"first_months"})),
        Rule("B", 6, 6 * hours, 36, 6 * hours, False, AT_A_GLANCE),
        Rule("C", 6, 8 * hours, 36, 8 * hours, False, AT_A_GLANCE, role_specific=True),
        Rule("D", 6, 8 * hours, 36, 24 * hours, True, AT_A_GLANCE, role_specific=True),
        Rule("E", 6, 8 * hours, 36, 24 * hours, True, AT_A_GLANCE, log=True, defaults=frozenset({"first_minutes"})),
        Rule("F", 6, 1 * hours, 36, 1 * hours, False, GROUP_F, vawdasv=True, defaults=unread),
    ]
    return {rule.group: rule for rule in rules}


# The day is that of the framework's launch week, which is a proposal too: the framework names none.
FRAMEWORK = Scheme(
    "National safeguarding training, learning and development framework", "2023", date(2023, 11, 13), _rules()
)


@lru_cache(maxsize=10_000)  # asked a few times for each credit of a region, of few different days
def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later (or earlier), or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def standing_on(day: date, rule: Rule, start: date, learned: Sequence[Learned], exempt: str = "") -> Standing:
    """The standing on `day` of somebody in the rule's group since `start`. What is learned after `day` is left out; what
    was learned before `start`, with another employer, counts. `exempt` is the reason, where somebody is."""
    known = _by_day(each for each in learned if each.day <= day and each.minutes > 0)
    if exempt:
        return Standing(Status.EXEMPT, None, sum(each.minutes for each in known), 0)
    return _rolling(day, rule, start, known) if rule.rolling else _lasting(day, rule, start, known)


def _by_day(learned: Iterable[Learned]) -> list[Learned]:
    """The first day first, each day's minutes together: which of two lessons of one day was told first decides nothing."""
    minutes: dict[date, int] = {}
    for each in learned:
        minutes[each.day] = minutes.get(each.day, 0) + each.minutes
    return [Learned(day, minutes[day]) for day in sorted(minutes)]


def _lasting(day: date, rule: Rule, start: date, learned: Sequence[Learned]) -> Standing:
    """Training that was enough once holds for a window; what comes after it gathers towards the next."""
    enough_on: date | None = None
    gathered: list[Learned] = []
    for each in learned:
        gathered = [*(earlier for earlier in gathered if each.day <= _lapses(earlier, rule)), each]
        if sum(one.minutes for one in gathered) >= _wanted(rule, enough_on):
            enough_on, gathered = each.day, []
    until = months_after(enough_on, rule.window_months) if enough_on else None
    return _standing(day, rule, start, until, _within(day, rule, gathered), _wanted(rule, enough_on))


def _wanted(rule: Rule, enough_on: date | None) -> int:
    return rule.refresh_minutes if enough_on else rule.first_minutes


def _rolling(day: date, rule: Rule, start: date, learned: Sequence[Learned]) -> Standing:
    """In the first window the first hours are enough; after it the window that ends on the day must hold the refresh hours."""
    # In date turns to out of date only the day after something lapses: these are the days before such a turn.
    last_days = sorted({_lapses(each, rule) for each in learned} | {months_after(start, rule.window_months)})
    turns = [last for last in last_days if _is_enough(last, rule, start, learned)]
    if _is_enough(day, rule, start, learned):
        until: date | None = next(
            last for last in last_days if last >= day and not _is_enough(_next(last), rule, start, learned)
        )
    elif turns and turns[0] < day:
        until = max(last for last in turns if last < day)
    else:
        until = None
    return _standing(day, rule, start, until, _within(day, rule, learned), _rolling_wanted(day, rule, start))


def _is_enough(day: date, rule: Rule, start: date, learned: Sequence[Learned]) -> bool:
    return _within(day, rule, learned) >= _rolling_wanted(day, rule, start)


def _rolling_wanted(day: date, rule: Rule, start: date) -> int:
    return rule.first_minutes if day <= months_after(start, rule.window_months) else rule.refresh_minutes


def _within(day: date, rule: Rule, learned: Sequence[Learned]) -> int:
    return sum(each.minutes for each in learned if each.day <= day <= _lapses(each, rule))


def _lapses(learned: Learned, rule: Rule) -> date:
    """The last day on which something learned counts."""
    return months_after(learned.day, rule.window_months)


def _next(day: date) -> date:
    return day + timedelta(days=1)


def _standing(day: date, rule: Rule, start: date, until: date | None, minutes: int, wanted: int) -> Standing:
    if until is None:
        deadline = months_after(start, rule.first_months)
        if day > deadline:
            return Standing(Status.OVERDUE, deadline, minutes, wanted)
        return Standing(Status.IN_PROGRESS if minutes else Status.NOT_STARTED, deadline, minutes, wanted)
    if day > until:
        return Standing(Status.OVERDUE, until, minutes, wanted)
    soon = (until - day).days <= DUE_SOON_DAYS
    return Standing(Status.DUE_SOON if soon else Status.IN_DATE, until, minutes, wanted)
