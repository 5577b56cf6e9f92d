"""Appends on PostgreSQL straight from the event loop: no thread is woken for them, and none wakes the loop again.

Two threads that take turns at the interpreter, mostly on two cores, cost more than the append. So here its one statement
(appending.one_statement), which the server prepared once, is written to libpq's socket, and the loop comes back when there
is an answer to read.

One batch at a time, which is on its way before anybody waits for it: a task for each would cost as much as sending it.
Whatever goes wrong is `Lost`, and the connection with it. Whether the batch was stored is unknown then; to add it again is
safe, since it would be overtaken by itself.
"""

import asyncio
import os
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection

from simulations.appending import Append, Outcome, apart, with_the_overtaken
from simulations.appending.one_statement import STATEMENT, outcomes, parameters

NAME = b"append"
JSON = 114
"""The parameters' type, as PostgreSQL numbers it."""
CONNECTED, DONE, ROWS = 0, 1, 2
"""How libpq numbers a connection that stands, a command that was carried out, and rows."""
Broken: type[Exception] = connection.Database.Error  # type: ignore[attr-defined]  # the driver's own, by way of Django
Found = dict[int, int | None]


class Lost(Exception):
    """It did not answer, or answered that it does not do this."""


class Straight:
    """One connection, of one event loop; opened when it is needed, and again after it was lost."""

    def __init__(self) -> None:
        self._line: _Line | None = None
        self._opening = asyncio.Lock()

    async def append(self, batch: Sequence[Append]) -> list[Outcome]:
        """What became of each, as `appending.append`; Lost if that is not known."""
        async with self._opening:
            try:
                await self._open()
            except (Broken, OSError) as error:
                raise Lost from error
            begun = self.begun(batch)
            if begun is None:
                raise Lost
            return await begun

    def begun(self, batch: Sequence[Append]) -> "asyncio.Future[list[Outcome]] | None":
        """The same, on its way already; None where there is no connection that waits for nothing."""
        line = self._line
        if line is None or not self._is_open():
            return None
        firsts = apart(batch)

        def became(found: Found) -> list[Outcome]:
            return with_the_overtaken(batch, firsts, outcomes(firsts, found))

        try:
            return line.ask([each.encode() for each in parameters(firsts)], became)
        except (Broken, OSError):
            self.close()
            return None

    def _is_open(self) -> bool:
        return self._line is not None and self._line.idle and self._line.loop is asyncio.get_running_loop()

    async def _open(self) -> None:
        if not self._is_open():
            self.close()
            loop = asyncio.get_running_loop()
            self._line = _Line(await loop.run_in_executor(None, _connected), loop)

    def close(self) -> None:
        """The next append opens another."""
        if self._line is not None:
            self._line.close()
            self._line = None


def _connected() -> Any:
    """A connection as Django opens them, on which the statement is prepared."""
    opened = connection.get_new_connection(connection.get_connection_params())
    statement = STATEMENT % ("$1", "$2", "$3")
    prepared = opened.pgconn.prepare(NAME, statement.encode(), [JSON] * 3)
    if prepared.status != DONE:
        opened.close()
        raise Lost(prepared.get_error_message())
    opened.pgconn.nonblocking = 1
    return opened


class _Line:
    """An open connection; the loop watches a descriptor of its own for it, since libpq closes its own unasked."""

    def __init__(self, opened: Any, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._opened = opened
        self._wire = opened.pgconn
        self._watched = os.dup(self._wire.socket)
        self._answer: asyncio.Future[list[Outcome]] | None = None
        self._became: Callable[[Found], list[Outcome]] | None = None
        self._found: Found = {}
        loop.add_reader(self._watched, self._guarded, self._read)

    @property
    def idle(self) -> bool:
        """Whether it waits for nothing, and can be asked."""
        return self._answer is None and self._wire.status == CONNECTED

    def ask(self, given: Sequence[bytes], became: Callable[[Found], list[Outcome]]) -> "asyncio.Future[list[Outcome]]":
        """What the statement's rows come to; Lost where it was refused or the connection is gone."""
        self._wire.send_query_prepared(NAME, given)
        self._answer, self._became, self._found = self.loop.create_future(), became, {}
        if self._wire.flush():  # more than the socket takes at once
            self.loop.add_writer(self._watched, self._guarded, self._write)
        return self._answer

    def close(self) -> None:
        """Nothing is heard of it any more, and whoever waits has lost it."""
        self._hear_no_more()
        os.close(self._watched)
        self._opened.close()
        self._fail(Lost("closed"))

    def _guarded(self, step: Callable[[], None]) -> None:
        """Do it; what goes wrong is told to whoever waits, and it is not idle again."""
        try:
            step()
        except (Broken, Lost) as error:
            self._hear_no_more()
            self._fail(error)

    def _hear_no_more(self) -> None:
        self.loop.remove_reader(self._watched)
        self.loop.remove_writer(self._watched)

    def _fail(self, error: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error if isinstance(error, Lost) else Lost(str(error)))

    def _write(self) -> None:
        if not self._wire.flush():
            self.loop.remove_writer(self._watched)

    def _read(self) -> None:
        self._wire.consume_input()
        while not self._wire.is_busy() and (result := self._wire.get_result()) is not None:
            if result.status != ROWS:
                raise Lost(result.get_error_message())
            rows = ((result.get_value(row, 0), result.get_value(row, 1)) for row in range(result.ntuples))
            self._found = {int(asked): int(advanced) if advanced else None for asked, advanced in rows}
        if not self._wire.is_busy() and self._answer is not None and self._became is not None:
            answer, self._answer = self._answer, None
            if not answer.done():  # whoever asked may have gone
                answer.set_result(self._became(self._found))
