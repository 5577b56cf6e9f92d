"""The record in two versions, and the tasks between the conference and the debrief."""

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import SeatId, SeatOrAdultId
from simulations.engine.words import Copy, Into, RecordPart, Said, Words


class RecordWritten(Happening, frozen=True, tag="record-written"):
    """The record taker wrote a part; in the same language and for the same versions it takes the place of the earlier one."""

    seat: SeatId
    part: RecordPart
    into: Into
    said: Words


class CorrectionProposed(Happening, frozen=True, tag="correction-proposed"):
    """A seat proposed a correction of the record, or of one part of it, under `key`."""

    key: str
    seat: SeatId
    part: RecordPart | None
    said: Words


class CorrectionTaken(Happening, frozen=True, tag="correction-taken"):
    """A correction stands in the record."""

    key: str
    into: Into


class CorrectionLeft(Happening, frozen=True, tag="correction-left"):
    """A correction was left out of the record."""

    key: str


class RecordApproved(Happening, frozen=True, tag="record-approved"):
    """The chair approved the record as it stood."""


class RecordSent(Happening, frozen=True, tag="record-sent"):
    """A copy of the approved record went to these seats and adults."""

    copy: Copy
    recipients: tuple[SeatOrAdultId, ...]


class DecisionExplained(Happening, frozen=True, tag="decision-explained"):
    """A seat (none: the facilitator, in the chair's place) explained the decision to somebody in plain words."""

    seat: SeatId | None
    to: SeatOrAdultId
    said: Said
