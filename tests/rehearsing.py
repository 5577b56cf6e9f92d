"""A conference on the engine alone: no database, no socket, and a clock that jumps. For tests of the rules."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulations.engine import commands as do
from simulations.engine.actors import Clock, Facilitator, Observer, Seated
from simulations.engine.commands import Command
from simulations.engine.deciding import decide
from simulations.engine.due import due
from simulations.engine.earlier import Earlier
from simulations.engine.events import Event
from simulations.engine.evolving import evolve
from simulations.engine.measures import Measures, measure
from simulations.engine.moment import Moment
from simulations.engine.refusals import Refusal
from simulations.engine.scenario import read
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import PassageId, SeatId
from simulations.engine.sections import Sections
from simulations.engine.start import start
from simulations.engine.state import ConferenceState
from simulations.engine.terms import Setting, Terms
from simulations.engine.views import Viewer, view
from simulations.engine.words import Language, PlayedBy, Words

BRYN_AWEL = Path(__file__).parent / "files/scenarios/bryn-awel.yaml"
NINE = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
POLICE = Seated(SeatId("police"))
CHAIR = Seated(SeatId("chair"))
HEALTH_VISITOR = Seated(SeatId("health-visitor"))
SOCIAL_WORKER = Seated(SeatId("social-worker"))
RECORD_TAKER = Seated(SeatId("record-taker"))
MOTHER = Seated(SeatId("mother"))
FATHER = Seated(SeatId("father"))
FACILITATOR = Facilitator()
WATCHER = Observer("olwen")
CALLS, BAIL, WEIGHT = PassageId("log.1"), PassageId("log.2"), PassageId("red-book.0")


def scenario_at(path: Path, variant: str | None) -> Scenario:
    """The scenario in a file, narrowed to a variant; the test fails where the file has mistakes."""
    reading = read(path.read_bytes())
    assert reading.scenario is not None, [each.in_language("en") for each in reading.problems]
    return reading.scenario.for_variant(variant)


@dataclass(slots=True)
class Rehearsal:
    """A conference under test: what happened, how it stands, what time it is."""

    scenario: Scenario
    setting: Setting = "text"
    now: datetime = NINE
    earlier: Earlier | None = None
    alone: bool = False
    state: ConferenceState = field(init=False)
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state = start(self.scenario, Terms(setting=self.setting, earlier=self.earlier, alone=self.alone))

    def ask(self, command: Command) -> tuple[Event, ...] | Refusal:
        """Ask for something, and let it happen if it may."""
        answer = decide(self.scenario, self.state, command, self.now)
        if not isinstance(answer, Refusal):
            for event in answer:
                self.state = evolve(self.scenario, self.state, event)
                self.events.append(event)
        return answer

    def must(self, *commands: Command) -> tuple[Event, ...]:
        """Ask for things that must be allowed; gives the last one's events."""
        answer: tuple[Event, ...] | Refusal = ()
        for command in commands:
            answer = self.ask(command)
            assert not isinstance(answer, Refusal), (command, answer.code, answer.detail)
        assert not isinstance(answer, Refusal)
        return answer

    def refused(self, command: Command) -> str:
        """Ask for something that must be refused and change nothing; gives the refusal's code."""
        before = self.state
        answer = self.ask(command)
        assert isinstance(answer, Refusal), answer
        assert self.state is before
        return answer.code

    def wait(self, seconds: float) -> None:
        """Let time pass, with the clock asking whenever something is due."""
        until = self.now + timedelta(seconds=seconds)
        while (then := due(self.scenario, self.state)) is not None and then <= until:
            self.now = max(self.now, then)
            assert self.must(do.Tick(by=Clock())), "something was due, and nothing happened"
        self.now = until

    def to(self, phase: str) -> None:
        """Go on to a phase."""
        while self.state.phase.id != phase:
            self.must(do.NextPhase(by=FACILITATOR))

    def seat(self, *seats: Seated, played_by: PlayedBy = "learner", language: Language = "en") -> None:
        """Put a person on each of these seats."""
        for each in seats:
            self.must(
                do.TakeSeat(
                    by=each, seat=each.seat, person=f"person-{each.seat}", played_by=played_by, language=language,
                    volunteers=True,
                )
            )  # fmt: skip

    def sees(self, viewer: Viewer) -> Sections:
        """Everything that somebody may see now."""
        return view(self.scenario, self.state, viewer)

    def kinds(self, events: Iterable[Event]) -> list[str]:
        """What happened, by name."""
        return [type(event).__name__ for event in events]

    @property
    def measures(self) -> Measures:
        """What the debrief would show."""
        return measure(Moment(self.scenario, self.state, self.now))


def words(name: str = "u1", language: Language = "en") -> Words:
    """Something typed."""
    return Words(utterance=name, language=language)


def rehearsal(
    *people: Seated, phase: str = "", setting: Setting = "text", variant: str | None = "calm", empty: Iterable[str] = ()
) -> Rehearsal:
    """Bryn Awel with these people on their seats, scripts on the others but `empty`, started and gone on to a phase."""
    conference = Rehearsal(scenario_at(BRYN_AWEL, variant), setting)
    for seat in empty:
        conference.must(do.ReleaseSeat(by=FACILITATOR, seat=SeatId(seat)))
    conference.seat(*people)
    if phase:
        conference.must(do.Start(by=FACILITATOR))
        conference.to(phase)
    return conference
