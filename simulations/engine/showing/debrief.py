"""The debrief: each step shows what belongs to it once the facilitator has opened it, and nothing before.

What was known is told by child, never with who held it. One's own row is one's own: it reaches nobody else, and
family and child seats have none, since they are not measured.
"""

from collections.abc import Iterator
from datetime import timedelta

from simulations.engine.actors import Facilitator, Seated
from simulations.engine.agreeing import may_look
from simulations.engine.debriefing import all_agree, intention_of, who_sits_here
from simulations.engine.holding import breached
from simulations.engine.knowing import Outcome, children_of, outcome
from simulations.engine.measures import (
    occasion,
    phase_times,
    pitfalls,
    planned,
    pool_rate,
    reviewed,
    shifts,
    speaking,
    use_rate,
)
from simulations.engine.moment import Moment
from simulations.engine.reconciling import next_step, steps_of
from simulations.engine.scenario.debrief import Pitfall
from simulations.engine.scenario.values import ChildId, FactId
from simulations.engine.scenario.vocabulary import Agenda, FactKind
from simulations.engine.sections import (
    ChildFacts,
    ConcernLine,
    DebriefSection,
    DefensibleLine,
    FactLine,
    GroupLine,
    NamedRow,
    NoteLine,
    OwnTurns,
    PhaseTime,
    PitfallLine,
    ReviewedCount,
    StepLine,
    TimelineLine,
)
from simulations.engine.sharing import sharings_of
from simulations.engine.showing.judgements import decision_lines, dissent_lines, views_on_all
from simulations.engine.showing.wording import in_languages, said_words, texts, worded
from simulations.engine.viewers import Public, Viewer


def debrief_section(moment: Moment, viewer: Viewer) -> DebriefSection | None:
    """What the steps opened so far show to this viewer; None before the debrief."""
    steps = set(moment.state.steps)
    if isinstance(viewer, Public) or (not steps and moment.agenda is not Agenda.DEBRIEF):
        return None
    opened = moment.state.debriefing.opened
    known, views, timeline = "known-and-not-said" in steps, "views" in steps, "timeline" in steps
    return DebriefSection(
        steps=tuple(StepLine(step=step, open=step in steps, at=opened.get(step)) for step in steps_of(moment.state)),
        next_step=next_step(moment.state),
        questions=tuple(in_languages(each) for each in moment.scenario.debrief.questions)
        if "how-was-it" in steps
        else (),
        voices=_voices(moment) if "childs-day" in steps else (),
        by_child=_by_child(moment) if known else (),
        pool=pool_rate(moment) if known else None,
        use=use_rate(moment) if views else None,
        own=_own_row(moment, viewer) if "own-row" in steps else (),
        own_turns=_own_turns(moment, viewer) if "own-row" in steps else None,
        named=_named(moment, viewer) if "named-rows" in steps else None,
        agreed_to_names=_person(moment, viewer) in moment.state.debriefing.named,
        views=views_on_all(moment, viewer) if views else (),
        concerns=_concerns(moment) if views else (),
        decisions=decision_lines(moment, viewer) if views else (),
        dissents=dissent_lines(moment, viewer) if views else (),
        reviewed=_reviewed(moment) if views else None,
        defensible=_defensible(moment) if views else (),
        pitfalls=_pitfalls(moment) if views else (),
        unanswered=tuple(_fact(moment, fact) for fact in planned(moment).risks_without_safety) if views else (),
        times=_times(moment) if timeline else (),
        timeline=tuple(sorted(_timeline(moment), key=lambda line: line.seconds)) if timeline else (),
        length=length_of(moment) if timeline else 0,
        replays=tuple(seat for seat in moment.scenario.seats if may_look(moment.state, viewer, seat)),
        lets_replay=isinstance(viewer, Seated) and viewer.seat in moment.state.replayable,
        notes=tuple(_notes(moment, viewer)) if "wall" in steps else (),
        groups=tuple(
            GroupLine(key=key, said=worded(moment, said)) for key, said in moment.state.debriefing.groups.items()
        ),
        intention=said_words(intention_of(moment, viewer.seat)) if isinstance(viewer, Seated) else None,
    )


def _reviewed(moment: Moment) -> ReviewedCount | None:
    count = reviewed(moment)
    return ReviewedCount(actions=count.actions, told=count.told, with_evidence=count.with_evidence) if count else None


def _fact(moment: Moment, fact: FactId) -> FactLine:
    told = moment.scenario.facts[fact]
    shared = sharings_of(moment.state, fact)
    return FactLine(
        fact=fact,
        gist=in_languages(told.gist),
        kind=told.kind.value,
        critical=told.critical,
        about=children_of(moment, fact),
        outcome=outcome(moment, fact),
        language=shared[0].language if shared else None,
        breach=breached(moment, fact),
        by_script=bool(shared) and not any(each.by_person for each in shared),
        seconds=_seconds(min(each.moment for each in shared)) if shared else None,
    )


def _voices(moment: Moment) -> tuple[FactLine, ...]:
    spoken = (fact.id for fact in moment.scenario.facts.values() if fact.kind is FactKind.VOICE)
    return tuple(_fact(moment, fact) for fact in spoken)


def _by_child(moment: Moment) -> tuple[ChildFacts, ...]:
    return tuple(_of_child(moment, child) for child in moment.scenario.family.children)


def _of_child(moment: Moment, child: ChildId) -> ChildFacts:
    lines = [_fact(moment, fact) for fact in moment.scenario.facts if child in children_of(moment, fact)]

    def became(wanted: Outcome) -> tuple[FactLine, ...]:
        return tuple(line for line in lines if line.outcome == wanted)

    return ChildFacts(
        child=child,
        shared=became("shared"),
        late=became("late"),
        never_shared=became("never-shared"),
        not_known=became("not-known"),
    )


