"""What those who run a conference ask for: words taken away, scripted seats spoken for, the levers of the control room.

And the one thing that everybody may do: stop it all, since there is a real concern.
"""

from typing import Annotated

from msgspec import Meta

from simulations.engine.commands.asking import Asking
from simulations.engine.scenario.values import CriterionId, InjectId, SeatId
from simulations.engine.words import Removal, Said, ShortId


class Redact(Asking, frozen=True, tag="redact"):
    """Take away what somebody typed, for good and everywhere: an item of the log, or any utterance by its id."""

    reason: Removal
    item: ShortId | None = None
    utterance: ShortId | None = None


class TakeOver(Asking, frozen=True, tag="take-over"):
    """Speak for a scripted seat from now on; its script stops. The facilitator then sits at the table, visibly."""

    seat: SeatId


class LetScriptGoOn(Asking, frozen=True, tag="let-script-go-on"):
    """Give the seat back to its script, which goes on from here."""

    seat: SeatId


class AskToVoice(Asking, frozen=True, tag="ask-to-voice"):
    """Where people talk aloud: have somebody read the lines of a scripted seat aloud; nobody from now on where `reader` is None."""

    seat: SeatId
    reader: SeatId | None = None


# At the controls


class StopForConcern(Asking, frozen=True, tag="real-concern"):
    """This is a real concern: the role play stops for everybody. Whoever is here may ask; neither who nor what is kept."""


class NextPhaseSoon(Asking, frozen=True, tag="next-phase-soon"):
    """The facilitator goes on to the next phase in ten seconds, unless they think better of it. `leaving` as in `NextPhase`."""

    leaving: ShortId | None = None


class StayHere(Asking, frozen=True, tag="stay-here"):
    """They did think better of it."""


class HoldInject(Asking, frozen=True, tag="hold-inject"):
    """Keep an inject from coming by itself until it is released."""

    inject: InjectId


class ReleaseInject(Asking, frozen=True, tag="release-inject"):
    """Let it come by itself again; at once if what it waits for has been so meanwhile."""

    inject: InjectId


class SeeMinute(Asking, frozen=True, tag="see-minute"):
    """The facilitator has looked at who needs a minute."""

    seat: SeatId


class NoteDown(Asking, frozen=True, tag="note"):
    """Those who facilitate write something down for themselves."""

    words: Said


class Score(Asking, frozen=True, tag="score"):
    """The facilitator or an observer scores the group by a line of the rubric: its lowest level is 1."""

    criterion: CriterionId
    level: Annotated[int, Meta(ge=1, le=5)]
