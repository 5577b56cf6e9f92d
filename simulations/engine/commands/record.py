"""The record in two versions, and the tasks between the conference and the debrief."""

from typing import Annotated

from msgspec import Meta

from simulations.engine.commands.asking import MAX_CITED, Asking
from simulations.engine.scenario.values import SeatOrAdultId
from simulations.engine.words import Copy, Into, RecordPart, Said, ShortId, Words


class WriteRecord(Asking, frozen=True, tag="write-record"):
    """The record taker writes a part, or writes it anew. What goes `into` the full version alone stands beside what both have."""

    part: RecordPart
    words: Words
    into: Into = "both"


class CorrectRecord(Asking, frozen=True, tag="correct-record"):
    """Propose a correction of the record, or of one part of it."""

    words: Words
    part: RecordPart | None = None


class TakeCorrection(Asking, frozen=True, tag="take-correction"):
    """The record taker takes a correction into the record."""

    correction: ShortId
    into: Into = "both"


class LeaveCorrection(Asking, frozen=True, tag="leave-correction"):
    """The record taker leaves a correction out of the record."""

    correction: ShortId


class ApproveRecord(Asking, frozen=True, tag="approve-record"):
    """The chair approves the record as it stands."""


class SendRecord(Asking, frozen=True, tag="send-record"):
    """Send the approved record: the full copy, or the family's."""

    copy: Copy
    recipients: Annotated[tuple[SeatOrAdultId, ...], Meta(min_length=1, max_length=MAX_CITED)]


class Explain(Asking, frozen=True, tag="explain"):
    """Explain the decision to somebody of the family in plain words, and what happens if the risk stays."""

    to: SeatOrAdultId
    words: Said
