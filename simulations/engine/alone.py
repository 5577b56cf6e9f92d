"""A conference that runs by itself: scripts in every seat, and a runner that stands in for the facilitator.

The runner starts the conference, moves on when a phase's minutes are up, reads statements out, opens views when every
view that a script has still to give is given, and closes the room. Time is jumped over, so an hour takes milliseconds. What
the scripts leave undone stays undone: a chair whose script decides nothing leaves the run undecided.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from simulations.engine.actors import Clock, Facilitator
from simulations.engine.commands import Close, Command, NextPhase, ReleaseSeat, Start, Tick
from simulations.engine.deciding import decide
from simulations.engine.due import due
from simulations.engine.events import Event
from simulations.engine.evolving import evolve
from simulations.engine.leading import reading_and_opening
from simulations.engine.measures import Measures, measure
from simulations.engine.moment import Moment
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.start import start
from simulations.engine.state import ConferenceState

FIRST_MOMENT = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)
"""When every run starts, so that equal runs have equal events."""


class CannotRun(Exception):
    """The conference could not start; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message.in_language("en"))
        self.refusal = refusal


class NeverEnds(Exception):
    """The conference came to a stand, or went on and on; `run` has how far it came."""

    def __init__(self, run: "Run") -> None:
        super().__init__(f"in the phase {run.state.phase.id}, after {len(run.events)} events")
        self.run = run


MOST_STEPS = 20_000
"""Steps that a conference by itself may take: beats and injects come once each, and a file has at most so many values."""


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

    Raises KeyError on a variant that the scenario has not, or a seat; CannotRun where a required seat stays empty;
    NeverEnds where nothing would ever be due again, or always something.
    """
    narrowed = scenario.for_variant(variant)
    run = Run(narrowed, start(narrowed))
    for seat in without:
        run.ask(ReleaseSeat(by=Facilitator(), seat=narrowed.seats[SeatId(seat)].id))
    if refusal := run.ask(Start(by=Facilitator())):
        raise CannotRun(refusal)
    for _ in range(MOST_STEPS):
        if run.state.status != "running":
            return run
        if not _go_on(run):
            break
    raise NeverEnds(run)


def _go_on(run: Run) -> bool:
    """One step: what the facilitator would do now, else what is due next; whether anything happened, or time passed."""
    for command in _stand_in(run.moment):
        if run.ask(command) is None:
            return True
    then = due(run.scenario, run.state)
    if then is None:
        return False
    before, events = run.now, len(run.events)
    run.now = max(run.now, then)
    run.ask(Tick(by=Clock()))
    return run.now > before or len(run.events) > events


def _stand_in(moment: Moment) -> Iterator[Command]:
    """What the facilitator does now, if the scripts do not do it themselves."""
    yield from reading_and_opening(moment)
    if moment.state.phase.used_up:
        yield NextPhase(by=Facilitator())
        yield Close(by=Facilitator())
