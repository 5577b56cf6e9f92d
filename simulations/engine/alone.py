"""A conference that runs by itself: scripts in every seat, and a runner that stands in for the facilitator.

The runner starts the conference, moves on when a phase's minutes are up, reads statements out, opens views when every
view that a script has still to give is given, and closes the room. Time is jumped over, so an hour takes milliseconds. What
the scripts leave undone stays undone: a chair whose script decides nothing leaves the run undecided.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from simulations.engine.actors import Clock, Facilitator
from simulations.engine.commands import Close, Command, NextPhase, OpenViews, ReadOut, ReleaseSeat, Start, Tick
from simulations.engine.deciding import decide
from simulations.engine.due import due
from simulations.engine.events import Event
from simulations.engine.evolving import evolve
from simulations.engine.measures import Measures, measure
from simulations.engine.moment import Moment
from simulations.engine.refusals import Refusal
from simulations.engine.scenario import scripts as written
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import PaperId, SeatId
from simulations.engine.scenario.vocabulary import Agenda, Part
from simulations.engine.scripting import playing
from simulations.engine.start import start
from simulations.engine.state import ConferenceState

FIRST_MOMENT = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)
"""When every run starts, so that equal runs have equal events."""


class CannotRun(Exception):
    """The conference could not start; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message.in_language("en"))
        self.refusal = refusal


@dataclass(slots=True)
class Run:
    """A conference being run: what has happened, how it stands, and what time it is in it."""

    scenario: Scenario
    state: ConferenceState
    now: datetime = FIRST_MOMENT
    events: list[Event] = field(default_factory=list)

    @property
    def moment(self) -> Moment:
        """As it stands."""
        return Moment(self.scenario, self.state, self.now)

    @property
    def measures(self) -> Measures:
        """What the debrief would show."""
        return measure(self.moment)

    def ask(self, command: Command) -> Refusal | None:
        """Carry a command out, if it is allowed."""
        answer = decide(self.scenario, self.state, command, self.now)
        if isinstance(answer, Refusal):
            return answer
        for event in answer:
            self.state = evolve(self.scenario, self.state, event)
            self.events.append(event)
        return None


def run_by_itself(scenario: Scenario, variant: str | None = None, without: Iterable[str] = ()) -> Run:
    """The whole conference on one variant, with scripts in every seat but `without`.

    Raises KeyError on a variant that the scenario has not, or a seat; CannotRun where a required seat stays empty.
    """
    narrowed = scenario.for_variant(variant)
    run = Run(narrowed, start(narrowed))
    for seat in without:
        run.ask(ReleaseSeat(by=Facilitator(), seat=narrowed.seats[SeatId(seat)].id))
    if refusal := run.ask(Start(by=Facilitator())):
        raise CannotRun(refusal)
    while run.state.status == "running":
        _go_on(run)
    return run


def _go_on(run: Run) -> None:
    """One step: what the facilitator would do now, else what is due next."""
    for command in _stand_in(run.moment):
        if run.ask(command) is None:
            return
    then = due(run.scenario, run.state)
    if then is not None:
        run.now = max(run.now, then)
        run.ask(Tick(by=Clock()))


def _stand_in(moment: Moment) -> Iterator[Command]:
    """What the facilitator does now, if the scripts do not do it themselves."""
    facilitator, up = Facilitator(), moment.state.phase.used_up
    for paper in _to_read(moment):
        if up or not _read_by_script(moment, paper):
            yield ReadOut(by=facilitator, paper=paper, confirm=True)
    for decision in moment.phase.decide if moment.phase else ():
        if decision not in moment.state.opened and moment.state.views and not _views_to_come(moment):
            yield OpenViews(by=facilitator, decision=decision)
    if up:
        yield NextPhase(by=facilitator)
        yield Close(by=facilitator)


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
    """Whether a script in the room has a view still to give, or opens the views itself."""
    in_room = ((seat, beat) for seat, beat in playing(moment) if moment.in_room(seat))
    return any(
        isinstance(action, written.GiveView | written.OpenViews) for _, beat in in_room for action in beat.actions
    )