def _own_row(moment: Moment, viewer: Viewer) -> tuple[FactLine, ...]:
    if not isinstance(viewer, Seated) or moment.scenario.seats[viewer.seat].part.is_family:
        return ()
    held = moment.state.papers.get(viewer.seat, ())
    carried = (passage.fact for each in held for passage in moment.scenario.papers[each.paper].passages)
    return tuple(_fact(moment, fact) for fact in dict.fromkeys(carried) if fact is not None)


def _person(moment: Moment, viewer: Viewer) -> str:
    """The reference of whoever looks from a seat; empty for others."""
    return who_sits_here(moment).get(viewer.seat, "") if isinstance(viewer, Seated) else ""


def _named(moment: Moment, viewer: Viewer) -> tuple[NamedRow, ...]:
    """Everybody's row, to those who sit here and the facilitator, while all agree. Who watches was asked nothing."""
    if not isinstance(viewer, Seated | Facilitator) or not all_agree(moment):
        return ()
    rows = ((seat, _own_row(moment, Seated(seat))) for seat in who_sits_here(moment))
    return tuple(NamedRow(seat=seat, facts=facts) for seat, facts in rows if facts)


def _notes(moment: Moment, viewer: Viewer) -> Iterator[NoteLine]:
    for key, note in moment.state.debriefing.notes.items():
        voted = isinstance(viewer, Seated) and viewer.seat in note.votes
        yield NoteLine(
            key=key,
            said=worded(moment, note.said),
            group=note.group,
            votes=len(note.votes),
            voted=voted,
            seal=note.seal,
        )


def _own_turns(moment: Moment, viewer: Viewer) -> OwnTurns | None:
    spread = speaking(moment)
    if spread is None or not isinstance(viewer, Seated) or viewer.seat not in spread.contributions:
        return None
    return OwnTurns(own=spread.contributions[viewer.seat], all=spread.whole)


def _concerns(moment: Moment) -> tuple[ConcernLine, ...]:
    before = {child: shift.before for child, shift in shifts(moment).items()}
    return tuple(
        ConcernLine(child=child, given=levels.given, lowest=levels.lowest, highest=levels.highest)
        for child, levels in before.items()
    )


def _defensible(moment: Moment) -> tuple[DefensibleLine, ...]:
    return tuple(
        DefensibleLine(
            child=child,
            decisions=answer.decisions,
            categories=tuple(category.value for category in answer.categories),
            may=tuple(category.value for category in answer.may),
            why=texts(answer.why),
        )
        for child, answer in moment.scenario.defensible_answers().items()
    )


def _pitfalls(moment: Moment) -> tuple[PitfallLine, ...]:
    judged = pitfalls(moment)
    return tuple(
        PitfallLine(
            pitfall=pitfall.id,
            text=in_languages(pitfall.text),
            found=judged.get(pitfall.id),
            by_facilitator=pitfall.when is None,
            seconds=_pitfall_at(moment, pitfall),
        )
        for pitfall in moment.scenario.debrief.pitfalls.values()
    )


def _pitfall_at(moment: Moment, pitfall: Pitfall) -> int | None:
    when = occasion(pitfall.when, moment) if pitfall.when is not None else None
    return None if when is None else _seconds(when)


def length_of(moment: Moment) -> int:
    """How many seconds the conference lasted until the debrief, at least one."""
    state = moment.state
    debrief = (began for phase, began in state.began.items() if moment.scenario.phase(phase).agenda is Agenda.DEBRIEF)
    until_now = state.clock.read(state.last_at) if state.last_at else timedelta()
    return max(1, _seconds(next(debrief, until_now)))


def _seconds(then: timedelta) -> int:
    return int(then.total_seconds())


def _times(moment: Moment) -> tuple[PhaseTime, ...]:
    return tuple(
        PhaseTime(
            phase=phase,
            agenda=moment.scenario.phase(phase).agenda.value,
            seconds=_seconds(took),
            minutes=moment.scenario.phase(phase).minutes,
        )
        for phase, took in phase_times(moment).items()
    )


def _timeline(moment: Moment) -> Iterator[TimelineLine]:
    state = moment.state
    for phase, began in state.began.items():
        yield TimelineLine(seconds=_seconds(began), kind="phase", what=phase)
    yield from _first_sharings(moment)
    for child, first in state.first_views.items():
        yield TimelineLine(seconds=_seconds(first.moment), kind="view", what=child, about=(child,))
    for inject, fired in state.injects.items():
        text = texts(moment.scenario.injects[inject].text)
        yield TimelineLine(seconds=_seconds(fired), kind="inject", what=inject, text=text)
    for (_, child), record in state.decisions.items():
        yield TimelineLine(seconds=_seconds(state.clock.was(record.at)), kind="decided", what=child, about=(child,))
    if (adjourned := state.arrangements.adjourned) is not None:
        yield TimelineLine(seconds=_seconds(state.clock.was(adjourned.at)), kind="adjourned", what="adjourned")


def _first_sharings(moment: Moment) -> Iterator[TimelineLine]:
    for fact in moment.state.facts:
        for each in sharings_of(moment.state, fact)[:1]:
            yield TimelineLine(
                seconds=_seconds(each.moment),
                kind="shared",
                what=fact,
                text=in_languages(moment.scenario.facts[fact].gist),
                about=children_of(moment, fact),
                late=outcome(moment, fact) == "late",
            )
