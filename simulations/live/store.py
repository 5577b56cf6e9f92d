"""The database, for rooms: appends of all rooms gathered into one transaction, reads in a thread beside it.

On PostgreSQL appends go straight from the event loop (straight.py), else in a thread. Each of the two threads keeps its
own connection open. (Channels' `database_sync_to_async` shares one thread with the whole process and looks at the
connection's age twice a call, which costs more than the append.) While one batch is being stored the next one gathers,
so under load several rooms share a flush to disk, and at rest nobody waits.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol, TypeVar

from django.db import InterfaceError, OperationalError, connection

from simulations.appending import Append, Outcome, append, is_one_statement
from simulations.live.gathering import Gathering
from simulations.live.straight import Lost, Straight

logger = logging.getLogger(__name__)
A = TypeVar("A")
T = TypeVar("T")
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


class Store:
    """The one store of this process."""

    def __init__(self) -> None:
        self._readers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="conference-reads")
        self._writers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="conference-writes")
        self._straight = Straight()
        self._appends = Gathering(self._add)
        self._gatherings: dict[Callable[..., Any], Gathering[Any, Any]] = {}

    async def append(self, what: Append) -> Outcome:
        try:
            try:
                return await self._appends.answer(what)
            except Lost as lost:
                logger.warning("Not stored at the first attempt: %s", lost)
                return (await self._add_anew([what]))[0]
        except Exception as error:
            logger.exception("Conference %d: what happened was not stored", what.conference)
            raise NotStored from error

    async def read(self, reader: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._readers, _patiently, reader, *arguments)

    async def ask(self, reader: Callable[[Sequence[A]], Sequence[T]], one: A) -> T:
        gathering = self._gatherings.get(reader)
        if gathering is None:
            gathering = self._gatherings[reader] = Gathering(partial(self.read, reader))
        answer: T = await gathering.answer(one)
        return answer

    def _add(self, batch: Sequence[Append]) -> Awaitable[Sequence[Outcome]]:
        begun = self._straight.begun(batch) if is_one_statement(batch) else None
        return begun if begun is not None else self._add_anew(batch)

    async def _add_anew(self, batch: Sequence[Append]) -> Sequence[Outcome]:
        """On a new connection where need be; in the thread what has rows written beside it, and whatever came to nothing without it."""
        if is_one_statement(batch):
            try:
                return await self._straight.append(batch)
            except Lost as lost:
                logger.warning("Not stored straight: %s", lost.__cause__ or lost)
        return await asyncio.get_running_loop().run_in_executor(self._writers, _patiently, append, batch)


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
