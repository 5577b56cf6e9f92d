"""The conference's own clock: how long it has been on, pauses and outages not counted.

Moments of the conference are a `timedelta` since it started; moments of the world are a `datetime`. While the
clock stands, `anchor` is None. Everything that is due is told in moments of the conference, so that a pause of
a week moves all of it by a week and fires nothing.
"""

from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace


class ConferenceClock(Struct, frozen=True):
    """`ran` is how long it had run at `anchor`; `stretches` are the earlier (start, ran before, length) that it ran."""

    anchor: datetime | None = None
    ran: timedelta = timedelta()
    stretches: tuple[tuple[datetime, timedelta, timedelta], ...] = ()

    def read(self, now: datetime) -> timedelta:
        """The moment of the conference at this moment of the world."""
        return self.ran if self.anchor is None else self.ran + max(now - self.anchor, timedelta())

    def at(self, moment: timedelta) -> datetime | None:
        """The moment of the world when it will read this, if nothing stops it; None while it stands."""
        return None if self.anchor is None else self.anchor + (moment - self.ran)

    def after(self, now: datetime, seconds: int) -> timedelta:
        """What it will read so many seconds of its own after this moment of the world."""
        return self.read(now) + timedelta(seconds=seconds)

    def was(self, then: datetime) -> timedelta:
        """What it read at an earlier moment of the world."""
        if self.anchor is not None and then >= self.anchor:
            return self.read(then)
        for start, ran, length in reversed(self.stretches):
            if then >= start:
                return ran + min(then - start, length)
        return timedelta()

    def started(self, now: datetime) -> "ConferenceClock":
        """Running from now on."""
        return replace(self, anchor=now)

    def stopped(self, now: datetime) -> "ConferenceClock":
        """Standing from now on."""
        if self.anchor is None:
            return self
        length = max(now - self.anchor, timedelta())
        stretch = (self.anchor, self.ran, length)
        return ConferenceClock(None, self.ran + length, (*self.stretches, stretch))
