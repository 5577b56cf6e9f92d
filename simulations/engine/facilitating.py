"""The levers of the control room, and the one thing that everybody may do: stop it all for a real concern.

Going on to the next item can be thought better of: the facilitator announces it, and after ten seconds of the
conference's own clock it comes by itself, as everything does that is due. Nothing has to be taken back, nobody but the
facilitator learns of what did not happen, and a link that drops meanwhile changes nothing.
"""

from datetime import timedelta

from msgspec.structs import replace

from simulations.engine.actors import Actor, Facilitator, Observer, Seated
from simulations.engine.commands import (
    HoldInject,
    NextPhase,
    NextPhaseSoon,
    NoteDown,
    ReleaseInject,
    Score,
    SeeMinute,
    StayHere,
    StopForConcern,
)
from simulations.engine.events import (
    Event,
    GroupScored,
    InjectKeptBack,
    InjectReleased,
    MinuteSeen,
    NextPhaseAnnounced,
    NoteMade,
    PhaseKept,
    StoppedForConcern,
)
from simulations.engine.guards import not_facilitator, not_running
from simulations.engine.keeping import noticed, put, without
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment, only
from simulations.engine.phases import next_phase
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import CriterionId, InjectId
from simulations.engine.state import ConferenceState
from simulations.engine.words import Words

SECONDS_TO_THINK = 10
FACILITATORS = "facilitator"
"""All who run a conference score as one."""


# A real concern


def stop_for_concern(moment: Moment, command: StopForConcern) -> Answer:
    """Everything stands still, whoever asks who is here; what it is about is said nowhere in this room."""
    if not may_stop(moment, command.by):
        return refuse("not-yours")
    if moment.state.status in ("lobby", "closed"):
        return refuse("not-started" if moment.state.status == "lobby" else "closed")
    if moment.state.real_concern:
        return ()
    return (StoppedForConcern(at=moment.now, audience=moment.everyone()),)


def may_stop(moment: Moment, actor: Actor) -> bool:
    """Everybody who is here as themselves: on a seat, also while they are out of the room, or running or watching it."""
    if isinstance(actor, Seated):
        return actor.seat in moment.scenario.seats and moment.seat(actor.seat).filled == "person"
    return isinstance(actor, Facilitator | Observer)


# Going on, and thinking better of it


def next_phase_soon(moment: Moment, command: NextPhaseSoon) -> Answer:
    """What would be refused now is refused now."""
    if refusal := not_facilitator(command.by):
        return refusal
    answer = next_phase(moment, NextPhase(by=command.by, leaving=command.leaving))
    if isinstance(answer, Refusal):
        return answer
    if moment.state.going_on is not None or moment.state.phase.id is None:
        return refuse("going-on-already")
    audience, leaving = only(facilitator=True), moment.state.phase.id
    return (NextPhaseAnnounced(at=moment.now, audience=audience, leaving=leaving, seconds=SECONDS_TO_THINK),)


def stay_here(moment: Moment, command: StayHere) -> Answer:
    """The phase that is on stays on."""
    if refusal := (not_facilitator(command.by) or _nothing_announced(moment)):
        return refusal
    return (PhaseKept(at=moment.now, audience=only(facilitator=True)),)


def _nothing_announced(moment: Moment) -> Refusal | None:
    return refuse("nothing-to-stop") if moment.state.going_on is None else None


def phase_ends(moment: Moment) -> tuple[Event, ...]:
    """What was announced comes; or, where it may no longer, the phase stays."""
    then = moment.state.going_on
    if then is None or moment.elapsed < then:
        return ()
    answer = next_phase(moment, NextPhase(by=Facilitator()))
    return (PhaseKept(at=moment.now, audience=only(facilitator=True)),) if isinstance(answer, Refusal) else answer


# Injects held back


def hold_inject(moment: Moment, command: HoldInject) -> Answer:
    """It waits for the facilitator's word; by hand it may come all the same."""
    if refusal := (not_facilitator(command.by) or _no_such_inject(moment, command.inject)):
        return refusal
    if not comes_by_itself(moment.scenario, command.inject):
        return refuse("comes-by-hand")
    if command.inject in moment.state.kept_back:
        return refuse("already-so")
    return (InjectKeptBack(at=moment.now, audience=only(facilitator=True), inject=command.inject),)


def release_inject(moment: Moment, command: ReleaseInject) -> Answer:
    """It comes as it would have."""
    if refusal := (not_facilitator(command.by) or _no_such_inject(moment, command.inject)):
        return refusal
    if command.inject not in moment.state.kept_back:
        return refuse("not-held")
    return (InjectReleased(at=moment.now, audience=only(facilitator=True), inject=command.inject),)


def comes_by_itself(scenario: Scenario, inject: InjectId) -> bool:
    """Whether an inject waits for nobody's hand."""
    return scenario.injects[inject].when is not None and not scenario.injects[inject].manual


