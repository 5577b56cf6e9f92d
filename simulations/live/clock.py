"""The conference's clock: asks each room that runs for what is due, and lets it fire.

Several processes may run a clock. A lease in the database has one of them look after a conference, so that the others
need not; and should two think they hold it, a tick's id derives from what is due, so it counts once. A clock
that dies is replaced when its lease runs out.

While nobody is heard nothing is fired: the server or everybody's connection is away, and the conference waits for them.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from assessments.reminding import letters as reminders
from simulations.attendance import record_what_is_due
from simulations.live.house import WORKER, House
from simulations.models import ClockLease, Conference
from simulations.presence import OUTAGE
from simulations.reflecting.follow_up import write
from simulations.retention import tidy

logger = logging.getLogger(__name__)
LEASE = timedelta(seconds=10)
LOOK_EVERY = timedelta(seconds=1)
LOOK_AT_LEASES_EVERY = LEASE / 4
RECORD_EVERY = timedelta(seconds=5)
TIDY_EVERY = timedelta(hours=1)


class Clock:
    """This process's."""

    def __init__(self, house: House, now: Callable[[], datetime] = timezone.now, owner: str = WORKER) -> None:
        self._house = house
        self._now = now
        self._owner = owner
        self._tidied: datetime | None = None
        self._recorded: datetime | None = None
        self._ours: set[int] = set()
        self._looked_at_leases: datetime | None = None

    async def run(self) -> None:
        """For ever."""
        while True:
            try:
                wait = await self.look()
            except Exception:
                logger.exception("The clock missed a beat; it goes on")
                wait = LOOK_EVERY
            await asyncio.sleep(wait.total_seconds())

    async def look(self) -> timedelta:
        """Fire what is due, every few seconds record who attended what has closed, and once an hour forget what was kept long
        enough and write the letters that are due.

        Returns how long until the next look.
        """
        if self._is_time(self._recorded, RECORD_EVERY):
            self._recorded = self._now()
            await self._house.keeps.read(record_what_is_due)
        if self._is_time(self._tidied, TIDY_EVERY):
            self._tidied = self._now()
            await self._house.keeps.read(tidy, self._tidied)
            await self._house.keeps.read(write, self._tidied)
            await self._house.keeps.read(reminders.write, self._tidied)
        next_due: list[timedelta] = [LOOK_EVERY]
        for conference in await self._looked_after():
            room = await self._house.room(conference)
            due = room.due()
            if due is not None and due <= self._now():
                await room.tick()
                due = room.due()
            if due is not None:
                next_due.append(max(due - self._now(), timedelta(milliseconds=50)))
        return min(next_due)

    def _is_time(self, last: datetime | None, every: timedelta) -> bool:
        return last is None or self._now() - last >= every

    async def _looked_after(self) -> list[int]:
        """The conferences to look at now. While all that run are its own, the leases hold a while without a look at them."""
        running = await self._house.keeps.read(heard_lately, self._now())
        if not self._ours.issuperset(running) or self._is_time(self._looked_at_leases, LOOK_AT_LEASES_EVERY):
            self._looked_at_leases = self._now()
            self._ours = set(await self._house.keeps.read(leased, running, self._owner, self._looked_at_leases))
        return [each for each in running if each in self._ours]


def heard_lately(now: datetime) -> list[int]:
    """The running conferences in which somebody was heard lately."""
    running = Conference.objects.filter(state=Conference.State.RUNNING)
    lately = running.annotate(heard_at=Max("presences__heard_at")).filter(heard_at__gt=now - OUTAGE)
    return list(lately.values_list("pk", flat=True))


def leased(conferences: Sequence[int], owner: str, now: datetime) -> list[int]:
    """Those of these conferences that this clock has, or can have, the lease of; renews those it has."""
    leases = ClockLease.objects.filter(conference__in=conferences, until__gt=now)
    held = {conference: (whose, until) for conference, whose, until in leases.values_list("pk", "owner", "until")}
    if any(whose == owner and until <= now + LEASE / 2 for whose, until in held.values()):
        leases.filter(owner=owner).update(until=now + LEASE)
    ours = {conference for conference, (whose, _until) in held.items() if whose == owner}
    return [each for each in conferences if each in ours or (each not in held and lease(each, owner, now))]


def lease(conference: int, owner: str, now: datetime) -> bool:
    """Take or renew the lease; False while another clock has it."""
    _held, new = ClockLease.objects.get_or_create(
        conference_id=conference, defaults={"owner": owner, "until": now + LEASE}
    )
    if new:
        return True
    free = ClockLease.objects.filter(conference=conference, owner=owner) | ClockLease.objects.filter(
        conference=conference, until__lt=now
    )
    return bool(free.update(owner=owner, until=now + LEASE))
