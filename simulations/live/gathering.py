"""What several ask of the database at about the same time, asked for all of them at once.

While one question is on its way those that come meanwhile gather, and go together as the next. So somebody who comes
alone waits for nobody, and five hundred who come back within seconds cost a few queries a handful.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

A = TypeVar("A")
R = TypeVar("R")
MOST_AT_ONCE = 100


class Gathering(Generic[A, R]):
    """Of one kind of question: `ask` answers many, in their order."""

    def __init__(self, ask: Callable[[Sequence[A]], Awaitable[Sequence[R]]]) -> None:
        self._ask = ask
        self._waiting: list[tuple[A, asyncio.Future[R]]] = []
        self._asking: asyncio.Task[None] | None = None

    async def answer(self, one: A) -> R:
        """The answer to this one."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((one, future))
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_while_anybody_waits())
        return await future

    async def _ask_while_anybody_waits(self) -> None:
        while self._waiting:
            together, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            await self._ask_for(together)

    async def _ask_for(self, together: Sequence[tuple[A, "asyncio.Future[R]"]]) -> None:
        """Where that fails, for each alone, so that nobody is failed by another's question."""
        try:
            answers = await self._ask([one for one, _future in together])
        except Exception as error:
            if len(together) > 1:
                for each in together:
                    await self._ask_for([each])
            elif not together[0][1].done():
                together[0][1].set_exception(error)
        else:
            for (_one, future), answer in zip(together, answers, strict=True):
                if not future.done():  # whoever asked may have gone
                    future.set_result(answer)
