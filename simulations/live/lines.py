"""Where no WebSocket gets through: one client's line of requests, and what of it lies ready in this process.

To the room a line looks like any socket: the consumer serves it, with the same pace, bounds and goodbyes. Any worker can
take any request of it. Each keeps a copy of its own (`Line`), in the room like everybody, with what that is sent; the
client says with each request how far it has come, and a copy that is not just there is thrown away for a new one, which
begins where the client is. In the database all copies are one connection, so another device still takes a person's place.
"""

import asyncio
import contextlib
import secrets
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from django.core.signing import BadSignature, Signer

from simulations.live import instants
from simulations.live.consumer import Scope, Socket
from simulations.live.membership import Standing
from simulations.live.pace import Pace
from simulations.live.protocol import SILENT, SUBPROTOCOL, TRY_LATER

WAIT = 20.0
"""Seconds after which a waiting request is answered with nothing, before anything on the way grows impatient."""
KEPT = 45.0
"""Seconds that a copy is kept without a request: its turn comes again when other workers have had theirs."""
CLOSED_KEPT = 15.0
"""Seconds that a goodbye waits to be fetched."""
UNREAD = 64 * 1024
"""Bytes waiting for the client, above which the room waits for them to be fetched: as much as a socket's buffer."""
UNHEARD = 8
"""Messages of a client that may wait to be read. With more, their request waits."""
MOST_LINES = 8
"""Lines of one session, over all conferences."""
COMES_BACK = frozenset({SILENT, TRY_LATER})
"""Ends of a copy that nobody fetched from for a while: no news to a client who comes again."""


class _Told(msgspec.Struct):
    """What of a message says how far it brings its reader."""

    type: str
    id: str = ""
    viewer: str = ""
    number: int = 0
    to: int = 0


class _Sent(msgspec.Struct):
    id: str = ""


_told = msgspec.json.Decoder(_Told)
_sent = msgspec.json.Decoder(_Sent)


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a client has come: the place it looks from, and its number there."""

    viewer: str
    number: int


class Line:
    """This process's copy. `receive` and `send` are the two ends that an ASGI application has of a WebSocket.

    `reached` is how far its client has come once all that was fetched here has arrived; `reading` is held by the request
    that is to bring what comes next.
    """

    def __init__(self, session: str, conference: int, standing: Standing) -> None:
        self.session = session
        self.conference = conference
        self.standing = standing
        self.reached: Reached | None = None
        self.reading = asyncio.Lock()
        self.pace = Pace()
        self.requests = 0
        self.closed: int | None = None
        self._unheard: asyncio.Queue[dict[str, Any]] = asyncio.Queue(UNHEARD)
        self._unheard.put_nowait({"type": "websocket.connect"})
        self._unread: deque[str] = deque()
        self._unanswered: set[str] = set()
        self._changed = asyncio.Condition()
        self._on_gone: Callable[[], None] = lambda: None
        self._socket: Socket | None = None
        self._serving: asyncio.Task[None] | None = None
        self._leaving: asyncio.TimerHandle | None = None

    def serve(self, scope: Scope, on_gone: Callable[[], None]) -> None:
        """Have it served like a socket."""
        self._on_gone = on_gone
        self._socket = Socket({**scope, "diogel.pace": self.pace}, self.receive, self.send)
        self._serving = asyncio.create_task(self._socket.serve())
        self._serving.add_done_callback(self._ended)

    def hang_up(self) -> None:
        """Nobody comes for it any more."""
        if self._leaving is not None:
            self._leaving.cancel()
        if self._serving is not None:
            self._serving.cancel()
        self._on_gone()

    def follow(self, before: "Line") -> None:
        """In the place of another copy: with its pace, and the answers in it that were not fetched."""
        self.pace = before.pace
        self._unread.extend(text for text in before._unread if _is_answer(_told.decode(text)))

    def is_at(self, reached: Reached | None) -> bool:
        """Whether what lies here follows on what the client has, without what another worker brought them meanwhile."""
        if self.closed in COMES_BACK:
            return False
        return reached is None or self.reached == reached or self._skipped_to(reached)

    def _skipped_to(self, reached: Reached) -> bool:
        at, answers, rest = self.reached, [], deque(self._unread)
        while rest and at != reached:
            told = _told.decode(text := rest.popleft())
            at = _brought(at, told)
            if _is_answer(told):
                answers.append(text)
        if at != reached:
            return False
        self.reached, self._unread = at, deque([*answers, *rest])
        return True

    # What the room's side calls

    async def receive(self) -> dict[str, Any]:
        """What the client sent next."""
        return await self._unheard.get()

    async def send(self, event: dict[str, Any]) -> None:
        """Lay a message ready; returns when the client has fetched enough for more to be laid."""
        async with self._changed:
            if event["type"] == "websocket.send":
                self._unread.append(event["text"])
                self._unanswered.discard(_told.decode(event["text"]).id)
            elif event["type"] == "websocket.close":
                self.closed = event.get("code", 1000)
                self._keep_for_a_while()
            self._changed.notify_all()
            await self._changed.wait_for(lambda: sum(map(len, self._unread)) <= UNREAD)

    # What the client's requests call

    async def hear(self, texts: Sequence[str]) -> bool:
        """Hand the client's messages on, in order, at the pace at which they are read; False if that took too long."""
        self._unanswered.update(*map(_asked_in, texts))
        try:
            async with asyncio.timeout(WAIT):
                for text in texts:
                    await self._unheard.put({"type": "websocket.receive", "text": text})
        except TimeoutError:
            self._unanswered.clear()
            return False
        return True

    async def fetch(self) -> list[str]:
        """What waits for the client, as soon as there is something, or nothing after a while."""
        await self._until(lambda: bool(self._unread))
        return await self._take(lambda _told: True)

    async def answered(self) -> bool:
        """When all that was asked for here is answered, or after a while: whether such answers lie here."""
        await self._until(lambda: not self._unanswered)
        return any(_is_answer(_told.decode(text)) for text in self._unread)

    async def fetch_answers(self, reached: Reached | None) -> list[str]:
        """What lies here; only answers, where it does not follow on what the client has: a gap would have them begin anew."""
        follows = self.is_at(reached)
        return await self._take(lambda told: follows or _is_answer(told))

    async def _until(self, ready: Callable[[], bool]) -> None:
        async with self._changed:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(WAIT):
                    await self._changed.wait_for(lambda: ready() or self.closed is not None)

    async def _take(self, wanted: Callable[[_Told], bool]) -> list[str]:
        async with self._changed:
            told = [(text, _told.decode(text)) for text in self._unread]
            self._unread = deque(text for text, each in told if not wanted(each))
            self._changed.notify_all()
        taken = [(text, each) for text, each in told if wanted(each)]
        for _text, each in taken:
            self.reached = _brought(self.reached, each)
        return [text for text, _each in taken]

    def __enter__(self) -> "Line":
        """While a request of theirs is open, the client is there."""
        self.requests += 1
        if self._leaving is not None:
            self._leaving.cancel()
        if self._socket is not None and self._socket.viewer is not None:
            self._socket.viewer.heard_at = instants.now()
        return self

    def __exit__(self, *_error: object) -> None:
        self.requests -= 1
        self._keep_for_a_while()

    def _keep_for_a_while(self) -> None:
        if self._leaving is not None:
            self._leaving.cancel()
        if not self.requests:
            kept = KEPT if self.closed is None else CLOSED_KEPT
            self._leaving = asyncio.get_running_loop().call_later(kept, self.hang_up)

    def _ended(self, serving: "asyncio.Task[None]") -> None:
        """Served to the end, or failed: what still waits may be fetched, and then it is closed."""
        if not serving.cancelled() and (error := serving.exception()) is not None:
            self.closed = self.closed or 1011
            asyncio.get_running_loop().call_exception_handler({"message": "A line failed", "exception": error})