def _no_such_inject(moment: Moment, inject: InjectId) -> Refusal | None:
    if moment.state.status == "closed":
        return refuse("closed")
    if inject not in moment.scenario.injects:
        return refuse("no-such-inject")
    return refuse("already-fired") if inject in moment.state.injects else None


# A minute, notes, the rubric


def see_minute(moment: Moment, command: SeeMinute) -> Answer:
    """The dot beside the seat goes."""
    if refusal := not_facilitator(command.by):
        return refusal
    if command.seat not in moment.state.minutes:
        return refuse("no-minute")
    return (MinuteSeen(at=moment.now, audience=only(facilitator=True), seat=command.seat),)


def note_down(moment: Moment, command: NoteDown) -> Answer:
    """For those who facilitate alone; taken away and forgotten like everybody's words."""
    if refusal := not_facilitator(command.by):
        return refusal
    if moment.state.status == "closed":
        return refuse("closed")
    return (NoteMade(at=moment.now, audience=only(facilitator=True), said=command.words),)


def score(moment: Moment, command: Score) -> Answer:
    """The group, never a person. Whoever scores again changes their own score; observers do not see each other's."""
    scorer = _scorer(moment, command.by)
    if isinstance(scorer, Refusal):
        return scorer
    if refusal := _not_on(moment):
        return refusal
    line = moment.scenario.debrief.rubric.get(command.criterion)
    if line is None or command.level > len(line.levels):
        return refuse("no-such-line")
    if moment.state.scores.get((scorer, command.criterion)) == command.level:
        return ()
    criterion, level = command.criterion, command.level
    audience = only(facilitator=True)
    return (GroupScored(at=moment.now, audience=audience, scorer=scorer, criterion=criterion, level=level),)


def scorer_of(by: Actor) -> str | None:
    """The name under which somebody scores; None for whoever does not."""
    if isinstance(by, Observer):
        return by.person
    return FACILITATORS if isinstance(by, Facilitator) else None


def may_score(moment: Moment, by: Actor) -> bool:
    """Whether there is a rubric that they could score now."""
    return bool(moment.scenario.debrief.rubric) and not isinstance(_scorer(moment, by), Refusal) and not _not_on(moment)


def _scorer(moment: Moment, by: Actor) -> str | Refusal:
    if isinstance(by, Observer) and by.person not in moment.state.observers:
        return refuse("not-watching")
    return scorer_of(by) or refuse("facilitator-only")


def _not_on(moment: Moment) -> Refusal | None:
    """Scoring goes on while the conference is paused."""
    return None if moment.state.status == "paused" else not_running(moment)


DECIDE: Deciders = {
    StopForConcern: stop_for_concern, NextPhaseSoon: next_phase_soon, StayHere: stay_here, HoldInject: hold_inject,
    ReleaseInject: release_inject, SeeMinute: see_minute, NoteDown: note_down, Score: score,
}  # fmt: skip


def stopped_for_concern(scenario: Scenario, state: ConferenceState, event: StoppedForConcern) -> ConferenceState:
    """The clock stands, until the facilitator says that it goes on."""
    return replace(state, status="paused", clock=state.clock.stopped(event.at), real_concern=True)


def next_phase_announced(scenario: Scenario, state: ConferenceState, event: NextPhaseAnnounced) -> ConferenceState:
    """From then on it is due."""
    return replace(state, going_on=state.clock.read(event.at) + timedelta(seconds=event.seconds))


def phase_kept(scenario: Scenario, state: ConferenceState, event: PhaseKept) -> ConferenceState:
    """Nothing is due any more."""
    return replace(state, going_on=None)


def inject_kept_back(scenario: Scenario, state: ConferenceState, event: InjectKeptBack) -> ConferenceState:
    """It waits."""
    return replace(state, kept_back=state.kept_back | {event.inject})


def inject_released(scenario: Scenario, state: ConferenceState, event: InjectReleased) -> ConferenceState:
    """It waits no longer."""
    return replace(state, kept_back=state.kept_back - {event.inject})


def minute_seen(scenario: Scenario, state: ConferenceState, event: MinuteSeen) -> ConferenceState:
    """Looked at."""
    return replace(state, minutes=without(state.minutes, event.seat))


def note_made(scenario: Scenario, state: ConferenceState, event: NoteMade) -> ConferenceState:
    """A notice that only those who facilitate have."""
    key = event.said.utterance if isinstance(event.said, Words) else event.said.path
    return noticed(state, event, "note", key, said=event.said)


def group_scored(scenario: Scenario, state: ConferenceState, event: GroupScored) -> ConferenceState:
    """The latest score of each scorer stands."""
    key: tuple[str, CriterionId] = (event.scorer, event.criterion)
    return replace(state, scores=put(state.scores, key, event.level))


EVOLVE: Evolvers = {
    StoppedForConcern: stopped_for_concern, NextPhaseAnnounced: next_phase_announced, PhaseKept: phase_kept,
    InjectKeptBack: inject_kept_back, InjectReleased: inject_released, MinuteSeen: minute_seen, NoteMade: note_made,
    GroupScored: group_scored,
}  # fmt: skip
