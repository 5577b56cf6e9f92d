"""What is to be added to a log, what may become of that, and the rows that it comes to."""

from dataclasses import dataclass
from enum import Enum

import msgspec

from simulations.engine.events import Event
from simulations.engine.storing import encode, tag_of
from simulations.grounds import Claim, Grounds
from simulations.log import Typed

Row = dict[str, object]


class Outcome(Enum):
    """What became of an append."""

    ADDED = "added"
    OVERTAKEN = "overtaken"
    ON_OTHER_GROUNDS = "on other grounds"


@dataclass(frozen=True, slots=True)
class Append:
    """An accepted command: who asked what under which id, decided when `expected` was the head, and what happens.

    `claim` and `grounds`: somebody at a socket asked, and this is what they were admitted on.
    """

    conference: int
    expected: int
    by: str
    command_id: str
    do: str
    events: tuple[Event, ...]
    typed: tuple[Typed, ...] = ()
    claim: Claim | None = None
    grounds: Grounds = ""

    @property
    def head(self) -> int:
        """The number of its last event."""
        return self.expected + len(self.events)


def event_rows(what: Append) -> list[Row]:
    """Its events, by the names of their columns."""
    return [
        {
            "conference_id": what.conference,
            "number": number,
            "type": tag_of(event),
            "version": event.version,
            "at": event.at,
            "audience": msgspec.to_builtins(event.audience, order="deterministic"),
            "payload": encode(event).decode(),
        }
        for number, event in enumerate(what.events, start=what.expected + 1)
    ]


def utterance_rows(what: Append) -> list[Row]:
    """The words typed with it, likewise."""
    return [
        {
            "id": typed.id,
            "conference_id": what.conference,
            "participant_id": typed.participant,
            "seat": typed.seat,
            "made_by": what.do,
            "text": typed.text or "",
            "language": typed.language,
        }
        for typed in what.typed
    ]
