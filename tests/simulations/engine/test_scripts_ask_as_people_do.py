"""A script asks only for what a person in its seat could: each thing that a script does, a person is allowed too.

Whenever a script's command is carried out, the same is asked for by a person who sits there at that moment, with the
words, the reason and the date that people have to give and scripts may leave out.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from rehearsing import BRYN_AWEL, words

from simulations.engine import commands as do
from simulations.engine import deciding
from simulations.engine.actors import Scripted, Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.commands import Command
from simulations.engine.keeping import put
from simulations.engine.moment import Answer, Moment
from simulations.engine.refusals import Refusal
from simulations.engine.scenario import read
from simulations.engine.scenario.values import SeatId
from simulations.engine.words import Due

ROOT = Path(__file__).parents[3]
SHIPPED = [path for path in (ROOT / "simulations/scenarios").glob("*.yaml") if not path.name.endswith(".testplan.yaml")]
FILES = sorted([*SHIPPED, BRYN_AWEL])
GIVEN = {"words": words(), "risk": words(), "if_not": words(), "confidence": 5, "due": Due(number=7), "why": words()}
"""What people have to give and a script's line may leave out."""
LED_OUT = "chair-needs-facilitator"
"""Out of role the facilitator leads. With a script in the chair and nobody to facilitate, the script goes on by itself."""


def runs() -> Iterator[object]:
    for path in FILES:
        scenario = read(path.read_bytes()).scenario
        assert scenario is not None
        for variant in scenario.variants or [None]:
            fast = path.stem in ("ty-coed", "bryn-awel")
            marks = [] if fast else [pytest.mark.slow]
            yield pytest.param(path, variant, id=f"{path.stem}-{variant or 'as-it-is'}", marks=marks)


@pytest.mark.parametrize(("path", "variant"), list(runs()))
def test_what_a_script_does_a_person_in_its_seat_may_do(
    path: Path, variant: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_out, asked = deciding._carry_out, 0

    def watched(moment: Moment, command: Command) -> Answer:
        nonlocal asked
        answer = carry_out(moment, command)
        if isinstance(command.by, Scripted) and not isinstance(answer, Refusal):
            asked += 1
            seated = with_a_person(moment, command.by.seat)
            again = carry_out(seated, as_a_person(seated, command, command.by.seat))
            assert not isinstance(again, Refusal) or again.code == LED_OUT, (command, again)
        return answer

    monkeypatch.setattr(deciding, "_carry_out", watched)
    scenario = read(path.read_bytes()).scenario
    assert scenario is not None
    run_by_itself(scenario, variant)
    assert asked > 5


def with_a_person(moment: Moment, seat: SeatId) -> Moment:
    """The same moment with a person on this seat, asked by the chair to read what the script may read."""
    sitting = replace(moment.state.seats[seat], filled="person", person="somebody", played_by="trainer")
    # That the file lets a script read a statement is the chair's asking; a person is asked.
    asked = {each: seat for each, now in moment.state.seats.items() if now.filled == "statement"}
    state = replace(moment.state, seats=put(moment.state.seats, seat, sitting), reading=asked)
    return Moment(moment.scenario, state, moment.now)


def as_a_person(moment: Moment, command: Command, seat: SeatId) -> Command:
    """The same asked by the person, who has to give more."""
    fields: dict[str, Any] = {name: getattr(command, name) for name in command.__struct_fields__}
    fields["by"] = Seated(seat)
    for name, given in GIVEN.items():
        if name in fields and fields[name] is None and not _either(command, name):
            fields[name] = given
    if isinstance(command, do.GiveView) and not command.because:
        heard = (passage for passage, said in moment.state.sharings.items() if said and _heard(moment, passage, seat))
        fields["because"] = tuple(heard)[:1]
    return type(command)(**fields)


def _either(command: Command, name: str) -> bool:
    """Whether the words may be left out because something else stands in their place."""
    if isinstance(command, do.Ask):
        return command.topic is not None
    return isinstance(command, do.Share) and command.how != "own-words" and name == "words"


def _heard(moment: Moment, passage: Any, seat: SeatId) -> bool:
    return any(seat in each.audience.seats for each in moment.state.sharings[passage])
