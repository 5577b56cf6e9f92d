"""Counting days: working days go from Monday to Friday and leave out bank holidays; months keep a month's end. A day is one in Wales."""

from collections.abc import Set
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from simulations.engine.practice.kinds import Limit
from simulations.engine.scenario.values import Day

SATURDAY = 5
HOURS_A_DAY = 24
IN_WALES = ZoneInfo("Europe/London")


def local_day(moment: datetime) -> date:
    """The day it is in Wales at a moment of the world, which carries a time zone."""
    return moment.astimezone(IN_WALES).date()


def is_working_day(day: date, holidays: Set[date]) -> bool:
    """Whether offices are open: no weekend, no bank holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def last_day(limit: Limit, start: date, holidays: Set[date]) -> date:
    """The last day within a limit whose clock started on `start`; that day itself is not counted. Never before `start`."""
    if limit.unit == "working-days":
        return _working_days_after(start, limit.number, holidays)
    if limit.unit == "hours":
        return start + timedelta(days=-(-limit.number // HOURS_A_DAY))
    return Day(limit.number, limit.unit).on(start)


def _working_days_after(start: date, number: int, holidays: Set[date]) -> date:
    day = start
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day, holidays)
    return day
