"""All rooms of this process: opens one when it is asked for, looks after those that are open, closes those nobody uses.

Every second it asks the database for the heads of the open rooms. The doorbell is quicker, but may be lost, and then
this mends it.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta

from simulations import log, presence
from simulations.grounds import grounds
from simulations.live import instants
from simulations.live.protocol import Why
from simulations.live.rooms import Room, opening
from simulations.live.store import Keeps, Store

logger = logging.getLogger(__name__)
WORKER = secrets.token_urlsafe(9)
"""This process, in rows that several processes share."""
LOOK_EVERY = 1.0
KEPT_OPEN = timedelta(minutes=2)
"""An unused room is kept so long, since people whose connection was lost come back."""


class House:
    """The rooms of this process."""

    def __init__(
        self, keeps: Keeps, ring: Callable[[int, int], None], now: Callable[[], datetime] = instants.now
    ) -> None:
        self.keeps = keeps
        self._ring = ring
        self._now = now
        self._rooms: dict[int, asyncio.Task[Room]] = {}
        self._looking: asyncio.Task[None] | None = None
        self._looks: set[asyncio.Task[None]] = set()

    async def room(self, conference: int) -> Room:
        """The room of a conference, opened if need be; Conference.DoesNotExist if there is none."""
        if self._looking is None:
            self._looking = asyncio.create_task(self._look_for_ever())
        if conference not in self._rooms:
            self._rooms[conference] = asyncio.create_task(self._open(conference))
        room = _opened(self._rooms[conference])
        if room is None:
            try:
                room = await asyncio.shield(self._rooms[conference])
            except Exception:
                self._rooms.pop(conference, None)
                raise
        room.used_at = self._now()
        return room

    def rang(self, conference: int, number: int) -> None:
        """A log grew, here or elsewhere; number 0: who may be in the room has changed."""
        task = self._rooms.get(conference)
        room = _opened(task) if task else None
        if room is not None and number == 0:
            room.rang()
            self._soon(self._look_who_may_stay([room]))
        elif room is not None and number > room.number:
            room.rang()

    def cut_all(self, why: Why) -> None:
        """Say goodbye to everybody in every room."""
        for room in self._open_rooms().values():
            room.cut_all(why)

    async def _open(self, conference: int) -> Room:
        start = await self.keeps.read(opening, conference)
        return Room(conference, start, self.keeps, worker=WORKER, ring=self._ring, now=self._now)

    def _open_rooms(self) -> dict[int, Room]:
        opened = ((key, _opened(task)) for key, task in self._rooms.items())
        return {key: room for key, room in opened if room is not None}

    async def _look_for_ever(self) -> None:
        # By a clock that nobody sets: should the machine's be put back, everybody would seem silent until it is that late again.
        time = asyncio.get_running_loop().time
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                await self._look_at_heads()
                await self._beat([room for room in self._open_rooms().values() if room.takes_turn(time())])
            except Exception:
                logger.exception("Looking after the rooms failed; it is tried again")

    async def _look_at_heads(self) -> None:
        rooms = self._open_rooms()
        if rooms:
            for conference, number in (await self.keeps.read(log.heads, list(rooms))).items():
                self.rang(conference, number or -1)

    async def _beat(self, rooms: Sequence[Room]) -> None:
        """These rooms' turn to be looked after: beats, and then a query or two for all of them together."""
        for room in rooms:
            if room.viewers:
                room.beat()
            elif self._now() - room.used_at > KEPT_OPEN:
                del self._rooms[room.conference]
                room.close()
        used = [room for room in rooms if room.viewers]
        await self._look_who_may_stay(used)
        await self._look_round(used)

    async def _look_who_may_stay(self, rooms: Sequence[Room]) -> None:
        """Cut everybody who was removed, deactivated or signed out."""
        viewers = {room: list(room.viewers) for room in rooms}
        claims = [viewer.claim for theirs in viewers.values() for viewer in theirs]
        found = await self.keeps.read(grounds, claims) if claims else {}
        for room, theirs in viewers.items():
            await room.admit_again(theirs, found)

    async def _look_round(self, rooms: Sequence[Room]) -> None:
        """See who is connected, over all workers."""
        by_conference = {room.conference: room for room in rooms}
        if rooms:
            here = [await room.here() for room in rooms]
            for conference, seen in (await self.keeps.read(presence.heard, here, self._now())).items():
                by_conference[conference].saw(seen)

    def _soon(self, looking: Coroutine[object, object, None]) -> None:
        task = asyncio.create_task(looking)
        self._looks.add(task)
        task.add_done_callback(self._looks.discard)


def _opened(task: asyncio.Task[Room]) -> Room | None:
    """The room, once it is open."""
    return task.result() if task.done() and not task.cancelled() and task.exception() is None else None


_house: House | None = None


def the_house() -> House:
    """The one house of this process, made when it is first asked for."""
    from simulations.live.doorbell import doorbell

    global _house
    if _house is None:
        _house = House(Store(), doorbell.ring)
        doorbell.attend(_house.rang)
    return _house
