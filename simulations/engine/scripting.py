"""Scripts: what a beat comes to as commands of its seat, and what keeps it waiting.

A script only asks for what a person in its seat could, through the same rules. What a rule refuses is left out, and
the control room is told which action it was and why.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any, Literal

from simulations.engine import commands as asked
from simulations.engine import words
from simulations.engine.actors import Scripted
from simulations.engine.answering import open_now
from simulations.engine.asking import statement_of
from simulations.engine.commands import Command
from simulations.engine.guards import has_floor
from simulations.engine.holding import mentions, next_moment
from simulations.engine.judging import person_yet_to_judge
from simulations.engine.moment import SILENT, Moment
from simulations.engine.scenario import conditions as told
from simulations.engine.scenario import scripts as written
from simulations.engine.scenario.lookups import ScriptedBeat
from simulations.engine.scenario.scripts import Action, Beat
from simulations.engine.scenario.values import DecisionId, FactId, OptionId, PassageId, SeatId, SeatOrAdultId
from simulations.engine.scenario.vocabulary import Language
from simulations.engine.sharing import sharings_of
from simulations.engine.words import ScenarioText

Obstacle = Literal["floor", "wait"]

SAID_TO_THE_ROOM = (written.Say, written.Share, written.ShareAs, written.Ask)
"""The actions that need the floor."""
OF_THE_TABLE = (
    written.Share, written.ShareAs, written.Ask, written.RaiseHand, written.ReadOut, written.CallSeat,
    written.SumUp, written.GiveFloor, written.ClosePart, written.Explain,
)  # fmt: skip
"""The actions that wait until the conference itself is on."""

OF_VIEWS = (written.GiveView, written.OpenViews, written.Decide)


def playing(moment: Moment) -> Iterator[tuple[SeatId, Beat]]:
    """The beats still to be played of all seats that a script fills, in the file's order."""
    for seat, beats in moment.scenario.scripts.items():
        if moment.seat(seat).by_script:
            yield from ((seat, beat) for beat in unplayed(moment, beats))


def awaited(moment: Moment) -> Iterator[ScriptedBeat]:
    """The beats whose condition has not held yet and may, while this phase is on."""
    phase, known = moment.state.phase.id, moment.state.beats
    for seat, beat in moment.scenario.beats_during(phase) if phase else ():
        if beat.id not in known and moment.seat(seat).by_script:
            yield seat, beat


def standing_by(moment: Moment) -> Iterator[ScriptedBeat]:
    """The beats whose condition has held and that are still to be played, as they came to."""
    for beat, now in moment.state.beats.items():
        if not now.played:
            seat, written_there = moment.scenario.beat(beat)
            if moment.seat(seat).by_script:
                yield seat, written_there


def playing_of(moment: Moment, seat: SeatId) -> Iterator[Beat]:
    """The beats still to be played of one seat, if a script fills it."""
    if moment.seat(seat).by_script:
        yield from unplayed(moment, moment.scenario.scripts.get(seat, ()))


def unplayed(moment: Moment, beats: tuple[Beat, ...]) -> Iterator[Beat]:
    """Those of these beats that are still to be played."""
    known = moment.state.beats
    return (beat for beat in beats if beat.id not in known or not known[beat.id].played)


def obstacle(moment: Moment, seat: SeatId, beat: Beat) -> Obstacle | None:
    """What keeps a beat that is due from being played: the floor, or something else to wait for."""
    if moment.seat(seat).out and any(isinstance(action, written.ReturnToRoom) for action in beat.actions):
        return None
    if not moment.in_room(seat) or not _agenda_allows(moment, seat, beat) or not _may_read(moment, seat, beat):
        return "wait"
    if not _is_asked(moment, beat) or _waits_for_answers(moment, beat):
        return "wait"
    if _waits_for_person(moment, beat):
        return "wait"
    if needs_floor(moment, seat, beat) and not has_floor(moment, seat):
        return "floor"
    return None


