"""The terms a conference is held on: what is settled before it starts, and never changes while it runs."""

from dataclasses import dataclass
from typing import Literal

from simulations.engine.earlier import Earlier
from simulations.engine.practice import NATIONAL, Practice

Setting = Literal["text", "here", "call-beside", "one-room"]
"""Where people talk: typed here, in this room's own audio and video, on a call beside it, or round one table. In all but
the first, speech is the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Kept with the conference, so that the same log on the same terms gives the same state for ever."""

    setting: Setting = "text"
    practice: Practice = NATIONAL
    """The rules of the procedures and of the board, as they were when the conference was planned."""
    alone: bool = False
    """One learner rehearses, with scripts in the other seats and nobody who facilitates."""
    earlier: Earlier | None = None
    """What it takes over from the conference that it continues."""


IN_WRITING = Terms()
"""The plainest: people type."""
