"""The database, for rooms: appends of all rooms gathered into one transaction, reads in a thread beside it.

Each of the two threads keeps its own connection open. (Channels' `database_sync_to_async` shares one thread with the
whole process and looks at the connection's age twice a call, which costs more than the append.) While one batch is
being stored the next one gathers, so under load several rooms share a flush to disk, and at rest nobody waits.
"""

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol, TypeVar

from django.db import InterfaceError, OperationalError, connection

from simulations.appending import Append, Outcome, append
from simulations.live.gathering import Gathering

logger = logging.getLogger(__name__)
A = TypeVar("A")
T = TypeVar("T")
MOST_AT_ONCE = 100
"""Appends in one transaction."""
PATIENCE = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds to wait between attempts while the database does not answer."""


class NotStored(Exception):
    """The database did not take it, and nobody was told that it happened."""


class Keeps(Protocol):
    """What a room needs of a store."""

    async def append(self, what: Append) -> Outcome:
        """Store it, unless it was overtaken or its person is admitted no longer. NotStored if it could not be."""

    async def read(self, reader: Callable[..., T], *arguments: object) -> T:
        """Call a function that reads the database."""

    async def ask(self, reader: Callable[[Sequence[A]], Sequence[T]], one: A) -> T:
        """What such a function answers for this one; it is called for all together who ask it at about the same time."""


Waiting = tuple[Append, "asyncio.Future[Outcome]", asyncio.AbstractEventLoop]


class Store:
    """The one store of this process."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Waiting] = queue.SimpleQueue()
        self._readers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="conference-reads")
        self._gatherings: dict[Callable[..., Any], Gathering[Any, Any]] = {}
        threading.Thread(target=self._write_for_ever, name="conference-writes", daemon=True).start()

    async def append(self, what: Append) -> Outcome:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Outcome] = loop.create_future()
        self._waiting.put((what, future, loop))
        return await future

    async def read(self, reader: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._readers, _patiently, reader, *arguments)

    async def ask(self, reader: Callable[[Sequence[A]], Sequence[T]], one: A) -> T:
        gathering = self._gatherings.get(reader)
        if gathering is None:
            gathering = self._gatherings[reader] = Gathering(partial(self.read, reader))
        answer: T = await gathering.answer(one)
        return answer

    def _write_for_ever(self) -> None:
        while True:
            waiting = self._gather()
            outcomes = _stored([what for what, _future, _loop in waiting])
            for (_what, future, loop), outcome in zip(waiting, outcomes, strict=True):
                loop.call_soon_threadsafe(_tell, future, outcome)

    def _gather(self) -> list[Waiting]:
        waiting = [self._waiting.get()]
        while len(waiting) < MOST_AT_ONCE:
            try:
                waiting.append(self._waiting.get_nowait())
            except queue.Empty:
                break
        return waiting


def _stored(batch: Sequence[Append]) -> list[Outcome | NotStored]:
    """Store a batch; where the batch as a whole fails, each by itself, so that one bad append sinks no other."""
    try:
        return list(_patiently(append, batch))
    except Exception:
        logger.exception("A batch of %d appends was not stored", len(batch))
    if len(batch) == 1:
        return [NotStored()]
    return [outcome for each in batch for outcome in _stored([each])]


def _patiently(action: Callable[..., T], *arguments: object) -> T:
    """Do it, and again on a new connection while the database is away.

    An append whose outcome was lost with its connection is safe to repeat: if it had been stored it is now overtaken.
    """
    for wait in PATIENCE:
        try:
            return action(*arguments)
        except (OperationalError, InterfaceError) as error:
            logger.warning("The database did not answer: %s", error)
            connection.close()
            time.sleep(wait)
    return action(*arguments)


def _tell(future: "asyncio.Future[Outcome]", outcome: Outcome | NotStored) -> None:
    if future.done():
        return
    if isinstance(outcome, NotStored):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)
