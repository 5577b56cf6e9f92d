"""Each shipped scenario in each variant, from start to debrief: no viewer is sent a byte of a private text not theirs."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import pytest
from rehearsing import FACILITATOR, Rehearsal, scenario_at

from simulations.engine import commands as do
from simulations.engine.actors import Clock, Observer, Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.due import due
from simulations.engine.reconciling import STEPS
from simulations.engine.scenario import read
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import PassageId, Text
from simulations.engine.viewers import Public, Viewer, sees

FOLDER = Path(__file__).parents[3] / "simulations/scenarios"
SHIPPED = sorted(path for path in FOLDER.glob("*.yaml") if not path.name.endswith(".testplan.yaml"))


def whole_at(path: Path) -> Scenario:
    """The scenario in a file with all its variants."""
    scenario = read(path.read_bytes()).scenario
    assert scenario is not None
    return scenario


VARIANTS = [(path, variant) for path in SHIPPED for variant in whole_at(path).variants or [None]]


# The first scenario in the fast tier, the others with the slow one.
TIERS = [each if each[0].stem == "ty-coed" else pytest.param(each, marks=pytest.mark.slow) for each in VARIANTS]


@pytest.fixture(scope="module", params=TIERS, ids=lambda each: f"{each[0].stem}-{each[1] or 'as-it-is'}")
def shipped(request: pytest.FixtureRequest) -> tuple[Scenario, Scenario]:
    """The scenario in one of its variants, and with all of them."""
    path, variant = request.param
    return scenario_at(path, variant), whole_at(path)


def wordings(text: Text | None) -> set[bytes]:
    """A text as it would stand in what is sent, in each language."""
    return {msgspec.json.encode(worded)[1:-1] for _, worded in text.words} if text else set()


def held_as_a_whole(scenario: Scenario) -> Iterator[Rehearsal]:
    """The conference with scripts in all seats, moved on by the clock and the facilitator, at each event."""
    conference = Rehearsal(scenario)
    conference.must(do.Start(by=FACILITATOR))
    yield conference
    while (then := due(scenario, conference.state)) is not None and conference.state.phase.id != "debrief":
        conference.now = max(conference.now, then)
        conference.must(do.Tick(by=Clock()))
        yield conference
        if conference.state.phase.used_up:
            conference.must(do.NextPhase(by=FACILITATOR))
            yield conference


def viewers(scenario: Scenario) -> list[Viewer]:
    return [*map(Seated, scenario.seats), FACILITATOR, Observer("olwen"), Public()]


def seen(conference: Rehearsal, viewer: Viewer, passage: PassageId) -> bool:
    """Whether a passage is in a viewer's hands, or was shared before them."""
    own = isinstance(viewer, Seated) and any(
        passage.rpartition(".")[0] == held.paper for held in conference.state.papers[viewer.seat]
    )
    return own or any(sees(viewer, each.audience) for each in conference.state.sharings.get(passage, ()))


def test_no_private_text_reaches_whom_it_is_not_for(shipped: tuple[Scenario, Scenario]) -> None:
    scenario, whole = shipped
    variants = [whole.for_variant(name) for name in whole.variants or [None]]
    papers = [paper for each in variants for paper in each.papers.values()]
    passages = {passage.id: wordings(passage.text) for paper in papers for passage in paper.passages}
    briefs = {seat.id: wordings(seat.brief) for seat in scenario.seats.values()}
    gists: set[bytes] = set().union(*(wordings(fact.gist) for each in variants for fact in each.facts.values()))
    events = 0
    for conference in held_as_a_whole(scenario):
        events += 1
        for viewer in viewers(scenario):
            sent = msgspec.json.encode(conference.sees(viewer))
            leaked = [
                each for each, texts in passages.items() if _any_in(texts, sent) and not seen(conference, viewer, each)
            ]
            assert not leaked, (viewer, leaked)
            others = [seat for seat, texts in briefs.items() if viewer != Seated(seat) and _any_in(texts, sent)]
            assert not others, (viewer, others)
            assert not _any_in(gists, sent), viewer
    assert events > 50


def _any_in(texts: set[bytes], sent: bytes) -> bool:
    return any(text in sent for text in texts)


def test_the_debrief_tells_by_child_and_names_no_holder(shipped: tuple[Scenario, Scenario]) -> None:
    scenario, _ = shipped
    conference = list(held_as_a_whole(scenario))[-1]
    for step in STEPS[: STEPS.index("own-row")]:
        conference.must(do.OpenStep(by=FACILITATOR, step=step))
    section = conference.sees(Seated(next(iter(scenario.seats)))).debrief
    assert section is not None
    assert {each.child for each in section.by_child} == set(scenario.family.children)
    told: Mapping[str, object] = msgspec.to_builtins(section)
    assert not {"seat", "held_by"} & _keys(told["by_child"])


def _keys(value: object) -> set[str]:
    if isinstance(value, Mapping):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list | tuple) else set()


def test_it_runs_to_its_end_with_a_decision_for_each_child(shipped: tuple[Scenario, Scenario]) -> None:
    scenario, whole = shipped
    run = run_by_itself(whole, scenario.variant)
    assert run.state.status == "closed"
    assert {child for _, child in run.state.decisions} == set(scenario.family.children)
