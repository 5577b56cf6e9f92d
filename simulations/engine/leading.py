"""Rehearsing alone: one learner, scripts in the other seats, and nobody who facilitates.

What a facilitator does is shared out. The learner leads wherever no table is held: they start, pause, go on, ask for more
minutes, end, open the debrief step by step once they have looked back for themselves, and close. At the table the meeting
goes by rule, as where scripts play alone: statements are read out, views are opened, and a chair who is a script moves on
at the latest when the minutes are up. While the learner is out, called away on duty, the conference waits for them.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from simulations.engine.actors import Facilitator, Seated
from simulations.engine.commands import (
    Close,
    Command,
    End,
    Extend,
    LookBack,
    NextPhase,
    OpenStep,
    OpenViews,
    Pause,
    ReadOut,
    Resume,
    Start,
)
from simulations.engine.events import ConferencePaused, ConferenceResumed, Event, LookedBack
from simulations.engine.judging import person_yet_to_judge
from simulations.engine.keeping import put
from simulations.engine.moment import OUT_OF_ROLE, Answer, Deciders, Evolvers, Moment, only
from simulations.engine.reconciling import STEPS, next_step
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario import scripts as written
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import PaperId, SeatId
from simulations.engine.scenario.vocabulary import Agenda, Part
from simulations.engine.scripting import is_due, obstacle, playing, standing_by
from simulations.engine.state import ConferenceState

LED = (Start, Pause, Resume, Extend, NextPhase, End, Close, OpenStep)
"""What the learner asks for in the facilitator's stead."""
AFTER_LOOKING_BACK = STEPS[2:]
"""The steps of the debrief that show something: first one has looked back oneself."""


# What the learner leads


def led(moment: Moment, command: Command) -> Command | Refusal:
    """The command as it counts here: alone, the learner asks for some things as a facilitator would."""
    if not moment.state.terms.alone or not isinstance(command, LED) or not isinstance(command.by, Seated):
        return command
    if not _is_a_persons(moment, command.by.seat):
        return refuse("not-yours")
    if isinstance(command, NextPhase) and not _may_move_on(moment):
        return command
    if isinstance(command, OpenStep) and not _may_open(moment, command.by.seat, command.step):
        return refuse("look-back-first")
    return replace(command, by=Facilitator())


def _is_a_persons(moment: Moment, seat: SeatId) -> bool:
    return seat in moment.scenario.seats and moment.seat(seat).filled == "person"


def _may_move_on(moment: Moment) -> bool:
    """At the table the chair moves on; whoever is alone in the room does everywhere else, and from the table to the debrief."""
    following = moment.next_phase()
    leaves_the_table = following is not None and following.agenda in OUT_OF_ROLE and moment.person_in_chair()
    return not moment.at_table or leaves_the_table


def _may_open(moment: Moment, seat: SeatId, step: str) -> bool:
    return step not in AFTER_LOOKING_BACK or seat in moment.state.looked_back


def may_lead(moment: Moment, seat: SeatId) -> Iterator[str]:
    """The commands of leading that are open to a learner alone."""
    state = moment.state
    if not state.terms.alone or moment.seat(seat).filled != "person" or moment.seat(seat).out:
        return
    if state.status == "lobby":
        yield "start"
        return
    if state.status == "paused":
        yield "resume"
        return
    yield from ("pause", "extend")
    if moment.next_phase() is not None and _may_move_on(moment):
        yield "next-phase"
    if moment.agenda not in OUT_OF_ROLE:
        yield "end"
        return
    yield "close"
    if moment.agenda is not Agenda.DEBRIEF:
        return
    yield "look-back"
    step = next_step(state)
    if step is not None and _may_open(moment, seat, step):
        yield "open-step"


# Looking back for oneself


