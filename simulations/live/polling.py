"""The same room for networks that let no WebSocket through: the protocol's messages in the bodies of POST requests.

A client opens a line (lines.py) and then keeps one request waiting (`wait`), which is answered as soon as there is something
to say; what it asks for it posts beside that (`send`). A request that fails is a lost connection: the client opens a new
line with `after`, and is given what it missed.

Every request must come from a page of our own hosts, as JSON (a form elsewhere can send neither), from the session that
opened the line, and from somebody who is still admitted. Which worker it comes to does not matter.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Annotated, Any

import msgspec
from channels.sessions import CookieMiddleware
from django.conf import settings
from msgspec import Meta

from simulations.live.consumer import Scope
from simulations.live.house import the_house
from simulations.live.lines import COMES_BACK, Line, Reached, lines, name_in, secret_of
from simulations.live.membership import Standing
from simulations.live.origin import from_our_page
from simulations.live.protocol import MAX_MESSAGE

logger = logging.getLogger(__name__)
MOST_REQUESTS = 4
"""Requests that one line may have open."""
Answer = tuple[int, dict[str, object]]


class _Post(msgspec.Struct, forbid_unknown_fields=True):
    line: str = ""
    wait: bool = False
    send: list[msgspec.Raw] = []
    after: Annotated[int, Meta(ge=0, lt=10**9)] | None = None
    viewer: str = ""

    @property
    def reached(self) -> Reached | None:
        """How far the client says that it has come."""
        return None if self.after is None else Reached(self.viewer, self.after)


_posts = msgspec.json.Decoder(_Post)
TOO_MANY: Answer = 429, {"error": "Too many open at once. Close one."}
NO_LINE: Answer = 410, {"error": "There is no such line any more. Open another, with `after`."}


async def _answer(scope: Scope, body: bytes) -> Answer:
    """The status and the answer to one request."""
    if not (from_our_page(scope) and _is_json(scope)):
        return 403, {"error": "A request must come from a page of this site, as application/json."}
    try:
        post = _posts.decode(body)
    except (msgspec.DecodeError, RecursionError):
        return 400, {"error": "This is no request of the protocol."}
    session = str(scope["cookies"].get(settings.SESSION_COOKIE_NAME, ""))
    conference = int(scope["url_route"]["kwargs"]["conference"])
    if not post.line:
        opened = lines.open(scope, session, conference)
        return await _listening(*opened) if opened else TOO_MANY
    name = name_in(post.line, session, conference)
    if name is None:
        logger.warning("Conference %d: somebody asked on a line that this session did not open here", conference)
        return NO_LINE
    return await _on_line(name, scope, post, Standing(conference, session))


async def _on_line(name: str, scope: Scope, post: _Post, standing: Standing) -> Answer:
    """A request on a line that its session has opened, here or at another worker."""
    line = lines.here(name)
    if line is not None:
        standing = line.standing
        if line.requests >= MOST_REQUESTS:
            return 429, {"error": "Too many requests at once. Wait for the answers."}
    if not await the_house().keeps.read(standing.holds):
        # Whoever may no longer be here gets nothing of what was laid ready.
        logger.warning("Conference %d: a request of somebody who may be here no longer", standing.conference)
        if line is not None:
            line.hang_up()
        return 403, {"error": "Not signed in, or not on this conference's list."}
    line = lines.here(name)
    if line is None or line.closed in COMES_BACK:
        if post.reached is None:
            return NO_LINE
        line = lines.go_on(name, scope, post.reached, standing)
    return await _asking(name, line, scope, post) if line is not None else TOO_MANY


async def _asking(name: str, line: Line, scope: Scope, post: _Post) -> Answer:
    with line:
        if not await line.hear([bytes(each).decode() for each in post.send]):
            return 429, {"error": "Too much at once. Send it again, more slowly."}
        if not post.wait:
            return await _answers(name, line, post)
        async with line.reading:
            if line.is_at(post.reached):
                return _answered(name, line, await line.fetch())
            await line.answered()  # else what they asked for would go with the copy
    again = lines.go_on(name, scope, post.reached, line.standing) if post.reached is not None else None
    return await _listening(name, again) if again is not None else NO_LINE


async def _listening(name: str, line: Line) -> Answer:
    with line:
        async with line.reading:
            return _answered(name, line, await line.fetch())


async def _answers(name: str, line: Line, post: _Post) -> Answer:
    """A request that waits for news here brings the answers too, after that; what it leaves is brought by this one."""
    if not await line.answered() and line.closed is None:
        return 200, {}
    async with line.reading:
        return _answered(name, line, await line.fetch_answers(post.reached))


def _answered(name: str, line: Line, fetched: list[str]) -> Answer:
    secret = secret_of(name, line.session, line.conference)
    answer: dict[str, object] = {"line": secret, "messages": [msgspec.Raw(text.encode()) for text in fetched]}
    if line.closed is not None:
        line.hang_up()
        answer["closed"] = line.closed
    return 200, answer


def _is_json(scope: Scope) -> bool:
    kind = dict(scope["headers"]).get(b"content-type", b"").partition(b";")[0].strip().lower()
    if kind != b"application/json":
        logger.warning("At %r a request in %r was turned away", scope["path"], kind[:100])
        return False
    return True


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
