"""Daphne, with what a live room needs of it: back-pressure both ways, sizes bounded, and a stop that says goodbye.

As it comes, Daphne takes whatever is sent without looking whether the other side reads (so a reader who stalls is
buffered for without end), cannot stop reading from a client, and at its end cuts sockets without a word.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from daphne.server import Server as Daphne
from daphne.server import twisted_loop
from twisted.internet import defer
from twisted.internet.interfaces import IPushProducer
from zope.interface import implementer

from simulations.live.house import the_house
from simulations.live.protocol import MAX_MESSAGE, RESTART, TRY_LATER

GOODBYES = 2.0
"""Seconds that sockets are given to be told that the server restarts."""
TEXT = 1
"""The opcode of a text frame (RFC 6455, section 5.2)."""
FOR_SERVERS = frozenset({RESTART, TRY_LATER})
"""Close codes that the library below gives to no application, though they are made for servers."""


@implementer(IPushProducer)
class Flow:
    """One connection's two directions: whether the other side reads what we sent, and whether we read what it sends.

    Twisted asks its producer to pause once more than 64 KiB wait to be sent, and to resume when they are gone.
    """

    def __init__(self, transport: Any) -> None:
        self._transport = transport
        self._drained = asyncio.Event()
        self._drained.set()
        transport.unregisterProducer()
        transport.registerProducer(self, True)

    async def drained(self) -> None:
        """Return when the other side has read enough for more to be sent."""
        await self._drained.wait()

    def hold(self) -> None:
        """Read nothing more from the other side."""
        self._transport.pauseProducing()

    def release(self) -> None:
        """Read again."""
        self._transport.resumeProducing()

    def pauseProducing(self) -> None:
        self._drained.clear()

    def resumeProducing(self) -> None:
        self._drained.set()

    def stopProducing(self) -> None:
        """The connection is gone: nobody need wait."""
        self._drained.set()


class Server(Daphne):
    """Daphne on one address. `alongside` are started with it, in its event loop, such as the clock."""

    def __init__(
        self,
        application: Any,
        *,
        host: str,
        port: int,
        ready: Callable[[], None],
        alongside: tuple[Callable[[], Coroutine[Any, Any, None]], ...] = (),
        ping_interval: int = 20,
    ) -> None:
        super().__init__(
            application,
            endpoints=[f"tcp:port={port}:interface={host.strip('[]').replace(':', chr(92) + ':')}"],
            websocket_max_message_size=MAX_MESSAGE,
            websocket_max_frame_size=MAX_MESSAGE,
            websocket_timeout=-1,
            ping_interval=ping_interval,
            ready_callable=self._start,
            server_name="diogel",
        )
        self.failure = ""
        self._ready = ready
        self._alongside = alongside
        self._running: list[asyncio.Task[None]] = []

    def _start(self) -> None:
        self._running = [twisted_loop.create_task(each()) for each in self._alongside]
        twisted_loop.call_soon(self._ready)

    def create_application(self, protocol: Any, scope: dict[str, Any]) -> Any:
        if scope["type"] == "websocket":
            protocol.flow = scope["diogel.flow"] = Flow(protocol.transport)
        return super().create_application(protocol, scope)

    async def handle_reply(self, protocol: Any, message: dict[str, Any]) -> None:
        if message["type"] == "websocket.close" and message.get("code") in FOR_SERVERS:
            protocol.sendCloseFrame(code=message["code"])
        elif message["type"] == "websocket.send":
            await self._send_text(protocol, message["text"])
        else:
            await super().handle_reply(protocol, message)

    async def _send_text(self, protocol: Any, text: str) -> None:
        """Nothing where the other side has begun to close: the application is about to hear of it."""
        if protocol.state == protocol.STATE_OPEN:
            # Not by `sendMessage`, which holds what we send to the bound of what we take.
            protocol.sendFrame(opcode=TEXT, payload=text.encode())
            await protocol.flow.drained()

    def protocol_disconnected(self, protocol: Any) -> None:
        flow = getattr(protocol, "flow", None)
        if flow is not None:
            flow.stopProducing()
        super().protocol_disconnected(protocol)

    def listen_error(self, failure: Any) -> None:
        self.failure = failure.getErrorMessage()
        self.stop()

    def kill_all_applications(self) -> Any:
        """At the end: first tell every socket to come back, then stop."""
        return defer.ensureDeferred(self._end())

    async def _end(self) -> None:
        await defer.Deferred.fromFuture(asyncio.ensure_future(self._say_goodbye()))
        await super().kill_all_applications()

    async def _say_goodbye(self) -> None:
        for task in self._running:
            task.cancel()
        the_house().cut_all("restart")
        until = twisted_loop.time() + GOODBYES
        while self._open_sockets() and twisted_loop.time() < until:
            await asyncio.sleep(0.05)

    def _open_sockets(self) -> int:
        alive = (details for protocol, details in self.connections.items() if hasattr(protocol, "flow"))
        return sum("disconnected" not in details for details in alive)
