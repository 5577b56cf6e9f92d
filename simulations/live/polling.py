"""The same room for networks that let no WebSocket through: the protocol's messages in the bodies of POST requests.

A client opens a line and then keeps one request waiting (`wait`), which is answered as soon as there is something to say;
what it asks for it posts beside that (`send`). To the room a line looks like any socket: it is the same consumer that
serves it, with the same pace, the same bounds and the same goodbyes. A request that fails is a lost connection: the
client opens a new line with `after`, and is given what it missed.

Every request must come from a page of our own hosts, as JSON (a form elsewhere can send neither), from the session that
opened the line, and from somebody who is still admitted.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlparse

import msgspec
from channels.security.websocket import AllowedHostsOriginValidator
from channels.sessions import CookieMiddleware
from django.conf import settings

from simulations.live.consumer import Scope, Socket
from simulations.live.house import the_house
from simulations.live.membership import Standing
from simulations.live.protocol import MAX_MESSAGE, SUBPROTOCOL

WAIT = 20.0
"""Seconds after which a waiting request is answered with nothing, before anything on the way grows impatient."""
GONE = 15.0
"""Seconds without any request after which the client is taken to be gone."""
UNREAD = 64 * 1024
"""Bytes waiting for the client, above which the room waits for them to be fetched: as much as a socket's buffer."""
UNHEARD = 8
"""Messages of a client that may wait to be read. With more, their request waits."""
MOST_LINES = 8
"""Lines of one session, over all conferences."""
MOST_REQUESTS = 4
"""Requests that one line may have open."""
Answer = tuple[int, dict[str, object]]


class _Post(msgspec.Struct, forbid_unknown_fields=True):
    line: str = ""
    wait: bool = False
    send: list[msgspec.Raw] = []


_posts = msgspec.json.Decoder(_Post)


class Line:
    """One client's. `receive` and `send` are the two ends that an ASGI application has of a WebSocket."""

    def __init__(self, session: str, conference: int, on_gone: Callable[[], None]) -> None:
        self.session = session
        self.conference = conference
        self.standing = Standing(conference, session)
        self.requests = 0
        self.closed: int | None = None
        self._on_gone = on_gone
        self._unheard: asyncio.Queue[dict[str, Any]] = asyncio.Queue(UNHEARD)
        self._unheard.put_nowait({"type": "websocket.connect"})
        self._unread: deque[str] = deque()
        self._changed = asyncio.Condition()
        self._serving: asyncio.Task[None] | None = None
        self._leaving: asyncio.TimerHandle | None = None

    def serve(self, scope: Scope) -> None:
        """Have it served like a socket."""
        self._serving = asyncio.create_task(Socket(scope, self.receive, self.send).serve())
        self._serving.add_done_callback(self._ended)

    def hang_up(self) -> None:
        """The client is gone."""
        if self._serving is not None:
            self._serving.cancel()
        self._on_gone()

    # What the room's side calls

    async def receive(self) -> dict[str, Any]:
        """What the client sent next."""
        return await self._unheard.get()

    async def send(self, event: dict[str, Any]) -> None:
        """Lay a message ready; returns when the client has fetched enough for more to be laid."""
        async with self._changed:
            if event["type"] == "websocket.send":
                self._unread.append(event["text"])
            elif event["type"] == "websocket.close":
                self.closed = event.get("code", 1000)
            self._changed.notify_all()
            await self._changed.wait_for(lambda: sum(map(len, self._unread)) <= UNREAD)

    # What the client's requests call

    async def hear(self, texts: list[str]) -> bool:
        """Hand the client's messages on, in order, at the pace at which they are read; False if that took too long."""
        try:
            async with asyncio.timeout(WAIT):
                for text in texts:
                    await self._unheard.put({"type": "websocket.receive", "text": text})
        except TimeoutError:
            return False
        return True

    async def fetch(self) -> list[str]:
        """What waits for the client, as soon as there is something, or nothing after a while."""
        async with self._changed:
            try:
                async with asyncio.timeout(WAIT):
                    await self._changed.wait_for(lambda: self._unread or self.closed is not None)
            except TimeoutError:
                return []
            fetched = list(self._unread)
            self._unread.clear()
            self._changed.notify_all()
            return fetched

    def __enter__(self) -> "Line":
        """While a request of theirs is open, the client is there."""
        self.requests += 1
        if self._leaving is not None:
            self._leaving.cancel()
        return self

    def __exit__(self, *_error: object) -> None:
        self.requests -= 1
        if not self.requests:
            self._leaving = asyncio.get_running_loop().call_later(GONE, self.hang_up)

    def _ended(self, serving: "asyncio.Task[None]") -> None:
        """Served to the end, or failed: what still waits may be fetched, and then it is closed."""
        if not serving.cancelled() and (error := serving.exception()) is not None:
            self.closed = self.closed or 1011
            asyncio.get_running_loop().call_exception_handler({"message": "A line failed", "exception": error})


