"""After the table: saying what was said, and opening the debrief step by step.

Where people talk aloud nothing is measured before everybody has gone through their own papers; what nobody
reconciled is not known. Once the first step of the debrief is open, marks no longer count.
"""

from msgspec.structs import replace

from simulations.engine.commands import OpenReconciling, OpenStep, Reconcile
from simulations.engine.events import DebriefStepOpened, PassageReconciled, ReconcilingOpened
from simulations.engine.guards import not_facilitator, not_seated, own_seat
from simulations.engine.keeping import put
from simulations.engine.moment import OUT_OF_ROLE, Answer, Deciders, Evolvers, Moment, only
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.vocabulary import Agenda
from simulations.engine.state import ConferenceState, Reconciliation

STEPS = (
    "leaving-the-role",
    "how-was-it",
    "childs-day",
    "known-and-not-said",
    "own-row",
    "named-rows",
    "views",
    "timeline",
    "rooms",
    "wall",
    "what-i-will-do",
)
"""The debrief's steps, in the order they open."""
TOGETHER = frozenset({"named-rows", "rooms", "wall"})
"""Those that want more than one person: who rehearses alone has none of them."""


def open_reconciling(moment: Moment, command: OpenReconciling) -> Answer:
    """From now on everybody says of their own papers what was said."""
    if refusal := (not_facilitator(command.by) or not_over(moment)):
        return refusal
    if moment.state.setting == "text":
        return refuse("typed-here")
    if moment.state.steps:
        return refuse("debrief-open")
    if moment.state.reconciling:
        return ()
    return (ReconcilingOpened(at=moment.now, audience=moment.everyone()),)


def not_over(moment: Moment) -> Refusal | None:
    """Only once the meeting is over: out of role, ended early, or with no phase to come."""
    if moment.state.status in ("lobby", "closed"):
        return refuse("not-started" if moment.state.status == "lobby" else "closed")
    over = moment.agenda in OUT_OF_ROLE or moment.state.ended_early or moment.next_phase() is None
    return None if over else refuse("meeting-not-over")


def reconcile(moment: Moment, command: Reconcile) -> Answer:
    """Said, partly or not said: of a passage of one's own."""
    if refusal := not_seated(moment, command.by):
        return refusal
    seat = own_seat(command.by)
    if moment.state.steps:
        return refuse("debrief-open")
    if not moment.state.reconciling or moment.state.status == "closed":
        return refuse("not-reconciling")
    if not moment.holds_passage(seat, command.passage):
        return refuse("not-your-passage")
    if moment.state.reconciled.get((seat, command.passage)) == Reconciliation(said=command.said, late=command.late):
        return ()
    reconciled = PassageReconciled(
        at=moment.now, audience=only(seat), seat=seat, passage=command.passage, said=command.said, late=command.late,
    )  # fmt: skip
    return (reconciled,)


def open_step(moment: Moment, command: OpenStep) -> Answer:
    """Open the next step of the debrief."""
    if refusal := (not_facilitator(command.by) or not_over(moment)):
        return refusal
    if moment.agenda is not Agenda.DEBRIEF and moment.next_phase() is not None:
        return refuse("not-debrief")
    if command.step in moment.state.steps:
        return ()
    if command.step != next_step(moment.state):
        return refuse("step-out-of-order")
    return (DebriefStepOpened(at=moment.now, audience=moment.everyone(), step=command.step),)


def next_step(state: ConferenceState) -> str | None:
    """The step that would open next."""
    return next((step for step in steps_of(state) if step not in state.steps), None)


def steps_of(state: ConferenceState) -> tuple[str, ...]:
    """The steps that the debrief of this conference has."""
    return tuple(step for step in STEPS if not (state.terms.alone and step in TOGETHER))


DECIDE: Deciders = {OpenReconciling: open_reconciling, Reconcile: reconcile, OpenStep: open_step}


def reconciling_opened(scenario: Scenario, state: ConferenceState, event: ReconcilingOpened) -> ConferenceState:
    """Marks on one's own papers are asked for."""
    return replace(state, reconciling=True)


def passage_reconciled(scenario: Scenario, state: ConferenceState, event: PassageReconciled) -> ConferenceState:
    """The latest word of this holder on this passage."""
    word = Reconciliation(said=event.said, late=event.late)
    return replace(state, reconciled=put(state.reconciled, (event.seat, event.passage), word))


def debrief_step_opened(scenario: Scenario, state: ConferenceState, event: DebriefStepOpened) -> ConferenceState:
    """What the step shows may be seen; reconciling is over."""
    opened = put(state.debriefing.opened, event.step, event.at)
    debriefing = replace(state.debriefing, opened=opened)
    return replace(state, steps=(*state.steps, event.step), reconciling=False, debriefing=debriefing)


EVOLVE: Evolvers = {
    ReconcilingOpened: reconciling_opened, PassageReconciled: passage_reconciled,
    DebriefStepOpened: debrief_step_opened,
}  # fmt: skip
