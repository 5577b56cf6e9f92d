"""Timestamps (4.2.2, ISO 8601 with a zone, in the RFC 3339 profile) and durations (ISO 8601)."""

import re
from datetime import datetime

from records.xapi.problems import StatementProblem

TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d(:?\d\d)?)", re.IGNORECASE)
# Years and months have no fixed length: the specification allows them, we cannot count them as minutes.
DURATION = re.compile(r"P(?!$)(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?)")
CALENDAR_DURATION = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")


def timestamp_of(value: object, where: str) -> datetime:
    """An aware datetime; a time without a zone is refused, and so is the unknown offset -00:00."""
    if not isinstance(value, str) or not TIMESTAMP.fullmatch(value) or value.endswith(("-00:00", "-0000", "-00")):
        raise StatementProblem(where, "must be a time with its zone, such as 2026-11-22T09:30:00Z")
    try:
        return datetime.fromisoformat(value.upper().replace(" ", "T"))
    except ValueError:
        raise StatementProblem(where, "must be a time that exists, such as 2026-11-22T09:30:00Z") from None


def minutes_of(value: object, where: str) -> int:
    """The whole minutes in an ISO 8601 duration, rounded down; 0 for one in years or months."""
    if not isinstance(value, str) or len(value) > 40:
        raise StatementProblem(where, "must be an ISO 8601 duration, such as PT25M")
    if found := DURATION.fullmatch(value):
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds // 60
    if CALENDAR_DURATION.fullmatch(value):
        return 0
    raise StatementProblem(where, "must be an ISO 8601 duration, such as PT25M")
