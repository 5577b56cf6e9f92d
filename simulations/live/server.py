"""Daphne, with what a live room needs of it: back-pressure both ways, sizes bounded, and a stop that says goodbye.

As it comes, Daphne takes whatever is sent without looking whether the other side reads (so a reader who stalls is
buffered for without end), cannot stop reading from a client, and at its end cuts sockets without a word.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from autobahn.websocket.compress import PerMessageDeflateOffer, PerMessageDeflateOfferAccept
from daphne.server import Server as Daphne
from daphne.server import twisted_loop
from daphne.ws_protocol import WebSocketProtocol
from twisted.internet import defer
from twisted.internet.interfaces import IPushProducer
from zope.interface import implementer

from simulations.live.framing import framed, whole_text
from simulations.live.house import the_house
from simulations.live.lines import lines
from simulations.live.protocol import MAX_MESSAGE, RESTART, TRY_LATER

GOODBYES = 2.0
"""Seconds that sockets are given to be told that the server restarts."""
LARGE = 8 * 1024
"""Bytes from which a text is sent compressed to those who take it: the first view of a room, and little else."""
SMALLEST_WINDOW = 9
BODY_PIECE = 1024 * 1024
"""Bytes of a request's body that are handed on at a time."""
NEVER = 10**9
"""Seconds between pings: clients send beats, which a room hears, as it hears no answer to a ping."""
FOR_SERVERS = frozenset({RESTART, TRY_LATER})
"""Close codes that the library below gives to no application, though they are made for servers."""


def packing(offers: list[Any]) -> Any:
    """What is agreed of compression: each text by itself, and as little memory as may be for what clients send."""
    for offer in offers:
        if isinstance(offer, PerMessageDeflateOffer):
            return PerMessageDeflateOfferAccept(  # type: ignore[no-untyped-call]
                offer,
                request_no_context_takeover=offer.accept_no_context_takeover,
                request_max_window_bits=SMALLEST_WINDOW if offer.accept_max_window_bits else 0,
                max_message_size=MAX_MESSAGE + 1,
            )
    return None


@implementer(IPushProducer)
class Flow:
    """One connection's two directions: whether the other side reads what we sent, and whether we read what it sends.

    Twisted asks its producer to pause once more than 64 KiB wait to be sent, and to resume when they are gone.
    """

    def __init__(self, protocol: Any) -> None:
        self._protocol = protocol
        self._transport = transport = protocol.transport
        self._held_up: asyncio.Future[None] | None = None
        transport.unregisterProducer()
        transport.registerProducer(self, True)

    def write(self, text: bytes) -> bool:
        """Send a text at once; False, and nothing is sent, while the other side does not keep up, or has gone.

        What the socket takes now goes without a turn of the event loop, which costs as much again as sending; the rest
        waits in the transport as ever.
        """
        if self._held_up is not None or self._protocol.state != self._protocol.STATE_OPEN:
            return False
        frame = self.framed(text)
        # Behind what waits already, so that nothing overtakes it.
        waits = self._transport.dataBuffer or self._transport._tempDataBuffer
        taken = 0 if waits else self._transport.writeSomeData(frame)
        if not isinstance(taken, int):  # lost: the transport finds that out by itself
            taken = 0
        if taken < len(frame):
            self._transport.write(frame[taken:])
        return True

    def framed(self, text: bytes) -> bytes:
        """As this client takes it."""
        return framed(text, packed=len(text) > LARGE and bool(self._protocol.websocket_extensions_in_use))

    async def drained(self) -> None:
        """Return when the other side has read enough for more to be sent."""
        if self._held_up is not None:
            await asyncio.shield(self._held_up)

    def hold(self) -> None:
        """Read nothing more from the other side."""
        self._transport.pauseProducing()

    def release(self) -> None:
        """Read again."""
        self._transport.resumeProducing()

    def pauseProducing(self) -> None:
        if self._held_up is None:
            self._held_up = asyncio.get_running_loop().create_future()

    def resumeProducing(self) -> None:
        if self._held_up is not None:
            self._held_up.set_result(None)
            self._held_up = None

    def stopProducing(self) -> None:
        """The connection is gone: nobody need wait."""
        self.resumeProducing()


class Listening(WebSocketProtocol):
    """One connection, which reads what comes in the plainest way where that is enough."""

    def dataReceived(self, data: bytes) -> None:
        text = whole_text(data, MAX_MESSAGE) if self._is_between_messages() else None
        if text is None:
            self._dataReceived(data)
        elif not self.muted:
            self.application_queue.put_nowait({"type": "websocket.receive", "text": text})

    def _is_between_messages(self) -> bool:
        """Whether what comes now begins something."""
        if self.state != self.STATE_OPEN:
            return False
        return not self.data and self.current_frame is None and not self.inside_message


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
    ) -> None:
        super().__init__(
            application,
            endpoints=[f"tcp:port={port}:interface={host.strip('[]').replace(':', chr(92) + ':')}"],
            request_buffer_size=BODY_PIECE,
            websocket_max_message_size=MAX_MESSAGE,
            websocket_max_frame_size=MAX_MESSAGE,
            websocket_timeout=-1,
            ping_interval=NEVER,
            ready_callable=self._start,
            server_name="diogel",
        )
        self.failure = ""
        self._ready = ready
        self._alongside = alongside
        self._running: list[asyncio.Task[None]] = []

    def _start(self) -> None:
        self.ws_factory.protocol = Listening
        self.ws_factory.perMessageCompressionAccept = packing
        self._running = [twisted_loop.create_task(each()) for each in self._alongside]
        twisted_loop.call_soon(self._ready)

    def create_application(self, protocol: Any, scope: dict[str, Any]) -> Any:
        if scope["type"] == "websocket":
            protocol.flow = scope["diogel.flow"] = Flow(protocol)
        return super().create_application(protocol, scope)

    async def handle_reply(self, protocol: Any, message: dict[str, Any]) -> None:
        if message["type"] == "websocket.close" and message.get("code") in FOR_SERVERS:
            protocol.sendCloseFrame(code=message["code"])
        elif message["type"] == "websocket.send":
            await self._send_text(protocol, message["text"])
        elif message["type"] == "http.response.body" and protocol.method == b"HEAD":
            # Daphne leaves out only the first piece of a body that nobody asked for.
            await super().handle_reply(protocol, {**message, "body": b""})
        else:
            await super().handle_reply(protocol, message)

    async def _send_text(self, protocol: Any, text: str) -> None:
        """Nothing where the other side has begun to close: the application is about to hear of it."""
        if protocol.state == protocol.STATE_OPEN:
            # Not by `sendMessage`, which holds what we send to the bound of what we take.
            protocol.transport.write(protocol.flow.framed(text.encode()))
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
        return sum("disconnected" not in details for details in alive) + lines.waiting()
