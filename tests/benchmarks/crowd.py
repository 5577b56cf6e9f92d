"""Many people at sockets, for the benchmark of the live room: they say something, and it is timed until everybody has it.

What is said carries a number between two signs, which is found again in whatever form it arrives. So the same crowd can
stand before our server, in either encoding, and before its peers.
"""

import asyncio
import contextlib
import itertools
import json
import random
import re
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

TOKEN = re.compile(r"~(\d+)~")
DELIVERED_WITHIN = 10.0
"""Seconds after which what has not come is counted as missing."""
BEAT = 10.0
SPREAD = 3.0
"""Seconds over which those whose server restarted come back, as the page does."""
Say = Callable[[int, int], str]
NUMBERS = itertools.count(1)
"""Of everything said in this run: a number that came again would be a command that was carried out already."""


@dataclass
class Timings:
    """What one stretch brought: the seconds from sending until each one had it, and what never came."""

    latencies: list[float] = field(default_factory=list)
    said: int = 0
    expected: int = 0
    bytes_delivered: int = 0
    seconds: float = 0.0
    disorder: int = 0
    refused: list[str] = field(default_factory=list)

    @property
    def delivered(self) -> int:
        return len(self.latencies)

    def ms(self, share: float) -> float:
        """The latency that this share of deliveries kept to, in milliseconds."""
        ordered = sorted(self.latencies)
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000, 1) if ordered else 0.0


class One:
    """One socket of the crowd."""

    def __init__(self, crowd: "Crowd", room: int, place: int) -> None:
        self.crowd = crowd
        self.room = room
        self.place = place
        self.number = -1
        self.viewer = ""
        self.resumed_at = 0.0
        self._wire: ClientConnection | None = None
        self._answered: asyncio.Event = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def come(self) -> None:
        """Connect, and wait for everything, where the server has something to give."""
        self._wire = await self.crowd.opened(self)
        if self.crowd.greets:
            self._take(str(await self._wire.recv()))
        self._tasks = [asyncio.create_task(each) for each in (self._listen(), self._beat())]

    async def say(self, number: int) -> None:
        """Send it, without waiting."""
        assert self._wire is not None
        self._answered.clear()
        self.crowd.sent(number, self.room)
        await self._wire.send(self.crowd.words(number, self.place))

    async def say_and_wait(self, number: int) -> None:
        """Send it, and wait until the server has answered that it is stored."""
        await self.say(number)
        await self._answered.wait()

    async def go(self) -> None:
        for task in self._tasks:
            task.cancel()
        if self._wire is not None:
            await self._wire.close()

    async def _listen(self) -> None:
        while self._wire is not None:
            try:
                async for text in self._wire:
                    self._take(str(text))
            except ConnectionClosed:
                pass
            if not self.crowd.greets:
                return
            await self._come_back()

    async def _come_back(self) -> None:
        await asyncio.sleep(random.random() * SPREAD)
        while True:
            try:
                self._wire = await self.crowd.opened(self, after=str(self.number), viewer=self.viewer)
                self._take(str(await self._wire.recv()))
            except (OSError, WebSocketException, TimeoutError):  # a server that stops may break off the handshake, too
                await asyncio.sleep(0.2 + random.random() * 0.4)
            else:
                self.resumed_at = time.monotonic()
                return

    async def _beat(self) -> None:
        await asyncio.sleep(random.random() * BEAT)
        while self.crowd.greets and self._wire is not None:
            with contextlib.suppress(ConnectionClosed):
                await self._wire.send('{"do":"beat"}')
            await asyncio.sleep(BEAT)

    def _take(self, text: str) -> None:
        for token in TOKEN.findall(text):
            self.crowd.came(int(token), self.room, len(text))
        if not self.crowd.greets:
            return
        head = text[:40]
        if '"change"' in head or '"hello"' in head:
            message = json.loads(text)
            if message["type"] == "hello":
                self.viewer, self.number = message["viewer"], message["number"]
            else:
                self.crowd.timings.disorder += message["from"] != self.number
                self.number = message["to"]
        elif '"done"' in head:
            self._answered.set()
        elif '"refused"' in head:
            self.crowd.timings.refused.append(text)
            self._answered.set()


class Crowd:
    """So many rooms of so many people, before one server. `greets`: it is ours, which answers and numbers what it sends."""

    def __init__(
        self, opened: Callable[..., Coroutine[Any, Any, ClientConnection]], words: Say, *, greets: bool
    ) -> None:
        self.opened = opened
        self.words = words
        self.greets = greets
        self.people: list[list[One]] = []
        self.timings = Timings()
        self._sent: dict[int, float] = {}
        self._left: dict[int, int] = {}

    async def come(self, rooms: range, places: range) -> None:
        """Bring these people in, some at a time."""
        gate = asyncio.Semaphore(20)

        async def one(room: int, place: int) -> One:
            async with gate:
                await (person := One(self, room, place)).come()
            return person

        while len(self.people) < rooms.stop:
            self.people.append([])
        for room in rooms:
            self.people[room] += await asyncio.gather(*(one(room, place) for place in places))

    async def go(self) -> None:
        await asyncio.gather(*(one.go() for room in self.people for one in room))
        self.people = []

    def everybody(self) -> list[One]:
        return [one for room in self.people for one in room]

    async def talk(self, seconds: float, a_second: float) -> Timings:
        """In every room somebody says something so many times a second, each room at moments of its own."""
        self._begin()
        began = time.monotonic()

        async def in_room(room: list[One]) -> None:
            await asyncio.sleep(random.random() / a_second)
            for turn in range(int(seconds * a_second)):
                await asyncio.sleep(max(0.0, began + (turn + random.random()) / a_second - time.monotonic()))
                await room[turn % self.speakers].say(next(NUMBERS))

        await asyncio.gather(*(in_room(room) for room in self.people))
        return await self._end(began)

    async def talk_as_fast_as_stored(self, seconds: float) -> Timings:
        """In every room somebody speaks as soon as the last was stored."""
        self._begin()
        began = time.monotonic()

        async def in_room(room: list[One]) -> None:
            turn = 0
            while time.monotonic() - began < seconds:
                await room[turn % self.speakers].say_and_wait(next(NUMBERS))
                turn += 1

        await asyncio.gather(*(in_room(room) for room in self.people))
        return await self._end(began)

    speakers = 5
    """Of each room, these take turns."""

    def sent(self, number: int, room: int) -> None:
        self._sent[number] = time.monotonic()
        self._left[number] = len(self.people[room])
        self.timings.said += 1
        self.timings.expected += len(self.people[room])

    def came(self, number: int, _room: int, size: int) -> None:
        if number in self._sent:
            self.timings.latencies.append(time.monotonic() - self._sent[number])
            self.timings.bytes_delivered += size
            self._left[number] -= 1
            if not self._left[number]:
                del self._left[number], self._sent[number]

    def _begin(self) -> None:
        self.timings = Timings()
        self._sent.clear()
        self._left.clear()

    async def _end(self, began: float) -> Timings:
        self.timings.seconds = time.monotonic() - began
        until = time.monotonic() + DELIVERED_WITHIN
        while self._left and time.monotonic() < until:
            await asyncio.sleep(0.05)
        return self.timings


async def wire(address: str, **more: Any) -> ClientConnection:
    """A connection without compression and without bounds of its own."""
    return await connect(
        address, compression=None, max_size=None, max_queue=None, ping_interval=None, proxy=None, **more
    )
