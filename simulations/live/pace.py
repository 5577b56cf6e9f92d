"""How fast one client may ask: a burst, then so many a second. Whoever sends more waits, and nobody else does."""

import asyncio
import time
from typing import Protocol

A_SECOND = 10.0
BURST = 30.0


class Flow(Protocol):
    """A connection whose incoming side can be held (see server.py)."""

    def hold(self) -> None:
        """Read nothing more from it."""

    def release(self) -> None:
        """Read again."""


class Pace:
    """One client's. While they wait, their connection is held, so that what they send piles up on their side."""

    def __init__(self, flow: Flow | None = None) -> None:
        self._flow = flow
        self._left = BURST
        self._counted = time.monotonic()

    async def keep(self) -> None:
        """Return when one more message may be read."""
        now = time.monotonic()
        self._left = min(BURST, self._left + (now - self._counted) * A_SECOND) - 1
        self._counted = now
        if self._left < 0:
            await self._wait(-self._left / A_SECOND)

    async def _wait(self, seconds: float) -> None:
        if self._flow is not None:
            self._flow.hold()
        await asyncio.sleep(seconds)
        if self._flow is not None:
            self._flow.release()
