"""What happens beside the table, in closed parts, and after it."""

from datetime import datetime

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import (
    AdultId,
    BeatId,
    ChoiceId,
    InjectId,
    PaperId,
    PassageId,
    SeatId,
)
from simulations.engine.words import Said, SaidOrNot

# Beside the table


class ChairTold(Happening, frozen=True, tag="chair-told"):
    """A word that only the chair reads."""

    seat: SeatId
    said: Said


class FacilitatorWrote(Happening, frozen=True, tag="facilitator-wrote"):
    """The facilitator wrote to one seat, or to everyone (`to` None)."""

    to: SeatId | None
    said: Said


class InjectArrived(Happening, frozen=True, tag="inject-arrived"):
    """An inject happened."""

    inject: InjectId


class InjectHeld(Happening, frozen=True, tag="inject-held"):
    """What an inject waits for was so, since `since`, and it waits its turn behind another that has just come."""

    inject: InjectId
    since: datetime


class QuestionPut(Happening, frozen=True, tag="question-put"):
    """An inject asked a seat to choose."""

    inject: InjectId
    seat: SeatId


class ChoiceMade(Happening, frozen=True, tag="choice-made"):
    """An inject's question was answered, for the seat that was asked."""

    inject: InjectId
    seat: SeatId
    choice: ChoiceId
    said: Said | None


class SeatArrived(Happening, frozen=True, tag="seat-arrived"):
    """A seat that was not there from the start came in."""

    seat: SeatId


class SeatDisconnected(Happening, frozen=True, tag="seat-disconnected"):
    """A seat's connection is gone: for so many seconds of the conference's clock, or None until something brings it back."""

    seat: SeatId
    seconds: int | None = None


class SeatReconnected(Happening, frozen=True, tag="seat-reconnected"):
    """A seat is connected again."""

    seat: SeatId


class SomebodyBeside(Happening, frozen=True, tag="somebody-beside"):
    """An adult is beside a seat from now on, unseen by the others."""

    seat: SeatId
    adult: AdultId


class PaperRevealed(Happening, frozen=True, tag="paper-revealed"):
    """A paper was laid before everybody; nobody at the table has said it."""

    paper: PaperId


class BeatHeld(Happening, frozen=True, tag="beat-held"):
    """What a beat waits for was so for the first time: since `since`, which may be a little earlier than `at`."""

    beat: BeatId
    since: datetime


class BeatPlayed(Happening, frozen=True, tag="beat-played"):
    """A beat is done. `left_out` tells what could not be done and the refusal's code, as `action: code`."""

    beat: BeatId
    left_out: tuple[str, ...] = ()


# After the table


class ReconcilingOpened(Happening, frozen=True, tag="reconciling-opened"):
    """Everybody goes through their own papers."""


class PassageReconciled(Happening, frozen=True, tag="passage-reconciled"):
    """A holder said of one passage whether it was said."""

    seat: SeatId
    passage: PassageId
    said: SaidOrNot
    late: bool


class DebriefStepOpened(Happening, frozen=True, tag="debrief-step-opened"):
    """The facilitator opened a step of the debrief."""

    step: str


class LookedBack(Happening, frozen=True, tag="looked-back"):
    """A learner who rehearses alone wrote for themselves what they would do differently."""

    seat: SeatId
    said: Said