class Lines:
    """The lines of this process, by the secret that their clients know."""

    def __init__(self) -> None:
        self._lines: dict[str, Line] = {}

    def open(self, scope: Scope, session: str, conference: int) -> tuple[str, Line] | None:
        """A new line and its secret; None if this session has as many as it may."""
        if sum(line.session == session for line in self._lines.values()) >= MOST_LINES:
            return None
        secret = secrets.token_urlsafe(24)
        line = Line(session, conference, lambda: self.forget(secret))
        self._lines[secret] = line
        line.serve({**scope, "type": "websocket", "subprotocols": [SUBPROTOCOL]})
        return secret, line

    def of(self, secret: str, session: str, conference: int) -> Line | None:
        """The line with this secret, for the session that opened it."""
        line = self._lines.get(secret)
        return line if line is not None and (line.session, line.conference) == (session, conference) else None

    def forget(self, secret: str) -> None:
        """It is over."""
        self._lines.pop(secret, None)

    def waiting(self) -> int:
        """How many requests are still to be answered."""
        return sum(line.requests for line in self._lines.values())


lines = Lines()
_origins = AllowedHostsOriginValidator(None)


async def _answer(scope: Scope, body: bytes) -> Answer:
    """The status and the answer to one request."""
    if not _from_our_page(scope):
        return 403, {"error": "A request must come from a page of this site, as application/json."}
    try:
        post = _posts.decode(body)
    except (msgspec.DecodeError, RecursionError):
        return 400, {"error": "This is no request of the protocol."}
    session = str(scope["cookies"].get(settings.SESSION_COOKIE_NAME, ""))
    conference = int(scope["url_route"]["kwargs"]["conference"])
    if not post.line:
        opened = lines.open(scope, session, conference)
        return await _fetched(*opened) if opened else (429, {"error": "Too many open at once. Close one."})
    line = lines.of(post.line, session, conference)
    if line is None:
        return 410, {"error": "There is no such line any more. Open another, with `after`."}
    if line.requests >= MOST_REQUESTS:
        return 429, {"error": "Too many requests at once. Wait for the answers."}
    if not await the_house().keeps.read(line.standing.holds):
        # Whoever may no longer be here gets nothing of what was laid ready.
        line.hang_up()
        return 403, {"error": "Not signed in, or not on this conference's list."}
    with line:
        if not await line.hear([bytes(each).decode() for each in post.send]):
            return 429, {"error": "Too much at once. Send it again, more slowly."}
    return await _fetched(post.line, line) if post.wait else (200, {})


async def _fetched(secret: str, line: Line) -> Answer:
    with line:
        fetched = await line.fetch()
    answer: dict[str, object] = {"line": secret, "messages": [msgspec.Raw(text.encode()) for text in fetched]}
    if line.closed is not None:
        lines.forget(secret)
        answer["closed"] = line.closed
    return 200, answer


def _from_our_page(scope: Scope) -> bool:
    headers = dict(scope["headers"])
    origin = headers.get(b"origin", b"").decode("latin-1")
    kind = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
    return bool(origin) and _origins.valid_origin(urlparse(origin)) and kind == b"application/json"


async def _polling(scope: Scope, receive: Any, send: Any) -> None:
    if scope["method"] != "POST":
        await _respond(send, 405, {"error": "POST is what is understood here."})
        return
    body = await _body(receive)
    if body is None:
        await _respond(send, 413, {"error": f"A request may have {MAX_MESSAGE} bytes."})
        return
    answering = asyncio.ensure_future(_answer(scope, body))
    leaving = asyncio.ensure_future(_left(receive))
    await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
    leaving.cancel()
    if not answering.done():
        answering.cancel()
        return
    await _respond(send, *answering.result())


async def _body(receive: Callable[[], Awaitable[dict[str, Any]]]) -> bytes | None:
    """The whole body; None if it is larger than a socket's message may be."""
    body: bytes = b""
    while True:
        event = await receive()
        body += event.get("body", b"")
        if len(body) > MAX_MESSAGE:
            return None
        if not event.get("more_body"):
            return body


async def _left(receive: Callable[[], Awaitable[dict[str, Any]]]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _respond(send: Any, status: int, answer: dict[str, object]) -> None:
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    headers.append((b"x-content-type-options", b"nosniff"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": msgspec.json.encode(answer)})


conference_polling = CookieMiddleware(_polling)
