"""What a viewer may ask for now: the commands, by their `do`, that would not be refused for want of right or time.

A room draws its buttons by this. It grants nothing: `decide` judges every command anew.
"""

from collections.abc import Iterator

from simulations.engine.actors import Actor, Facilitator, Observer, Seated
from simulations.engine.afterwards import may_explain
from simulations.engine.answering import NOT_ASKED, open_now, unanswered
from simulations.engine.arranging import may_arrange
from simulations.engine.asking import PRACTITIONERS
from simulations.engine.choosing import open_to
from simulations.engine.debriefing import may_in_debrief, may_sort
from simulations.engine.dissenting import may_dissent, open_dissents
from simulations.engine.facilitating import comes_by_itself, may_score, may_stop
from simulations.engine.guards import may_not_speak
from simulations.engine.interpreting import interprets
from simulations.engine.leading import may_lead
from simulations.engine.moment import OUT_OF_ROLE, Moment
from simulations.engine.planning import cannot_close_yet, may_plan
from simulations.engine.presenting import awaiting_reply, presentable, replies
from simulations.engine.quorum import cannot_open_yet, may_go_on
from simulations.engine.reconciling import not_over
from simulations.engine.recording import may_approve, may_record
from simulations.engine.reviewing import may_review
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import ADJOURNABLE, Agenda
from simulations.engine.viewers import Projector, Public, Viewer


def permitted(moment: Moment, viewer: Viewer) -> tuple[str, ...]:
    """The commands open to this viewer, each once. Of a room that is closed words can still be taken away."""
    if moment.state.status == "closed":
        return ("redact",) if isinstance(viewer, Facilitator) else ()
    return tuple(dict.fromkeys(_permitted(moment, viewer)))


def _permitted(moment: Moment, viewer: Viewer) -> Iterator[str]:
    yield from _of_whoever_is_here(moment, viewer)
    match viewer:
        case Seated(seat):
            yield from _of_seat(moment, seat)
        case Facilitator():
            yield from _of_facilitator(moment)
        case Observer(person):
            yield "stop-observing" if person in moment.state.observers else "observe"
            if person in moment.state.observers:
                yield from _marks(moment, "noted-it")
        case Projector():
            return
        case _:
            yield from ("take-seat", "observe")
    if not isinstance(viewer, Seated | Facilitator):
        return
    if moment.state.status == "running" and moment.acts_as_chair(viewer):
        yield from _of_chair(moment, viewer)


def _of_whoever_is_here(moment: Moment, viewer: Viewer) -> Iterator[str]:
    if isinstance(viewer, Public | Projector):
        return
    if moment.state.status != "lobby" and not moment.state.real_concern and may_stop(moment, viewer):
        yield "real-concern"
    if may_score(moment, viewer):
        yield "score"


def _of_seat(moment: Moment, seat: SeatId) -> Iterator[str]:
    yield from ("leave-seat", "where-i-am", "come-back" if moment.seat(seat).out else "step-out")
    yield from may_lead(moment, seat)
    if moment.seat(seat).reading:
        yield "come-in"
    if not moment.in_room(seat):
        return
    yield from _marks(moment, "said-it", "heard-it")
    if moment.state.reconciling:
        yield "reconcile"
    if not_over(moment) is None:
        yield "agree-to-replay"
    yield from may_in_debrief(moment, seat)
    if moment.state.status == "running":
        yield from ("word-to-chair",) if moment.state.terms.alone else ("need-a-minute", "word-to-chair")
        if open_to(moment, Seated(seat)):
            yield "choose"
        yield from _at_table(moment, seat)
        yield from _of_judgement(moment, seat)
        yield from may_arrange(moment, Seated(seat))


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
    yield from _of_the_talk(moment, seat, may_speak)
    if may_speak:
        yield from may_review(moment, seat)
    if any(ask.of == seat and not ask.answered for ask in moment.state.asks.values()):
        yield "nothing-on-that"
    if seat in moment.state.reading.values():
        yield "read-out"
    if moment.scenario.seats[seat].part in PRACTITIONERS and seat != moment.chair:
        yield "ask-closed-part"
    if may_dissent(moment, seat):
        yield "dissent"
    yield from may_plan(moment, seat)
    yield from may_record(moment, seat)
    yield from may_explain(moment, seat)
    yield from _hands(moment, seat)


