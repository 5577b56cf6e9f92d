"""Timestamps (4.2.2, ISO 8601 with a zone, in the RFC 3339 profile) and durations (ISO 8601)."""

import re
from datetime import datetime
from functools import lru_cache

from records.xapi.problems import StatementProblem

TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d(:?\d\d)?)", re.ASCII)
UNKNOWN_OFFSET = ("-00:00", "-0000", "-00")
# Years and months have no fixed length: the specification allows them, we cannot count them as minutes.
DURATION = re.compile(r"P(?!$)(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?)", re.ASCII)
CALENDAR_DURATION = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?", re.ASCII)


def timestamp_of(value: object, where: str) -> datetime:
    """An aware datetime; a time without a zone is refused, and so is the unknown offset -00:00."""
    if type(value) is not str or len(value) > 40 or not TIMESTAMP.fullmatch(value) or value.endswith(UNKNOWN_OFFSET):
        raise StatementProblem(where, "must be a time with its zone, such as 2026-11-22T09:30:00Z")
    try:
        return _moment(value)
    except ValueError:
        raise StatementProblem(where, "must be a time that exists, such as 2026-11-22T09:30:00Z") from None


@lru_cache(maxsize=1_000)  # checked first, then looked up by
def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text.upper().replace(" ", "T"))


def minutes_of(value: object, where: str) -> int:
    """The whole minutes in an ISO 8601 duration, rounded down; 0 for one in years or months."""
    counted = _minutes(value) if type(value) is str and len(value) <= 40 else None
    if counted is None:
        raise StatementProblem(where, "must be an ISO 8601 duration, such as PT25M")
    return counted


@lru_cache(maxsize=1_000)
def _minutes(text: str) -> int | None:
    if found := DURATION.fullmatch(text):
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds // 60
    return 0 if CALENDAR_DURATION.fullmatch(text) else None
