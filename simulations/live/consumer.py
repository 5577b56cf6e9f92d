"""One socket: lets somebody in, hands their messages to the room, and carries the room's to them. It decides nothing.

A bare ASGI application rather than a Channels consumer: those look at database connections in another thread before
every message, and ask the channel layer for a name that no socket here needs.
"""

import asyncio
import logging
from typing import Any
from urllib.parse import parse_qs

from channels.sessions import CookieMiddleware
from django.conf import settings
from django.utils import translation

from simulations.live import instants
from simulations.live.asking import NOT_A_COMMAND
from simulations.live.house import the_house
from simulations.live.membership import Knock, Membership, let_in
from simulations.live.pace import Pace
from simulations.live.protocol import CLOSING, MAX_MESSAGE, SUBPROTOCOL, Bye, NotUnderstood, Refused, encode, read
from simulations.live.rooms import Room
from simulations.live.viewers import Viewer

logger = logging.getLogger(__name__)
Scope = dict[str, Any]
STALLED = 20.0
"""Seconds after which somebody who does not read what was sent is taken to be gone."""
LAST_WORD = 2.0
"""Seconds that a goodbye may take to be sent."""


class Socket:
    """One connection, from its handshake to its end."""

    def __init__(self, scope: Scope, receive: Any, send: Any) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self.viewer: Viewer | None = None
        self._asked = {key: values[0] for key, values in parse_qs(scope["query_string"].decode("latin-1")).items()}

    async def serve(self) -> None:
        """Until either side closes."""
        await self._receive()
        if SUBPROTOCOL not in self._scope["subprotocols"]:
            await self._send({"type": "websocket.close"})
            return
        await self._send({"type": "websocket.accept", "subprotocol": SUBPROTOCOL})
        house = the_house()
        conference = int(self._scope["url_route"]["kwargs"]["conference"])
        member = await house.keeps.ask(let_in, Knock(conference, self._session_key, self._asked.get("door", "")))
        if member is None:
            logger.warning("Conference %d: turned away somebody who is not signed in, or not on its list", conference)
            await self._goodbye(Bye("not-yours"))
            return
        self.viewer = self._viewer(member)
        await self._in_room(await house.room(conference), self.viewer)

    @property
    def _session_key(self) -> str:
        return str(self._scope["cookies"].get(settings.SESSION_COOKIE_NAME, ""))

    def _viewer(self, member: Membership) -> Viewer:
        language = self._asked.get("language", "")
        now = instants.now()
        return Viewer(
            membership=member,
            session_key=self._session_key,
            door=self._asked.get("door", ""),
            language=language if language in dict(settings.LANGUAGES) else member.language,
            encoding="json" if self._asked.get("as") == "json" else "html",
            since=now,
            heard_at=now,
            grounds=member.grounds,
            wire=self._scope.get("diogel.flow"),
            line=self._scope.get("diogel.line", ""),
            continues=self._scope.get("diogel.continues", False),
        )

    async def _in_room(self, room: Room, viewer: Viewer) -> None:
        after = self._asked.get("after", "")
        number = int(after) if after.isdecimal() and len(after) < 10 else None
        await room.join(viewer, number, self._asked.get("viewer", ""))
        reading = asyncio.create_task(self._read_for_ever(room, viewer))
        reading.add_done_callback(lambda _reading: viewer.end())
        try:
            await self._deliver(viewer)
        finally:
            reading.cancel()
            await room.leave(viewer)

    async def _deliver(self, viewer: Viewer) -> None:
        """Send what the room has for this viewer, until the last word or until they are gone."""
        while (message := await viewer.next_message()) is not None:
            if isinstance(message, Bye):
                await self._goodbye(message)
                return
            if not await self._sent(message, STALLED):
                await self._goodbye(Bye("slow"))
                return

    async def _read_for_ever(self, room: Room, viewer: Viewer) -> None:
        pace = self._scope.get("diogel.pace") or Pace(self._scope.get("diogel.flow"))
        while (event := await self._receive())["type"] == "websocket.receive":
            viewer.heard_at = instants.now()
            await pace.keep()
            text = event.get("text")
            if not isinstance(text, str) or len(text) > MAX_MESSAGE:
                room.cut(viewer, "not-understood")
            else:
                await self._hand_on(room, viewer, text)

    async def _hand_on(self, room: Room, viewer: Viewer, text: str) -> None:
        try:
            asked = read(text)
        except NotUnderstood as error:
            with translation.override(viewer.language):
                viewer.send(Refused(error.id, NOT_A_COMMAND.code, str(NOT_A_COMMAND.message)))
            return
        if asked.do != "beat":
            await room.ask(viewer, asked)

    async def _sent(self, message: bytes, within: float) -> bool:
        """Whether the other side read on within so many seconds; the server makes a sender wait for a slow reader."""
        try:
            async with asyncio.timeout(within):
                await self._send({"type": "websocket.send", "text": message.decode()})
        except TimeoutError:
            return False
        return True

    async def _goodbye(self, bye: Bye) -> None:
        """The reason, and the end; somebody who does not read does not hold it up."""
        await self._sent(encode(bye), LAST_WORD)
        await self._send({"type": "websocket.close", "code": CLOSING[bye.why]})


async def _socket(scope: Scope, receive: Any, send: Any) -> None:
    await Socket(scope, receive, send).serve()


conference_socket = CookieMiddleware(_socket)
