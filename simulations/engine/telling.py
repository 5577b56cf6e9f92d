"""What happened, told shortly: one small mapping an event, as `scenario run` prints it and test plans expect it.

    {"shared": "p1", "by": "police", "passage": "log.1", "how": "shown"}    {"inject": "bail-breach"}

The first key names what happened. Only what belongs to the conference is told, not how the runner went about it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

from simulations.engine import events
from simulations.engine.alone import Run
from simulations.engine.events import Event
from simulations.engine.evolving import evolve
from simulations.engine.scenario.model import Scenario
from simulations.engine.start import start
from simulations.engine.words import Said, ScenarioText

Told = dict[str, str]


def told(run: Run) -> Iterable[tuple[timedelta, Told]]:
    """Everything that happened, with the moment of the conference, in order."""
    state = start(run.scenario, run.state.setting)
    for event in run.events:
        state = evolve(run.scenario, state, event)
        for telling in TELL.get(type(event), _nothing)(run.scenario, event):
            yield state.clock.read(event.at), {key: value for key, value in telling.items() if value}


def _nothing(scenario: Scenario, event: Event) -> Iterable[Told]:
    return ()


def _phase(scenario: Scenario, event: events.PhaseBegan) -> Iterable[Told]:
    yield {"phase": event.phase}


def _floor(scenario: Scenario, event: events.FloorGiven) -> Iterable[Told]:
    yield {"floor": event.seat}


def _spoke(scenario: Scenario, event: events.Spoke) -> Iterable[Told]:
    yield {"spoken": event.seat, "text": _line(scenario, event.said)}


def _shared(scenario: Scenario, event: events.PassageShared) -> Iterable[Told]:
    fact = scenario.passage(event.passage).fact
    what = {"shared": str(fact)} if fact else {"passage": str(event.passage)}
    rest = {"passage": str(event.passage)} if fact else {}
    yield {**what, "by": str(event.seat or ""), **rest, "how": event.how, "language": event.language or ""}


def _read(scenario: Scenario, event: events.StatementRead) -> Iterable[Told]:
    yield {"read": event.paper, "by": str(event.reader or "facilitator")}
    holder = scenario.papers[event.paper].held_by[0]
    for passage in scenario.papers[event.paper].passages:
        if passage.fact:
            yield {"shared": passage.fact, "by": holder, "passage": passage.id, "how": "said"}


def _asked(scenario: Scenario, event: events.Asked) -> Iterable[Told]:
    yield {"asked": event.of, "by": event.seat, "topic": str(event.topic or ""), "text": _line(scenario, event.said)}


def _called(scenario: Scenario, event: events.AgencyCalled) -> Iterable[Told]:
    yield {"called": event.called, "by": event.seat}


def _nothing_on(scenario: Scenario, event: events.NothingAdded) -> Iterable[Told]:
    yield {"nothing": event.seat}


def _handed(scenario: Scenario, event: events.PapersHanded) -> Iterable[Told]:
    yield from ({"paper": str(paper), "to": str(event.seat), "why": str(event.why)} for paper in event.papers)


def _inject(scenario: Scenario, event: events.InjectArrived) -> Iterable[Told]:
    yield {"inject": event.inject}


def _revealed(scenario: Scenario, event: events.PaperRevealed) -> Iterable[Told]:
    yield {"revealed": event.paper}
    for passage in scenario.papers[event.paper].passages:
        if passage.fact:
            yield {"shared": passage.fact, "passage": passage.id, "how": "shown"}


def _chose(scenario: Scenario, event: events.ChoiceMade) -> Iterable[Told]:
    yield {"chose": event.inject, "choice": event.choice, "by": event.seat}


def _arrived(scenario: Scenario, event: events.SeatArrived) -> Iterable[Told]:
    yield {"arrived": event.seat}


def _cut_off(scenario: Scenario, event: events.SeatDisconnected) -> Iterable[Told]:
    yield {"disconnected": event.seat}


def _connected(scenario: Scenario, event: events.SeatReconnected) -> Iterable[Told]:
    yield {"reconnected": event.seat}


def _beside(scenario: Scenario, event: events.SomebodyBeside) -> Iterable[Told]:
    yield {"beside": event.seat, "adult": event.adult}


def _concern(scenario: Scenario, event: events.ConcernGiven) -> Iterable[Told]:
    yield {"concern": event.child, "by": event.seat, "level": str(event.level)}


def _view(scenario: Scenario, event: events.ViewGiven) -> Iterable[Told]:
    categories = ", ".join(event.categories)
    yield {"view": event.child, "by": event.seat, "decision": event.option, "categories": categories}


def _opened(scenario: Scenario, event: events.ViewsOpened) -> Iterable[Told]:
    yield {"views-opened": event.decision, "missing": ", ".join(event.missing)}


def _decided(scenario: Scenario, event: events.DecisionTaken) -> Iterable[Told]:
    yield {"decided": event.child, "decision": event.option, "categories": ", ".join(event.categories)}


def _closed(scenario: Scenario, event: events.PartClosed) -> Iterable[Told]:
    yield {"closed-part": ", ".join(event.without), "ground": event.ground}


def _reopened(scenario: Scenario, event: events.PartReopened) -> Iterable[Told]:
    yield {"reopened": "yes"}


def _dissent(scenario: Scenario, event: events.DissentRecorded) -> Iterable[Told]:
    yield {"dissent": event.child, "by": event.seat, "text": _line(scenario, event.said)}


def _settled(scenario: Scenario, event: events.DissentSettled) -> Iterable[Told]:
    yield {"dissent-settled": event.child, "by": event.seat}


def _action(scenario: Scenario, event: events.ActionAdded) -> Iterable[Told]:
    text = _line(scenario, event.said)
    yield {"plan": event.child, "kind": event.kind, "by": event.seat, "owner": event.owner, "text": text}


def _interim(scenario: Scenario, event: events.InterimSaid) -> Iterable[Told]:
    yield {"interim": event.child, "by": event.seat, "text": _line(scenario, event.said)}


def _summed_up(scenario: Scenario, event: events.SummedUp) -> Iterable[Told]:
    yield {"summed-up": "yes", "text": _line(scenario, event.said)}


def _out(scenario: Scenario, event: events.SteppedOut) -> Iterable[Told]:
    yield {"left": event.seat}


def _back(scenario: Scenario, event: events.CameBack) -> Iterable[Told]:
    yield {"returned": event.seat}


def _left_out(scenario: Scenario, event: events.BeatPlayed) -> Iterable[Told]:
    yield from ({"left-out": event.beat, "why": why} for why in event.left_out)


def _line(scenario: Scenario, said: Said | None) -> str:
    return scenario.text_at(said.path).in_language(scenario.languages[0]) if isinstance(said, ScenarioText) else ""


TELL: Mapping[type, Callable[[Scenario, Any], Iterable[Told]]] = {
    events.PhaseBegan: _phase, events.FloorGiven: _floor, events.Spoke: _spoke, events.PassageShared: _shared,
    events.StatementRead: _read, events.Asked: _asked, events.AgencyCalled: _called, events.NothingAdded: _nothing_on,
    events.PapersHanded: _handed, events.InjectArrived: _inject, events.PaperRevealed: _revealed, events.ChoiceMade: _chose,
    events.SeatArrived: _arrived, events.SeatDisconnected: _cut_off, events.SeatReconnected: _connected,
    events.SomebodyBeside: _beside, events.ConcernGiven: _concern,
    events.ViewGiven: _view, events.ViewsOpened: _opened, events.DecisionTaken: _decided,
    events.PartClosed: _closed, events.PartReopened: _reopened, events.DissentRecorded: _dissent, events.DissentSettled: _settled, events.ActionAdded: _action,
    events.InterimSaid: _interim, events.SummedUp: _summed_up, events.SteppedOut: _out, events.CameBack: _back, events.BeatPlayed: _left_out,
}  # fmt: skip


def told_measures(run: Run) -> dict[str, object]:
    """The measures of a run, for `--json` and for test plans."""
    measures = run.measures
    children = run.scenario.family.children
    decided = {record.child: record for record in run.state.decisions.values()}
    return {
        "pool_rate": measures.pool.lowest,
        "use_rate": measures.use_rate,
        "shared": list(measures.with_outcome("shared", "late")),
        "late": list(measures.with_outcome("late")),
        "never_shared": list(measures.with_outcome("never-shared")),
        "breaches": list(measures.breaches),
        "pitfalls": [pitfall for pitfall, found in measures.pitfalls.items() if found],
        "decisions": {
            child: {"decision": decided[child].option, "categories": list(decided[child].categories)}
            for child in children
            if child in decided
        },
        "undecided": [child for child in children if child not in decided] if run.scenario.decisions else [],
    }
