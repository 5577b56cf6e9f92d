"""Words beside the table, and what comes after it."""

from simulations.engine.commands.asking import Asking
from simulations.engine.scenario.values import (
    ChoiceId,
    InjectId,
    PaperId,
    PassageId,
    SeatId,
)
from simulations.engine.words import (
    Said,
    SaidOrNot,
    ShortId,
)

# Word beside the table


class TellChair(Asking, frozen=True, tag="word-to-chair"):
    """A word that only the chair reads."""

    words: Said


class Whisper(Asking, frozen=True, tag="whisper"):
    """The facilitator writes to one seat."""

    to: SeatId
    words: Said


class Broadcast(Asking, frozen=True, tag="broadcast"):
    """The facilitator writes to everyone."""

    words: Said


class FireInject(Asking, frozen=True, tag="fire-inject"):
    """The facilitator has an inject happen now."""

    inject: InjectId


class DealPaper(Asking, frozen=True, tag="deal-paper"):
    """The facilitator puts a paper into a seat's hands."""

    paper: PaperId
    to: SeatId


class Choose(Asking, frozen=True, tag="choose"):
    """Answer an inject's question; a person says why."""

    inject: InjectId
    choice: ChoiceId
    words: Said | None = None


# After the table


class OpenReconciling(Asking, frozen=True, tag="open-reconciling"):
    """Everybody goes through their own papers and says what was said."""


class Reconcile(Asking, frozen=True, tag="reconcile"):
    """Said, partly or not said. `late`: it was said, but only after the first view had been given."""

    passage: PassageId
    said: SaidOrNot
    late: bool = False


class OpenStep(Asking, frozen=True, tag="open-step"):
    """The facilitator opens the next step of the debrief."""

    step: ShortId


class LookBack(Asking, frozen=True, tag="look-back"):
    """In a rehearsal alone: write for oneself what one would do differently, before the debrief shows anything."""

    words: Said