def look_back(moment: Moment, command: LookBack) -> Answer:
    """Write for oneself what one would do differently, before the debrief shows anything."""
    if not isinstance(command.by, Seated) or not _is_a_persons(moment, command.by.seat):
        return refuse("not-yours")
    if not moment.state.terms.alone or moment.agenda is not Agenda.DEBRIEF or moment.state.status == "closed":
        return refuse("not-looking-back")
    seat = command.by.seat
    return (LookedBack(at=moment.now, audience=only(seat), seat=seat, said=command.words),)


DECIDE: Deciders = {LookBack: look_back}


def looked_back(scenario: Scenario, state: ConferenceState, event: LookedBack) -> ConferenceState:
    """The latest words take the place of those before."""
    return replace(state, looked_back=put(state.looked_back, event.seat, event.said))


EVOLVE: Evolvers = {LookedBack: looked_back}


# What goes by rule


def absence(moment: Moment) -> tuple[Event, ...]:
    """Alone, the conference stands while the learner is out, and goes on when they are back."""
    if not moment.state.terms.alone:
        return ()
    if moment.state.status == "running" and not _there(moment.state):
        return (ConferencePaused(at=moment.now, audience=moment.everyone()),)
    back = moment.asked_in is not None and not _there(moment.asked_in) and _there(moment.state)
    if moment.state.status == "paused" and back and not moment.state.real_concern:
        return (ConferenceResumed(at=moment.now, audience=moment.everyone()),)
    return ()


def _there(state: ConferenceState) -> bool:
    return any(seat.filled == "person" and not seat.out for seat in state.seats.values())


def by_rule(moment: Moment) -> Iterator[Command]:
    """What the facilitator would do now in a rehearsal alone; what a rule refuses stays undone."""
    if not moment.state.terms.alone or moment.state.status != "running":
        return
    yield from reading_and_opening(moment)
    script_chairs = moment.at_table and not moment.person_in_chair()
    if moment.state.phase.used_up and script_chairs and not _more_to_play(moment):
        yield NextPhase(by=Facilitator())


def _more_to_play(moment: Moment) -> bool:
    """Whether a script still has something to do here that is due, and comes a little later since much is."""
    return any(is_due(moment, beat) and obstacle(moment, seat, beat) is None for seat, beat in standing_by(moment))


def reading_and_opening(moment: Moment) -> Iterator[Command]:
    """Statements that no script reads, and views once every script has given its own."""
    facilitator, up = Facilitator(), moment.state.phase.used_up
    for paper in _to_read(moment):
        if up or not _read_by_script(moment, paper):
            yield ReadOut(by=facilitator, paper=paper, confirm=True)
    for decision in moment.phase.decide if moment.phase else ():
        if decision not in moment.state.opened and moment.state.views and not _views_to_come(moment):
            yield OpenViews(by=facilitator, decision=decision)


def _to_read(moment: Moment) -> Iterator[PaperId]:
    """The statements that belong to this phase and have not been read: the child's in its day, the others with the family."""
    for seat, state in moment.state.seats.items():
        childs = moment.scenario.seats[seat].part is Part.CHILD
        when = Agenda.CHILDS_DAY if childs else Agenda.FAMILY_VIEWS
        if state.filled == "statement" and moment.agenda is when:
            held = (each.paper for each in moment.state.papers[seat])
            yield from (paper for paper in held if paper not in moment.state.read)


def _read_by_script(moment: Moment, paper: PaperId) -> bool:
    actions = (action for _, beat in playing(moment) for action in beat.actions)
    return any(isinstance(action, written.ReadOut) and action.paper == paper for action in actions)


def _views_to_come(moment: Moment) -> bool:
    """Whether a script in the room has a view still to give or opens the views itself, or a person may yet give theirs."""
    in_room = ((seat, beat) for seat, beat in playing(moment) if moment.in_room(seat))
    scripts = any(
        isinstance(action, written.GiveView | written.OpenViews) for _, beat in in_room for action in beat.actions
    )
    return scripts or person_yet_to_judge(moment)
