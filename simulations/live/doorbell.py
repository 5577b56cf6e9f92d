"""The doorbell: tells the workers that a conference's log grew. It carries nothing but `{conference, number}`.

Between processes it goes over the channel layer, which may lose a ring, or be away altogether: every worker asks the
database each second besides (house.py), so a ring only makes it quicker. Number 0 rings for "look who may be in the room".
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine

from asgiref.sync import async_to_sync
from channels.layers import InMemoryChannelLayer, get_channel_layer

logger = logging.getLogger(__name__)
GROUP = "diogel.doorbell"
AGAIN_AFTER = 2.0
"""Seconds until the layer is tried again after it failed."""
Heard = Callable[[int, int], None]


class Doorbell:
    """This process's bell: rings others, and hears them once it is attended."""

    def __init__(self) -> None:
        self._heard: Heard | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def attend(self, heard: Heard) -> None:
        """From now on `heard(conference, number)` is called, in this event loop, when it rings."""
        self._heard = heard
        self._loop = asyncio.get_running_loop()
        if _is_shared():
            self._keep(self._listen_for_ever())

    def ring(self, conference: int, number: int) -> None:
        """Ring, from any thread. Never raises: whoever misses it looks by themselves."""
        if self._loop is not None and self._loop is _running_loop():
            self._ring_here(conference, number)
        elif self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ring_here, conference, number)
        elif _is_shared():
            async_to_sync(_send)(conference, number)

    def _ring_here(self, conference: int, number: int) -> None:
        if self._heard is not None:
            self._heard(conference, number)
        if _is_shared():
            self._keep(_send(conference, number))

    async def _listen_for_ever(self) -> None:
        # The layer may fail while it takes leave, and may swallow that we were cancelled while it subscribes.
        while not _is_stopping():
            try:
                await self._listen()
            except Exception as error:
                if _is_stopping():
                    return
                logger.warning("The channel layer does not answer (%s); the database is asked instead", error)
                await asyncio.sleep(AGAIN_AFTER)

    async def _listen(self) -> None:
        layer = get_channel_layer()
        channel = await layer.new_channel()
        await layer.group_add(GROUP, channel)
        while not _is_stopping():
            message = await layer.receive(channel)
            if self._heard is not None:
                self._heard(int(message["conference"]), int(message["number"]))

    def _keep(self, coroutine: Coroutine[object, object, None]) -> None:
        task = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _running_loop() -> asyncio.AbstractEventLoop | None:
    """The loop of this thread, if it runs one: in it a ring needs no way round."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _is_shared() -> bool:
    """Whether the layer reaches other processes."""
    return not isinstance(get_channel_layer(), InMemoryChannelLayer)


def _is_stopping() -> bool:
    """Whether the task that asks was cancelled."""
    task = asyncio.current_task()
    return task is not None and bool(task.cancelling())


async def _send(conference: int, number: int) -> None:
    try:
        message = {"type": "ring", "conference": conference, "number": number}
        await get_channel_layer().group_send(GROUP, message)
    except Exception as error:
        logger.warning("A ring was not sent (%s)", error)


doorbell = Doorbell()
