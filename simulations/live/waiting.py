"""A command in a room's queue, and how whoever asked hears that it was answered."""

import asyncio
from dataclasses import dataclass

from msgspec.structs import replace

from simulations.live.asking import SOMEBODY
from simulations.live.protocol import Asked
from simulations.live.viewers import Viewer
from simulations.log import Typed


@dataclass(eq=False, slots=True)
class Waiting:
    """Whose command, and which; `viewer` is None for the clock's. `finished` when it was answered."""

    by: str
    asked: Asked
    finished: asyncio.Future[None]
    viewer: Viewer | None = None


def waiting_for(by: str, asked: Asked, viewer: Viewer | None = None) -> Waiting:
    return Waiting(by, asked, yet_to_be_done(), viewer)


def yet_to_be_done() -> asyncio.Future[None]:
    """What somebody can wait for: lighter than asyncio's `Event`, of which each command would make one."""
    return asyncio.get_running_loop().create_future()


def is_done(finished: asyncio.Future[None]) -> None:
    """Whoever waited for it goes on, if they have not gone."""
    if not finished.done():
        finished.set_result(None)


def signed(waiting: Waiting) -> tuple[Typed, ...]:
    """The words of a command, with who typed them; of one that is kept under nobody's name, without."""
    viewer = waiting.viewer
    if viewer is None:
        return ()
    if waiting.by == SOMEBODY:
        return waiting.asked.typed
    return tuple(
        replace(typed, seat=viewer.seat, participant=viewer.membership.participant) for typed in waiting.asked.typed
    )
