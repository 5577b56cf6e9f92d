"""When somebody is asked how sure they are: pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

When = Literal["before", "after", "later"]

LATER = timedelta(weeks=6)  # our default: what is still there after weeks is what was learnt
TOO_LATE = timedelta(weeks=12)  # nobody is reminded of it after that


def moment(*, lessons_done: int, finished_at: datetime | None, now: datetime) -> When | None:
    """None in the middle of a course: how sure somebody is then says neither what they came with nor what they leave with."""
    if finished_at is None:
        return None if lessons_done else "before"
    return "later" if now >= finished_at + LATER else "after"