def _waits_for_person(moment: Moment, beat: Beat) -> bool:
    """Alone, a script in the chair decides nothing and goes nowhere before the one person has given their views."""
    if not moment.state.terms.alone:
        return False
    if any(isinstance(action, written.OpenViews | written.NextPhase) for action in beat.actions):
        return person_yet_to_judge(moment)
    decides = any(isinstance(action, written.Decide) for action in beat.actions)
    return decides and moment.phase is not None and not moment.state.opened.keys() >= set(moment.phase.decide)


def needs_floor(moment: Moment, seat: SeatId, beat: Beat) -> bool:
    """Whether a beat says something that the floor may keep back."""
    if moment.chair == seat:
        return False
    return any(isinstance(action, SAID_TO_THE_ROOM) for action in beat.actions)


def _agenda_allows(moment: Moment, seat: SeatId, beat: Beat) -> bool:
    if any(isinstance(action, OF_THE_TABLE) for action in beat.actions):
        return moment.at_table
    if any(isinstance(action, written.Say) for action in beat.actions):
        return moment.agenda not in SILENT and seat in moment.hearers().seats
    return True


def _is_asked(moment: Moment, beat: Beat) -> bool:
    """A choice waits until its inject has asked for it."""
    choices = (action for action in beat.actions if isinstance(action, written.Choose))
    return all(inject in moment.state.injects for action in choices for inject in action.choices)


def _waits_for_answers(moment: Moment, beat: Beat) -> bool:
    """Views, and what the chair makes of them, wait for what is to be answered first."""
    return any(isinstance(action, OF_VIEWS) for action in beat.actions) and bool(open_now(moment))


def _may_read(moment: Moment, seat: SeatId, beat: Beat) -> bool:
    """Where a person is in the chair, a script reads a statement out only when asked to."""
    if not moment.person_in_chair():
        return True
    papers = (action.paper for action in beat.actions if isinstance(action, written.ReadOut))
    statements = (statement_of(moment, paper) for paper in papers)
    return all(statement is not None and moment.state.reading.get(statement) == seat for statement in statements)


def due_at(moment: Moment, beat: Beat) -> timedelta | None:
    """When a beat whose condition has held is due; None where it has not held yet."""
    held = moment.state.beats.get(beat.id)
    return held.held + timedelta(seconds=beat.after) if held else None


def is_due(moment: Moment, beat: Beat) -> bool:
    """Whether a beat is due by now."""
    due = due_at(moment, beat)
    return due is not None and due <= moment.elapsed


def has_more_to_say(moment: Moment, seat: SeatId, within: timedelta) -> bool:
    """Whether a scripted seat wants the floor for a beat that is due, or for one of this phase that comes within this time."""
    speaking = [beat for beat in playing_of(moment, seat) if needs_floor(moment, seat, beat)]
    if any(is_due(moment, beat) and obstacle(moment, seat, beat) != "wait" for beat in speaking):
        return True
    coming = (_comes_in_this_phase(moment, beat) for beat in speaking)
    return any(then is not None and then - moment.elapsed <= within for then in coming)


def _comes_in_this_phase(moment: Moment, beat: Beat) -> timedelta | None:
    """When a beat that is not due yet will be, by time alone; None for one of another phase."""
    if beat.id in moment.state.beats:
        return None if is_due(moment, beat) else due_at(moment, beat)
    then = next_moment(beat.when, moment) if mentions(beat.when, told.PhaseIs) else None
    return None if then is None else then + timedelta(seconds=beat.after)


# From actions to commands


def commands_of(moment: Moment, seat: SeatId, beat: Beat, action: Action) -> Iterator[Command | str]:
    """What an action asks for, in order; a bare word tells of something left out, as `action: why`."""
    path = f"scripts.{seat}.{beat.id.rpartition('.')[2]}.{action.written}"
    yield from AS_COMMANDS[type(action)](Line(moment, seat, beat, path), action)


