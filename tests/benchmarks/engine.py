"""What the engine and the reader cost, as one JSON object: `./run exec python tests/benchmarks/engine.py`.

Times are processor time of one core, the best of several tries, since other work on the machine only ever adds to it. `wanted` has what
each must keep to; nothing here fails when it does not, that is for a reader to judge on their own machine.
"""

import json
import platform
import time
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from simulations.engine import commands as do
from simulations.engine.actors import Facilitator, Seated
from simulations.engine.alone import Run, run_by_itself
from simulations.engine.changing import change
from simulations.engine.refusals import Refusal
from simulations.engine.scenario import Scenario, read
from simulations.engine.scenario.decoding import LARGEST
from simulations.engine.scenario.nodes import MOST_NODES
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import Agenda, Part
from simulations.engine.start import start
from simulations.engine.views import view
from simulations.engine.words import Words

ROOT = Path(__file__).parents[2]
SHIPPED = [path for path in (ROOT / "simulations" / "scenarios").glob("*.yaml") if "testplan" not in path.name]
LARGEST_SHIPPED = max(SHIPPED, key=lambda path: path.stat().st_size)
SMALL = (ROOT / "tests" / "files" / "scenarios" / "small.yaml").read_text(encoding="utf-8")
TRIES = 5
SHORT, LONG, STRETCH = 500, 5000, 400

WANTED = {
    "commands_per_second": "at least 10,000",
    "whole_conference_ms": "at most 100, from file to measures",
    "reading_shipped_ms": "at most 50",
    "reading_at_limits_ms": "at most 500",
    "reading_at_limits_mib": "at most 100",
    "view_of_a_seat_after_5000_events_ms": "at most 2",
    "cost_of_an_event_after_5000_to_after_500": "about 1",
}


def best(act: Callable[[], object], tries: int = TRIES) -> float:
    """The least processor time of several tries, in seconds."""
    took = []
    for _ in range(tries):
        began = time.process_time()
        act()
        took.append(time.process_time() - began)
    return min(took)


def shipped() -> Scenario:
    """The largest shipped scenario, narrowed to its first variant."""
    scenario = read(LARGEST_SHIPPED.read_bytes()).scenario
    assert scenario is not None
    return scenario.for_variant(next(iter(scenario.variants), None))


def under_way(scenario: Scenario) -> Run:
    """A conference with a person in every seat a learner may have, at the child's day, without a script."""
    run = Run(scenario, start(scenario))
    for number, seat in enumerate(scenario.seats.values()):
        if "learner" in seat.played_by:
            taken = do.TakeSeat(by=Seated(seat.id), seat=seat.id, person=f"p{number}", played_by="learner")
            assert run.ask(taken) is None
        elif run.state.seats[seat.id].filled == "script":
            assert run.ask(do.ReleaseSeat(by=Facilitator(), seat=seat.id)) is None
    assert run.ask(do.Start(by=Facilitator())) is None
    while run.moment.agenda is not Agenda.CHILDS_DAY:
        assert run.ask(do.NextPhase(by=Facilitator())) is None
    return run


def people_in(run: Run) -> list[SeatId]:
    """The seats but the chair's with a person who is in the room."""
    seats = run.state.seats.items()
    return [
        seat
        for seat, state in seats
        if state.filled == "person" and run.moment.in_room(seat) and run.scenario.seats[seat].part is not Part.CHAIR
    ]


def what_people_do(run: Run) -> Iterator[do.Command]:
    """Hands up and down, words to the chair, a broadcast now and then: a command an event, for ever."""
    for number, seat in enumerate(cycle(people_in(run))):
        yield do.RaiseHand(by=Seated(seat))
        yield do.TellChair(by=Seated(seat), words=Words(utterance=f"w{number}", language="en"))
        yield do.LowerHand(by=Seated(seat))
        if number % 5 == 0:
            yield do.Broadcast(by=Facilitator(), words=Words(utterance=f"b{number}", language="en"))


def carry_on(run: Run, commands: Iterator[do.Command], events: int) -> None:
    """Carry out commands until so many events have happened."""
    for command in commands:
        refusal: Refusal | None = run.ask(command)
        assert refusal is None, (command, refusal)
        if len(run.events) >= events:
            return


def grown() -> tuple[Run, dict[str, float]]:
    """A conference of 5,000 events, and the seconds an event cost after 500 and after 5,000."""
    run = under_way(shipped())
    commands, costs = what_people_do(run), {}
    for length in (SHORT, LONG):
        carry_on(run, commands, length)
        costs[str(length)] = min(_stretch(run, commands) for _ in range(TRIES))
    return run, costs


def _stretch(run: Run, commands: Iterator[do.Command]) -> float:
    before, began = len(run.events), time.process_time()
    for command in islice(commands, STRETCH):
        assert run.ask(command) is None
    return (time.process_time() - began) / (len(run.events) - before)


def whole_conference() -> Run:
    """From the file to the measures, scripts in every seat."""
    scenario = read(LARGEST_SHIPPED.read_bytes()).scenario
    assert scenario is not None
    run = run_by_itself(scenario, next(iter(scenario.variants), None))
    assert run.measures
    return run


def at_the_limits() -> str:
    """A sound file of nearly as many values and bytes as there may be."""
    passages = (MOST_NODES - 300) // 7
    words = "gair " * ((LARGEST - 40_000) // passages // 10 - 7)
    many = "".join(f'      - {{text: {{en: "{words}{n}", cy: "{words}{n}"}}}}\n' for n in range(passages))
    return SMALL.replace("    passages:\n", f"    passages:\n{many}")


def peak_of_reading(text: str) -> float:
    """The most memory that reading a text takes, in MiB."""
    tracemalloc.start()
    assert read(text).problems == ()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1024 / 1024


def measured() -> dict[str, float]:
    """Every number by its name in `WANTED`, and what it was measured on."""
    file, limits = LARGEST_SHIPPED.read_bytes(), at_the_limits()
    run, costs = grown()
    seat = Seated(people_in(run)[0])
    before = run.state
    assert run.ask(do.RaiseHand(by=seat)) is None or run.ask(do.LowerHand(by=seat)) is None
    return {
        "commands_per_second": round(1 / costs[str(SHORT)]),
        "whole_conference_ms": round(best(whole_conference) * 1000, 1),
        "whole_conference_events": len(whole_conference().events),
        "reading_shipped_ms": round(best(lambda: read(file)) * 1000, 1),
        "reading_shipped_kib": round(len(file) / 1024),
        "reading_at_limits_ms": round(best(lambda: read(limits), 3) * 1000, 1),
        "reading_at_limits_kib": round(len(limits.encode()) / 1024),
        "reading_at_limits_mib": round(peak_of_reading(limits), 1),
        "view_of_a_seat_after_5000_events_ms": round(best(lambda: view(run.scenario, run.state, seat)) * 1000, 2),
        "change_for_a_seat_after_5000_events_ms": round(
            best(lambda: change(run.scenario, before, run.state, seat)) * 1000, 3
        ),
        "cost_of_an_event_after_5000_to_after_500": round(costs[str(LONG)] / costs[str(SHORT)], 2),
        "seats": len(run.scenario.seats),
    }


if __name__ == "__main__":
    on = {"python": platform.python_version(), "machine": platform.machine(), "scenario": LARGEST_SHIPPED.name}
    print(json.dumps({"measured": measured(), "wanted": WANTED, "on": on}, indent=2))
