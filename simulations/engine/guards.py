"""What several commands ask for alike: that the conference is on, that the asker sits in the room, who they are.

Each returns None, or the refusal, so that they are joined by `or`: the first that refuses is the answer, and a
later one may rely on what an earlier one let pass.
"""

from simulations.engine.actors import Actor, Facilitator, Scripted, Seated, Speaker, StandingIn
from simulations.engine.moment import SILENT, Moment
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import SeatState


def not_running(moment: Moment) -> Refusal | None:
    """The conference must be on: started, not paused, not closed."""
    codes = {"lobby": "not-started", "paused": "paused", "closed": "closed"}
    code = codes.get(moment.state.status)
    return refuse(code) if code else None


def not_seated(moment: Moment, actor: Actor) -> Refusal | None:
    """The asker must speak for a seat in the room, as the person or the script that fills it."""
    if not isinstance(actor, Speaker):
        return refuse("not-yours")
    if actor.seat not in moment.scenario.seats:
        return refuse("no-such-seat")
    if not _plays(moment.seat(actor.seat), actor):
        return refuse("not-yours")
    if moment.seat(actor.seat).out:
        return refuse("stepped-out")
    if moment.seat(actor.seat).reading:
        return refuse("still-reading")
    if moment.seat(actor.seat).cut_off:
        return refuse("cut-off")
    if moment.seat(actor.seat).sent_out:
        return refuse("sent-out")
    return None if moment.in_room(actor.seat) else refuse("not-in-room")


def _plays(seat: SeatState, actor: Speaker) -> bool:
    match actor:
        case Seated():
            return seat.filled == "person"
        case Scripted():
            return seat.by_script
        case StandingIn():
            return seat.stood_in


def own_seat(actor: Actor) -> SeatId:
    """The seat of an actor that `not_seated` let pass; TypeError for any other."""
    if not isinstance(actor, Speaker):
        raise TypeError(actor)
    return actor.seat


def not_facilitator(actor: Actor) -> Refusal | None:
    """Only the facilitator."""
    return None if isinstance(actor, Facilitator) else refuse("facilitator-only")


def not_chair(moment: Moment, actor: Actor) -> Refusal | None:
    """Only who acts as chair."""
    return None if moment.acts_as_chair(actor) else refuse("chair-only")


def not_at_table(moment: Moment) -> Refusal | None:
    """Only while the conference itself is on."""
    return None if moment.at_table else refuse("not-at-the-table")


def may_not_speak(moment: Moment, seat: SeatId) -> Refusal | None:
    """Whether a seat in the room may say something now: by the agenda, and where people type, by the floor."""
    if moment.agenda in SILENT or moment.agenda is None:
        return refuse("silent-now")
    if moment.state.status == "running" and seat not in moment.hearers().seats:
        return refuse("silent-now")
    return None if has_floor(moment, seat) else refuse("floor-elsewhere")


def has_floor(moment: Moment, seat: SeatId) -> bool:
    """Whether the floor does not keep a seat from speaking: the chair steers, and who was asked may answer."""
    floor = moment.state.floor
    if moment.state.setting != "text" or not moment.at_table or floor.kind == "open":
        return True
    asked = any(ask.of == seat for ask in moment.state.asks.values())
    return asked or floor.holder == seat or moment.chair == seat
