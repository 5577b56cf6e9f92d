"""What several ask of the database at about the same time, asked for all of them at once.

While one question is on its way those that come meanwhile gather, and go together as the next. So somebody who comes
alone waits for nobody, and five hundred who come back within seconds cost a few queries a handful.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

A = TypeVar("A")
R = TypeVar("R")
MOST_AT_ONCE = 100


class Gathering(Generic[A, R]):
    """Of one kind of question: `ask` answers many, in their order. What it gives back as a future costs no task."""

    def __init__(self, ask: Callable[[Sequence[A]], Awaitable[Sequence[R]]]) -> None:
        self._ask = ask
        self._waiting: deque[tuple[A, asyncio.Future[R]]] = deque()
        self._failed: deque[tuple[A, asyncio.Future[R]]] = deque()
        self._asking: asyncio.Future[Sequence[R]] | None = None

    async def answer(self, one: A) -> R:
        """The answer to this one."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((one, future))
        if self._asking is None:
            self._ask_next()
        return await future

    def _ask_next(self) -> None:
        """For all who wait; for each alone of those with whom it failed, so that nobody is failed by another's question."""
        together = [self._failed.popleft()] if self._failed else self._next_few()
        if not together:
            self._asking = None
            return
        asking: asyncio.Future[Sequence[R]]
        try:
            self._asking = asking = asyncio.ensure_future(self._ask([one for one, _future in together]))
        except Exception as error:  # before it was on its way: as if it had failed there
            self._asking = asking = asyncio.get_running_loop().create_future()
            asking.set_exception(error)
        asking.add_done_callback(partial(self._came, together))

    def _next_few(self) -> list[tuple[A, "asyncio.Future[R]"]]:
        return [self._waiting.popleft() for _each in range(min(len(self._waiting), MOST_AT_ONCE))]

    def _came(self, together: Sequence[tuple[A, "asyncio.Future[R]"]], asked: "asyncio.Future[Sequence[R]]") -> None:
        if asked.cancelled():
            for _one, future in together:
                future.cancel()
        elif (error := asked.exception()) is None:
            for (_one, future), answer in zip(together, asked.result(), strict=True):
                if not future.done():  # whoever asked may have gone
                    future.set_result(answer)
        elif len(together) > 1:
            self._failed.extend(together)
        elif not together[0][1].done():
            together[0][1].set_exception(error)
        self._ask_next()
