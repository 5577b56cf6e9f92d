"""One socket's side of a room: who it is, where it looks from, and what waits to be sent to it.

What waits is bounded. A reader who falls behind is cut and comes back with what was missed, rather than being
buffered for without end.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from simulations.engine.actors import Seated
from simulations.engine.viewers import Public
from simulations.engine.viewers import Viewer as LooksFrom
from simulations.grounds import Claim, Grounds
from simulations.live.membership import Membership
from simulations.live.protocol import Bye, Encoding, Message, Why, encode
from simulations.presence import Held

MOST_MESSAGES = 256
MOST_BYTES = 1024 * 1024


class Wire(Protocol):
    """A connection to which may be written at once while its reader keeps up."""

    def write(self, text: bytes) -> bool:
        """Whether it was written; not while what was written before still waits."""


@dataclass(eq=False, slots=True, kw_only=True)
class Viewer:
    """A connected member. `heard_at` is when their client last sent anything; what `wire` takes at once never waits here.

    `grounds` is what they were last admitted on; `quiet`: nothing was sent since that was last looked at. Where they come by
    requests, `line` names their line, and it `continues` if they came by it before, here or to another worker.
    """

    membership: Membership
    session_key: str
    door: str
    language: str
    encoding: Encoding
    since: datetime
    heard_at: datetime
    looks_from: LooksFrom = field(default_factory=Public)
    leaving: Why | None = None
    grounds: Grounds = ""
    wire: Wire | None = None
    quiet: bool = True
    line: str = ""
    continues: bool = False
    # A list, and a future only while nothing waits: a queue of asyncio's takes 3 KiB of each of a thousand viewers.
    _outbox: list[bytes | Bye | None] = field(default_factory=list)
    _empty: asyncio.Future[None] | None = None
    _bytes: int = 0

    @property
    def who(self) -> str:
        """The member's reference in the log, or `facilitator`."""
        return self.membership.who

    @property
    def claim(self) -> Claim:
        """What is to hold for as long as they are here."""
        return self.membership.conference, self.session_key, self.membership.person

    @property
    def presence(self) -> str:
        """Under what their connection is known."""
        return self.membership.presence

    def held(self, worker: str) -> Held:
        """Whose connection it is, and what has it: this worker, or their line, of which other workers may have copies."""
        return self.presence, self.line or worker

    @property
    def seat(self) -> str:
        """The seat they are on, or nothing."""
        return self.looks_from.seat if isinstance(self.looks_from, Seated) else ""

    def send(self, message: Message) -> None:
        """Put a message into the outbox."""
        self.send_encoded(encode(message))

    def send_encoded(self, message: bytes) -> None:
        """Put a message into the outbox that several viewers get alike."""
        self.quiet = False
        if self.leaving or (self.wire is not None and not self._outbox and self.wire.write(message)):
            return
        self._bytes += len(message)
        if len(self._outbox) >= MOST_MESSAGES or self._bytes > MOST_BYTES:
            self.cut("slow")
        else:
            self._put(message)

    def cut(self, why: Why) -> None:
        """Send nothing any more but the reason, and have the connection closed."""
        if self.leaving:
            return
        self.leaving = why
        self._outbox.clear()
        self._put(Bye(why))

    def end(self) -> None:
        """The connection is gone; nothing more can be sent."""
        self._put(None)

    async def next_message(self) -> bytes | Bye | None:
        """What is to be sent next; a `Bye` is the last, and None the end without one."""
        while not self._outbox:
            self._empty = asyncio.get_running_loop().create_future()
            await self._empty
        message = self._outbox.pop(0)
        if isinstance(message, bytes):
            self._bytes -= len(message)
        return message

    def _put(self, message: bytes | Bye | None) -> None:
        self._outbox.append(message)
        if self._empty is not None and not self._empty.done():
            self._empty.set_result(None)
