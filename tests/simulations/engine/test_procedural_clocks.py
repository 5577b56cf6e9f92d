"""Limits and working days: what the procedures give is data, counted the same way everywhere."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from simulations.engine.practice import NATIONAL, NOT_VERIFIED, Limit, Practice, is_working_day, last_day
from simulations.engine.scenario.vocabulary import Meeting

DAYS = some.dates(date(2020, 1, 1), date(2040, 12, 31))
UNITS = some.sampled_from(["hours", "working-days", "days", "weeks", "months"])
LIMITS = some.builds(Limit, some.integers(0, 60), UNITS)
HOLIDAYS = some.frozensets(some.dates(date(2020, 1, 1), date(2020, 3, 1)), max_size=30)


@given(limit=LIMITS, start=DAYS, holidays=HOLIDAYS)
def test_a_limit_is_never_before_its_start(limit: Limit, start: date, holidays: frozenset[date]) -> None:
    assert last_day(limit, start, holidays) >= start


@given(
    number=some.integers(1, 40),
    start=some.dates(date(2019, 12, 1), date(2020, 3, 1)),
    holidays=HOLIDAYS,
)
def test_working_days_end_on_none_that_is_a_weekend_or_a_holiday(
    number: int, start: date, holidays: frozenset[date]
) -> None:
    last = last_day(Limit(number, "working-days"), start, holidays)
    assert is_working_day(last, holidays)
    between = [start + timedelta(days=each) for each in range(1, (last - start).days + 1)]
    assert sum(is_working_day(day, holidays) for day in between) == number


@pytest.mark.parametrize(
    ("limit", "start", "last"),
    [
        (Limit(10, "working-days"), date(2026, 5, 4), date(2026, 5, 18)),
        (Limit(10, "working-days"), date(2026, 5, 22), date(2026, 6, 8)),  # over the bank holiday of 25 May
        (Limit(1, "working-days"), date(2026, 5, 22), date(2026, 5, 26)),
        (Limit(6, "weeks"), date(2026, 5, 4), date(2026, 6, 15)),
        (Limit(3, "months"), date(2026, 11, 30), date(2027, 2, 28)),
        (Limit(24, "hours"), date(2026, 5, 4), date(2026, 5, 5)),
        (Limit(0, "hours"), date(2026, 5, 4), date(2026, 5, 4)),
    ],
)
def test_days_are_counted_as_an_office_counts_them(limit: Limit, start: date, last: date) -> None:
    assert last_day(limit, start, {date(2026, 5, 25)}) == last


def test_a_practice_comes_back_from_json_as_it_was() -> None:
    assert msgspec.json.decode(msgspec.json.encode(NATIONAL), type=Practice) == NATIONAL


def test_what_was_read_has_its_source_and_day_and_what_was_not_has_neither() -> None:
    rules = (*NATIONAL.clocks, NATIONAL.quorum, *NATIONAL.without_consensus)
    for rule in rules:
        unread = rule.footing.mark in NOT_VERIFIED
        assert unread == (not rule.footing.source) == (rule.footing.read is None), rule


def test_quorum_and_who_decides_at_an_initial_conference_are_told_as_defaults() -> None:
    initial = NATIONAL.decides_in(Meeting.INITIAL)
    assert initial is not None
    assert {NATIONAL.quorum.footing.mark, initial.footing.mark} <= NOT_VERIFIED
    review = NATIONAL.decides_in(Meeting.REVIEW)
    assert review is not None
    assert review.footing.mark == "read"


@pytest.mark.parametrize(
    ("meeting", "core_group", "next_conference"),
    [
        (Meeting.INITIAL, "first-core-group", "first-review"),
        (Meeting.REVIEW, None, "next-review"),
        (Meeting.TRANSFER_IN, "first-core-group", None),
        (Meeting.CORE_GROUP, "next-core-group", None),
        (Meeting.STRATEGY, None, None),
    ],
)
def test_each_meeting_is_held_to_the_clocks_that_start_with_it(
    meeting: Meeting, core_group: str | None, next_conference: str | None
) -> None:
    clocks = [NATIONAL.clock_for("core-group", meeting), NATIONAL.clock_for("next-conference", meeting)]
    assert [clock.id if clock else None for clock in clocks] == [core_group, next_conference]