def _of_the_talk(moment: Moment, seat: SeatId, may_speak: bool) -> Iterator[str]:
    yield "correct"
    if interprets(moment, seat):
        yield "render"
    if moment.scenario.seats[seat].part not in NOT_ASKED and open_now(moment):
        yield "answer-first"
    if moment.agenda is not Agenda.REPORTS:
        return
    if may_speak and moment.scenario.seats[seat].part in PRACTITIONERS and presentable(moment, seat):
        yield "present-report"
    if replies(moment.scenario, seat) and awaiting_reply(moment, seat):
        yield "reply"


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
    if any(d not in moment.state.opened and not unanswered(moment, d) for d in phase.decide):
        yield "view"


def _of_chair(moment: Moment, viewer: Actor) -> Iterator[str]:
    following = moment.next_phase()
    facilitators = moment.agenda in OUT_OF_ROLE or (following is not None and following.agenda in OUT_OF_ROLE)
    if following is not None and (
        isinstance(viewer, Facilitator)
        or not (facilitators or cannot_open_yet(moment, viewer) or cannot_close_yet(moment, viewer))
    ):
        yield "next-phase"
    yield "extend"
    yield from may_arrange(moment, viewer)
    if open_to(moment, viewer):
        yield "choose"
    if moment.state.closed is not None:
        yield "reopen"
    if not moment.at_table:
        return
    yield from ("sum-up", "adjourn") if moment.agenda in ADJOURNABLE else ("sum-up",)
    if may_go_on(moment):
        yield "go-on-without-quorum"
    if moment.state.closed is None:
        yield "close-part"
    if moment.state.floor.kind != "open":
        yield from ("give-floor", "hand-back") if moment.state.floor.holder else ("give-floor",)
    if any(state.filled == "statement" for state in moment.state.seats.values()):
        yield from ("ask-to-read", "read-out")
    if open_dissents(moment):
        yield "settle-dissent"
    yield from may_approve(moment)
    yield from may_explain(moment)
    yield from _closing(moment)


def _closing(moment: Moment) -> Iterator[str]:
    decisions = moment.phase.decide if moment.phase else ()
    if open_now(moment):
        yield "leave-unanswered"
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
    yield from _for_scripts(moment)
    yield from ("redact", "note")
    yield from _levers(moment)
    if moment.state.status == "lobby":
        yield "start"
    elif moment.state.status == "paused":
        yield "resume"
    else:
        yield from _while_running(moment)
    yield from _marks(moment, "noted-it")
    yield from _afterwards(moment)


def _for_scripts(moment: Moment) -> Iterator[str]:
    seats = moment.state.seats.values()
    stands_in = any(seat.stood_in for seat in seats)
    if not moment.state.facilitator_in:
        yield "sit-in"
    elif not stands_in:
        yield "sit-out"
    if any(seat.by_script for seat in seats):
        yield "take-over"
    if stands_in:
        yield "let-script-go-on"
    if moment.state.setting != "text" and any(seat.filled == "script" for seat in seats):
        yield "ask-to-voice"


def _levers(moment: Moment) -> Iterator[str]:
    if moment.state.going_on is not None:
        yield "stay-here"
    if moment.state.minutes:
        yield "see-minute"
    held, to_come = moment.state.kept_back, moment.scenario.injects.keys() - moment.state.injects.keys()
    if any(comes_by_itself(moment.scenario, inject) for inject in to_come - held):
        yield "hold-inject"
    if to_come & held:
        yield "release-inject"


def _while_running(moment: Moment) -> Iterator[str]:
    yield from ("pause", "extend", "fire-inject", "deal-paper")
    if moment.next_phase() is not None:
        yield from ("next-phase", "next-phase-soon") if moment.state.going_on is None else ("next-phase",)
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
    yield from may_sort(moment)
    yield "close"
