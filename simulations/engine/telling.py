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
from simulations.engine.measures import plain
from simulations.engine.scenario.model import Scenario
from simulations.engine.start import start
from simulations.engine.words import Said, ScenarioText

Told = dict[str, str]


def told(run: Run) -> Iterable[tuple[timedelta, Told]]:
    """Everything that happened, with the moment of the conference, in order."""
    state = start(run.scenario, run.state.terms)
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


def _presented(scenario: Scenario, event: events.ReportPresented) -> Iterable[Told]:
    yield {"presented": event.paper, "by": event.seat, "text": _line(scenario, event.said)}


def _replied(scenario: Scenario, event: events.FamilyReplied) -> Iterable[Told]:
    yield {"replied": event.report, "by": event.seat, "text": _line(scenario, event.said)}


def _corrected(scenario: Scenario, event: events.Corrected) -> Iterable[Told]:
    yield {"corrected": event.item, "by": event.seat, "text": _line(scenario, event.said)}


def _rendered(scenario: Scenario, event: events.Rendered) -> Iterable[Told]:
    yield {"rendered": event.item, "by": event.seat}


def _first_answered(scenario: Scenario, event: events.FirstAnswered) -> Iterable[Told]:
    yield {
        "answered": event.question,
        "child": event.child,
        "by": event.seat,
        "text": _line(scenario, event.said),
    }


def _left_unanswered(scenario: Scenario, event: events.LeftUnanswered) -> Iterable[Told]:
    yield {"unanswered": event.question, "child": event.child, "by": str(event.seat or "facilitator")}


def _removed(scenario: Scenario, event: events.WordsRemoved) -> Iterable[Told]:
    yield {"removed": event.utterance, "why": event.reason}


def _stood_in(scenario: Scenario, event: events.StoodIn) -> Iterable[Told]:
    yield {"stood-in": event.seat}


def _script_again(scenario: Scenario, event: events.ScriptWentOn) -> Iterable[Told]:
    yield {"script-again": event.seat, "skipped": ", ".join(event.skipped)}


def _came_in(scenario: Scenario, event: events.CameIn) -> Iterable[Told]:
    yield {"came-in": event.seat}


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
    basis = event.basis if event.basis != "consensus" else None
    categories = ", ".join(event.categories)
    yield {"decided": event.child, "decision": event.option, "categories": categories, "basis": basis or ""}


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


def _reviewed(scenario: Scenario, event: events.ActionReviewed) -> Iterable[Told]:
    yield {"reviewed": event.key, "by": event.seat, "child": event.child, "became": event.became}


def _change(scenario: Scenario, event: events.ChangeSaid) -> Iterable[Told]:
    yield {"change": event.child, "by": event.seat}


def _explained(scenario: Scenario, event: events.DecisionExplained) -> Iterable[Told]:
    yield {"explained": event.to, "by": str(event.seat or "facilitator"), "text": _line(scenario, event.said)}


def _written(scenario: Scenario, event: events.RecordWritten) -> Iterable[Told]:
    yield {"record-written": event.part, "by": event.seat}


def _approved(scenario: Scenario, event: events.RecordApproved) -> Iterable[Told]:
    yield {"record-approved": "yes"}


def _sent(scenario: Scenario, event: events.RecordSent) -> Iterable[Told]:
    yield {"record-sent": event.copy, "to": ", ".join(event.recipients)}


def _coordinator(scenario: Scenario, event: events.CoordinatorNamed) -> Iterable[Told]:
    yield {"coordinator": event.coordinator}


def _core_group(scenario: Scenario, event: events.CoreGroupFormed) -> Iterable[Told]:
    on = event.on.isoformat() if event.on else ""
    yield {"core-group": ", ".join(event.members), "on": on, "late": "yes" if event.late else ""}


def _next_conference(scenario: Scenario, event: events.NextConferenceSet) -> Iterable[Told]:
    yield {"next-conference": event.on.isoformat(), "late": "yes" if event.late else ""}


def _adjourned(scenario: Scenario, event: events.MeetingAdjourned) -> Iterable[Told]:
    yield {"adjourned": "yes", "by": str(event.seat or "facilitator"), "text": _line(scenario, event.said)}


def _no_quorum(scenario: Scenario, event: events.WentOnWithoutQuorum) -> Iterable[Told]:
    yield {"without-quorum": "yes", "present": ", ".join(event.present), "by": str(event.seat or "facilitator")}


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
    events.CoordinatorNamed: _coordinator, events.CoreGroupFormed: _core_group, events.NextConferenceSet: _next_conference,
    events.MeetingAdjourned: _adjourned, events.WentOnWithoutQuorum: _no_quorum,
    events.PhaseBegan: _phase, events.FloorGiven: _floor, events.Spoke: _spoke, events.PassageShared: _shared,
    events.ReportPresented: _presented, events.FamilyReplied: _replied, events.Corrected: _corrected,
    events.Rendered: _rendered,
    events.WordsRemoved: _removed, events.StoodIn: _stood_in, events.ScriptWentOn: _script_again, events.CameIn: _came_in,
    events.FirstAnswered: _first_answered, events.LeftUnanswered: _left_unanswered,
    events.StatementRead: _read, events.Asked: _asked, events.AgencyCalled: _called, events.NothingAdded: _nothing_on,
    events.PapersHanded: _handed, events.InjectArrived: _inject, events.PaperRevealed: _revealed, events.ChoiceMade: _chose,
    events.SeatArrived: _arrived, events.SeatDisconnected: _cut_off, events.SeatReconnected: _connected,
    events.SomebodyBeside: _beside, events.ConcernGiven: _concern,
    events.ViewGiven: _view, events.ViewsOpened: _opened, events.DecisionTaken: _decided,
    events.PartClosed: _closed, events.PartReopened: _reopened, events.DissentRecorded: _dissent, events.DissentSettled: _settled, events.ActionAdded: _action,
    events.ActionReviewed: _reviewed, events.ChangeSaid: _change, events.InterimSaid: _interim, events.SummedUp: _summed_up, events.SteppedOut: _out, events.CameBack: _back, events.BeatPlayed: _left_out,
    events.DecisionExplained: _explained, events.RecordWritten: _written, events.RecordApproved: _approved,
    events.RecordSent: _sent,
}  # fmt: skip


def told_measures(run: Run) -> dict[str, object]:
    """The measures of a run, for `--json` and for test plans."""
    children = run.scenario.family.children
    decided = {record.child: record for record in run.state.decisions.values()}
    return {
        **plain(run.measures),
        "decisions": {
            child: {"decision": decided[child].option, "categories": list(decided[child].categories)}
            for child in children
            if child in decided
        },
        "undecided": [child for child in children if child not in decided] if run.scenario.decisions else [],
    }
