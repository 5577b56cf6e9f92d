"""What a viewer may ask for now: the commands, by their `do`, that would not be refused for want of right or time.

A room draws its buttons by this. It grants nothing: `decide` judges every command anew.
"""

from collections.abc import Iterator

from simulations.engine.actors import Actor, Facilitator, Observer, Seated
from simulations.engine.asking import PRACTITIONERS
from simulations.engine.choosing import open_to
from simulations.engine.dissenting import may_dissent, open_dissents
from simulations.engine.guards import may_not_speak
from simulations.engine.moment import OUT_OF_ROLE, Moment
from simulations.engine.planning import cannot_close_yet, may_plan
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import Agenda
from simulations.engine.viewers import Viewer


def permitted(moment: Moment, viewer: Viewer) -> tuple[str, ...]:
    """The commands open to this viewer, each once."""
    if moment.state.status == "closed":
        return ()
    return tuple(dict.fromkeys(_permitted(moment, viewer)))


def _permitted(moment: Moment, viewer: Viewer) -> Iterator[str]:
    match viewer:
        case Seated(seat):
            yield from _of_seat(moment, seat)
        case Facilitator():
            yield from _of_facilitator(moment)
        case Observer(person):
            yield "stop-observing" if person in moment.state.observers else "observe"
            yield from _marks(moment, "noted-it")
        case _:
            yield from ("take-seat", "observe")
    if not isinstance(viewer, Seated | Facilitator):
        return
    if moment.state.status == "running" and moment.acts_as_chair(viewer):
        yield from _of_chair(moment, viewer)


def _of_seat(moment: Moment, seat: SeatId) -> Iterator[str]:
    yield from ("leave-seat", "where-i-am", "come-back" if moment.seat(seat).out else "step-out")
    if not moment.in_room(seat):
        return
    yield from _marks(moment, "said-it", "heard-it")
    if moment.state.reconciling:
        yield "reconcile"
    if moment.state.status == "running":
        yield from ("need-a-minute", "word-to-chair")
        if open_to(moment, Seated(seat)):
            yield "choose"
        yield from _at_table(moment, seat)
        yield from _of_judgement(moment, seat)


def _at_table(moment: Moment, seat: SeatId) -> Iterator[str]:
    may_speak = may_not_speak(moment, seat) is None
    if may_speak:
        yield "speak"
    if not moment.at_table:
        return
    if may_speak:
        yield from ("share", "undo")
        if moment.scenario.seats[seat].part in PRACTITIONERS:
            yield from ("ask", "call")
    if any(ask.of == seat and not ask.answered for ask in moment.state.asks.values()):
        yield "nothing-on-that"
    if seat in moment.state.reading.values():
        yield "read-out"
    if moment.scenario.seats[seat].part in PRACTITIONERS:
        yield "ask-closed-part"
    if may_dissent(moment, seat):
        yield "dissent"
    yield from may_plan(moment, seat)
    yield from _hands(moment, seat)


def _hands(moment: Moment, seat: SeatId) -> Iterator[str]:
    floor = moment.state.floor
    if floor.kind == "open":
        return
    if floor.holder == seat:
        yield "hand-back"
    else:
        yield "lower-hand" if seat in floor.hands else "raise-hand"


def _of_judgement(moment: Moment, seat: SeatId) -> Iterator[str]:
    phase = moment.phase
    if phase is None or not moment.scenario.seats[seat].part.gives_view:
        return
    if phase.first_view or moment.at_table:
        yield from ("concern", "need-to-know")
    if any(decision not in moment.state.opened for decision in phase.decide):
        yield "view"


def _of_chair(moment: Moment, viewer: Actor) -> Iterator[str]:
    following = moment.next_phase()
    facilitators = moment.agenda in OUT_OF_ROLE or (following is not None and following.agenda in OUT_OF_ROLE)
    if following is not None and (
        isinstance(viewer, Facilitator) or not (facilitators or cannot_close_yet(moment, viewer))
    ):
        yield "next-phase"
    yield "extend"
    if open_to(moment, viewer):
        yield "choose"
    if moment.state.closed is not None:
        yield "reopen"
    if not moment.at_table:
        return
    yield "sum-up"
    if moment.state.closed is None:
        yield "close-part"
    if moment.state.floor.kind != "open":
        yield from ("give-floor", "hand-back") if moment.state.floor.holder else ("give-floor",)
    if any(state.filled == "statement" for state in moment.state.seats.values()):
        yield from ("ask-to-read", "read-out")
    if open_dissents(moment):
        yield "settle-dissent"
    yield from _closing(moment)


def _closing(moment: Moment) -> Iterator[str]:
    decisions = moment.phase.decide if moment.phase else ()
    if any(decision not in moment.state.opened for decision in decisions):
        yield "open-views"
    children = moment.scenario.family.children
    if any((d, c) not in moment.state.decisions for d in decisions if d in moment.state.opened for c in children):
        yield "decide"


def _marks(moment: Moment, *marks: str) -> Iterator[str]:
    aloud = moment.state.setting != "text" and moment.state.status in ("running", "paused")
    if aloud and not moment.state.steps and moment.agenda is not None:
        yield from (*marks, "undo")


def _of_facilitator(moment: Moment) -> Iterator[str]:
    yield from ("take-seat", "leave-seat", "cover-seat", "release-seat", "whisper", "broadcast")
    yield "sit-out" if moment.state.facilitator_in else "sit-in"
    if moment.state.status == "lobby":
        yield "start"
    elif moment.state.status == "paused":
        yield "resume"
    else:
        yield from _while_running(moment)
    yield from _marks(moment, "noted-it")
    yield from _afterwards(moment)


def _while_running(moment: Moment) -> Iterator[str]:
    yield from ("pause", "extend", "fire-inject", "deal-paper")
    if moment.next_phase() is not None:
        yield "next-phase"
    if moment.agenda not in OUT_OF_ROLE:
        yield "end"
    if moment.at_table and any(state.filled == "statement" for state in moment.state.seats.values()):
        yield "read-out"


def _afterwards(moment: Moment) -> Iterator[str]:
    over = moment.agenda in OUT_OF_ROLE or moment.state.ended_early or moment.next_phase() is None
    if moment.state.status == "lobby" or not over:
        return
    if moment.state.setting != "text" and not moment.state.steps and not moment.state.reconciling:
        yield "open-reconciling"
    if moment.agenda is Agenda.DEBRIEF or moment.next_phase() is None:
        yield "open-step"
    yield "close"
