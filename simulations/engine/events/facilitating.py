"""What those who run a conference did: words taken away, a scripted seat spoken for, the levers of the control room."""

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import BeatId, CriterionId, InjectId, PhaseId, SeatId
from simulations.engine.words import Removal, Said


class WordsRemoved(Happening, frozen=True, tag="words-removed"):
    """What somebody typed is gone for good; wherever it stood now stands why. Told to whoever had been told it."""

    utterance: str
    reason: Removal


class StoodIn(Happening, frozen=True, tag="stood-in"):
    """The facilitator speaks for a scripted seat; everybody sees it."""

    seat: SeatId


class ScriptWentOn(Happening, frozen=True, tag="script-went-on"):
    """The script plays its seat again. `skipped` are the lines that fell due meanwhile: they are never said."""

    seat: SeatId
    skipped: tuple[BeatId, ...] = ()


class VoiceAsked(Happening, frozen=True, tag="voice-asked"):
    """A seat reads the lines of a scripted one aloud; None: nobody does any more."""

    seat: SeatId
    reader: SeatId | None


# At the controls


class StoppedForConcern(Happening, frozen=True, tag="stopped-for-concern"):
    """The role play stands still, since somebody has a real concern. Who it is, and what it is, is told and kept nowhere."""


class NextPhaseAnnounced(Happening, frozen=True, tag="next-phase-announced"):
    """In so many seconds of the conference's clock the phase that is on ends, unless the facilitator stays."""

    leaving: PhaseId
    seconds: int


class PhaseKept(Happening, frozen=True, tag="phase-kept"):
    """The facilitator stays in the phase that was about to end."""


class InjectKeptBack(Happening, frozen=True, tag="inject-kept-back"):
    """An inject does not come by itself from now on."""

    inject: InjectId


class InjectReleased(Happening, frozen=True, tag="inject-released"):
    """It may come by itself again."""

    inject: InjectId


class MinuteSeen(Happening, frozen=True, tag="minute-seen"):
    """The facilitator has looked at a seat's request for a minute."""

    seat: SeatId


class NoteMade(Happening, frozen=True, tag="note-made"):
    """Those who facilitate wrote something down for themselves."""

    said: Said


class GroupScored(Happening, frozen=True, tag="group-scored"):
    """A line of the rubric was scored for the group, by the facilitator or an observer (`scorer`: `facilitator`, or the observer's person)."""

    scorer: str
    criterion: CriterionId
    level: int