class Lines:
    """The copies in this process, each by the name of its line."""

    def __init__(self) -> None:
        self._lines: dict[str, Line] = {}

    def here(self, name: str) -> Line | None:
        """The copy of a line, if there is one."""
        return self._lines.get(name)

    def open(self, scope: Scope, session: str, conference: int) -> tuple[str, Line] | None:
        """A new line, by its name; None if this session has as many as it may."""
        name = secrets.token_urlsafe(18)
        line = self._copy(name, scope, Line(session, conference, Standing(conference, session)))
        return (name, line) if line is not None else None

    def go_on(self, name: str, scope: Scope, reached: Reached, standing: Standing) -> Line | None:
        """A copy that begins where the client is, in the place of the one there was; None as above."""
        line = Line(standing.session_key, standing.conference, standing)
        before = self._lines.get(name)
        if before is not None:
            line.follow(before)
            before.hang_up()
        return self._copy(name, {**_from(scope, reached), "diogel.continues": True}, line)

    def waiting(self) -> int:
        """How many requests are still to be answered."""
        return sum(line.requests for line in self._lines.values())

    def _copy(self, name: str, scope: Scope, line: Line) -> Line | None:
        if sum(each.session == line.session for each in self._lines.values()) >= MOST_LINES:
            return None
        line.reached = reached_in(scope)
        self._lines[name] = line
        scope = {**scope, "type": "websocket", "subprotocols": [SUBPROTOCOL], "diogel.line": name}
        line.serve(scope, lambda: self._forget(name, line))
        return line

    def _forget(self, name: str, line: Line) -> None:
        if self._lines.get(name) is line:
            del self._lines[name]


lines = Lines()


def secret_of(name: str, session: str, conference: int) -> str:
    """What a client shows of its line: any worker can tell by it that this session opened it in this conference."""
    return _signer(session, conference).sign(name)


def name_in(secret: str, session: str, conference: int) -> str | None:
    """The line's name; None if this session opened no such line here."""
    try:
        return _signer(session, conference).unsign(secret)
    except BadSignature:
        return None


def _signer(session: str, conference: int) -> Signer:
    return Signer(salt=f"{__name__}:{conference}:{session}")


def reached_in(scope: Scope) -> Reached | None:
    """How far the address says that its client has come."""
    asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
    after = asked.get("after", "")
    return Reached(asked.get("viewer", ""), int(after)) if after.isdecimal() and len(after) < 10 else None


def _from(scope: Scope, reached: Reached) -> Scope:
    """The same address, from there on."""
    asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
    asked.update(after=str(reached.number), viewer=reached.viewer)
    return {**scope, "query_string": urlencode(asked).encode()}


def _brought(reached: Reached | None, told: _Told) -> Reached | None:
    """How far a client has come with this message."""
    if told.type == "hello":
        return Reached(told.viewer, told.number)
    return Reached(reached.viewer, told.to) if told.type == "change" and reached is not None else reached


def _is_answer(told: _Told) -> bool:
    return told.type in ("done", "refused")


def _asked_in(text: str) -> set[str]:
    """The id of the command in a message, to which there will be an answer."""
    try:
        return {found} if (found := _sent.decode(text).id) else set()
    except msgspec.DecodeError:
        return set()