class Line:
    """One action of a beat, with where it stands in the file."""

    def __init__(self, moment: Moment, seat: SeatId, beat: Beat, path: str) -> None:
        self.moment, self.seat, self.beat, self.path = moment, seat, beat, path
        self.by = Scripted(seat)

    def text(self, below: str = "") -> ScenarioText:
        """The words of this action."""
        return ScenarioText(self.path + below)

    @property
    def language(self) -> "words.Language | None":
        """The language that the beat is said in, if it tells."""
        said_in = self.beat.said_in
        return None if said_in is None else ("cy" if said_in is Language.CY else "en")

    def decision(self, option: OptionId) -> DecisionId | None:
        """The decision of this phase that has this option."""
        phase = self.moment.phase
        decided = self.moment.scenario.decided_in(phase.id) if phase else ()
        return next((decision.id for decision in decided if option in decision.options), None)


Made = Iterator[Command | str]


def _say(line: Line, action: written.Say) -> Made:
    yield asked.Speak(by=line.by, words=line.text())


def _share(line: Line, action: written.Share) -> Made:
    for fact in action.facts:
        passage = _passage(line, fact)
        if passage is None:
            yield f"share {fact}: not-your-passage"
        else:
            yield asked.Share(by=line.by, passage=passage, how="shown", language=line.language, confirm=True)


def _share_as(line: Line, action: written.ShareAs) -> Made:
    passage = _passage(line, action.fact)
    if passage is None:
        yield f"share_as {action.fact}: not-your-passage"
    else:
        yield asked.Share(
            by=line.by, passage=passage, how="own-words", words=line.text(".text"), language=line.language, confirm=True
        )


def _passage(line: Line, fact: FactId) -> PassageId | None:
    carrying = line.moment.scenario.passages_carrying(fact)
    return next((each.id for each in carrying if line.moment.holds_passage(line.seat, each.id)), None)


def _ask(line: Line, action: written.Ask) -> Made:
    words = line.text(".text") if action.text is not None else None
    yield asked.Ask(by=line.by, of=action.of, topic=action.topic, words=words)


def _raise_hand(line: Line, action: written.RaiseHand) -> Made:
    yield asked.RaiseHand(by=line.by)


def _concern(line: Line, action: written.Concern) -> Made:
    for child, level in action.levels.items():
        yield asked.GiveConcern(by=line.by, child=child, level=level)


def _view(line: Line, action: written.GiveView) -> Made:
    for child, view in action.views.items():
        decision = line.decision(view.decision)
        if decision is None:
            yield f"view {child}: not-decided-now"
            continue
        heard = {fact: _heard(line, fact) for fact in view.because}
        yield from (f"view {child}: {fact} not-on-the-table" for fact, passage in heard.items() if passage is None)
        yield asked.GiveView(
            by=line.by, decision=decision, child=child, option=view.decision, categories=tuple(map(str, view.categories)),
            words=line.text(f".{child}.why") if view.why is not None else None,
            because=tuple(passage for passage in heard.values() if passage), confidence=view.confidence,
        )  # fmt: skip


def _heard(line: Line, fact: FactId) -> PassageId | None:
    shared = sharings_of(line.moment.state, fact)
    there = (each.passage for each in shared if line.seat in each.audience.seats or each.seat == line.seat)
    return next(there, None)


def _read(line: Line, action: written.ReadOut) -> Made:
    yield asked.ReadOut(by=line.by, paper=action.paper, confirm=True)


def _leave(line: Line, action: written.LeaveRoom) -> Made:
    yield asked.StepOut(by=line.by)


def _return(line: Line, action: written.ReturnToRoom) -> Made:
    yield asked.ComeBack(by=line.by)


def _call(line: Line, action: written.CallSeat) -> Made:
    yield asked.Call(by=line.by, seat=action.seat)


def _next(line: Line, action: written.NextPhase) -> Made:
    yield asked.NextPhase(by=line.by)


def _floor(line: Line, action: written.GiveFloor) -> Made:
    yield asked.GiveFloor(by=line.by, seat=action.seat)


