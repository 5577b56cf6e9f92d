"""The bell between processes: it stops when its process does, whatever state the channel layer is in."""

import asyncio
import contextlib

import pytest

from simulations.live import doorbell


class LeavesBadly:
    """A channel layer that fails where it should pass a cancellation on, as Redis's does once its connection is lost."""

    def __init__(self) -> None:
        self.listening = asyncio.Event()

    async def new_channel(self) -> str:
        return "a-channel"

    async def group_add(self, _group: str, _channel: str) -> None:
        self.listening.set()

    async def receive(self, _channel: str) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError as error:
            raise ConnectionError("the connection is lost") from error


class SwallowsIt(LeavesBadly):
    """One that loses a cancellation while it subscribes, as `asyncio.wait_for` may in Python 3.11."""

    async def group_add(self, _group: str, _channel: str) -> None:
        self.listening.set()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()


@pytest.mark.parametrize("kind", [LeavesBadly, SwallowsIt])
def test_it_stops_whatever_the_channel_layer_makes_of_a_cancellation(
    monkeypatch: pytest.MonkeyPatch, kind: type[LeavesBadly]
) -> None:
    async def stopped() -> bool:
        layer = kind()
        monkeypatch.setattr(doorbell, "get_channel_layer", lambda: layer)
        listening = asyncio.create_task(doorbell.Doorbell()._listen_for_ever())
        await layer.listening.wait()
        await asyncio.sleep(0)
        listening.cancel()
        await asyncio.wait([listening], timeout=1)
        ended = listening.done()
        listening.cancel()
        return ended

    assert asyncio.run(stopped())