def _sum_up(line: Line, action: written.SumUp) -> Made:
    yield asked.SumUp(by=line.by, words=line.text() if action.words is not None else None)


def _open_views(line: Line, action: written.OpenViews) -> Made:
    phase = line.moment.phase
    decisions = phase.decide if phase else ()
    if not decisions:
        yield "open-views: not-decided-now"
    yield from (asked.OpenViews(by=line.by, decision=decision) for decision in decisions)


def _decide(line: Line, action: written.Decide) -> Made:
    opened = set(line.moment.state.opened)
    for child, taken in action.decisions.items():
        decision = line.decision(taken.decision)
        if decision is None:
            yield f"decide {child}: not-decided-now"
            continue
        if decision not in opened:
            # Views are open, at the latest, before the chair decides.
            opened.add(decision)
            yield asked.OpenViews(by=line.by, decision=decision)
        yield asked.Decide(
            by=line.by, decision=decision, child=child, option=taken.decision,
            categories=tuple(map(str, taken.categories)),
            words=line.text(f".{child}.why") if taken.why is not None else None,
        )  # fmt: skip


def _dissent(line: Line, action: written.Dissent) -> Made:
    taken = [decision for decision, child in line.moment.state.decisions if child == action.child]
    if not taken:
        yield f"dissent {action.child}: nothing-decided-yet"
    yield from (
        asked.Dissent(by=line.by, decision=decision, child=action.child, words=line.text(".why")) for decision in taken
    )


def _plan(line: Line, action: written.ProposeAction) -> Made:
    due = words.Due(number=action.by.number, unit=action.by.unit) if action.by else None
    yield asked.AddAction(
        by=line.by, child=action.child, kind=action.kind.value, owner=action.owner, words=line.text(".action"), due=due,
        risk=line.text(".risk") if action.risk else None, if_not=line.text(".if_not") if action.if_not else None,
    )  # fmt: skip


def _interim(line: Line, action: written.AgreeInterimSafety) -> Made:
    yield asked.SayInterim(by=line.by, child=action.child, words=line.text(".text"))


def _close_part(line: Line, action: written.ClosePart) -> Made:
    yield asked.ClosePart(by=line.by, without=action.without, ground=action.ground.value)


def _reopen(line: Line, action: written.Reopen) -> Made:
    yield asked.Reopen(by=line.by)


def _adjourn(line: Line, action: written.Adjourn) -> Made:
    yield asked.Adjourn(by=line.by, words=line.text(".why"))


def _core_group(line: Line, action: written.FormCoreGroup) -> Made:
    day = line.moment.state.arrangements.day
    on = action.date.on(day) if action.date is not None and day is not None else None
    yield asked.FormCoreGroup(by=line.by, members=action.members, on=on)


def _choose(line: Line, action: written.Choose) -> Made:
    yield from (asked.Choose(by=line.by, inject=inject, choice=choice) for inject, choice in action.choices.items())


def _explain(line: Line, action: written.Explain) -> Made:
    yield asked.Explain(by=line.by, to=SeatOrAdultId(action.to), words=line.text(".text"))


AS_COMMANDS: Mapping[type, Callable[[Line, Any], Made]] = {
    written.Say: _say, written.Share: _share, written.ShareAs: _share_as, written.Ask: _ask,
    written.RaiseHand: _raise_hand, written.Concern: _concern, written.GiveView: _view, written.ReadOut: _read,
    written.CallSeat: _call, written.NextPhase: _next, written.GiveFloor: _floor, written.SumUp: _sum_up,
    written.OpenViews: _open_views, written.Decide: _decide,
    written.Dissent: _dissent, written.ProposeAction: _plan,
    written.AgreeInterimSafety: _interim, written.LeaveRoom: _leave,
    written.ReturnToRoom: _return,
 written.Adjourn: _adjourn, written.Choose: _choose,
    written.ClosePart: _close_part, written.Reopen: _reopen, written.FormCoreGroup: _core_group,
    written.Explain: _explain,
}  # fmt: skip
