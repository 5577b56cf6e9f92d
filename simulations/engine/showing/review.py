"""A review, as far as this viewer may know what it looks back on."""

from simulations.engine.actors import Facilitator, Seated
from simulations.engine.earlier import EarlierArrangements, TakenWords
from simulations.engine.moment import Moment
from simulations.engine.reviewing import LOOKING_BACK, LookedBackOn, actions_of, on_the_register, plan_under_review
from simulations.engine.scenario.values import ChildId
from simulations.engine.scenario.vocabulary import Agenda
from simulations.engine.sections import (
    ChangeLine,
    EarlierArrangedLine,
    EarlierDissentLine,
    EarlierLine,
    EarlierPartLine,
    NotTakenLine,
    ReviewedLine,
    ReviewSection,
    Worded,
)
from simulations.engine.showing.wording import falls_on, quote_for, said_words, worded
from simulations.engine.viewers import Viewer, sees


def review_section(moment: Moment, viewer: Viewer) -> ReviewSection | None:
    """The plan looked back on, and what was decided before; None where there is nothing to look back on."""
    scenario, state = moment.scenario, moment.state
    plan = plan_under_review(scenario, state)
    registered = any(on_the_register(scenario, state, child) for child in scenario.family.children)
    changes_asked = any(phase.agenda is Agenda.CHANGES_SINCE for phase in scenario.phases)
    if not (plan or registered or state.terms.earlier or changes_asked):
        return None
    mine = actions_of(moment, viewer.seat) if isinstance(viewer, Seated) else ()
    earlier = state.terms.earlier
    return ReviewSection(
        now=moment.agenda in LOOKING_BACK,
        changes_now=moment.agenda is Agenda.CHANGES_SINCE,
        children=tuple(_child(moment, viewer, child) for child in scenario.family.children),
        dissents=tuple(
            EarlierDissentLine(
                child=each.child,
                seat=each.title,
                why=_worded(each.why),
                outcome=_worded(each.outcome) if each.outcome else None,
            )
            for each in (earlier.dissents if earlier else ())
            if sees(viewer, each.audience)
        ),
        arranged=_arranged(earlier.arranged) if earlier else None,
        record=tuple(
            EarlierPartLine(part=each.part, words=said_words(each.words))
            for each in (earlier.record if earlier else ())
            if sees(viewer, each.audience)
        ),
        actions=tuple(
            _action(moment, viewer, each, mine=each.key in mine)
            for each in plan.values()
            if sees(viewer, each.audience)
        ),
        changes=tuple(
            ChangeLine(seat=each.seat, child=each.child, said=worded(moment, each.said))
            for each in state.changes.values()
            if sees(viewer, each.audience)
        ),
        not_taken=tuple(NotTakenLine(what=each.what, name=each.name) for each in earlier.not_taken)
        if earlier and isinstance(viewer, Facilitator)
        else (),
    )


def _arranged(told: EarlierArrangements) -> EarlierArrangedLine | None:
    if told == EarlierArrangements():
        return None
    return EarlierArrangedLine(
        coordinator=told.coordinator,
        core_group=told.core_group,
        core_group_on=told.core_group_on,
        next_conference=told.next_conference,
    )


def _worded(taken: TakenWords) -> Worded:
    return Worded(text=taken.text, words=said_words(taken.words))


def _child(moment: Moment, viewer: Viewer, child: ChildId) -> EarlierLine:
    now = on_the_register(moment.scenario, moment.state, child)
    earlier = moment.state.terms.earlier
    decided = next((each for each in reversed(earlier.decisions) if each.child == child), None) if earlier else None
    interim = next((each for each in earlier.interim if each.child == child), None) if earlier else None
    since = (now.since.number, now.since.unit) if now and now.since else None
    may_know_why = decided is not None and decided.why is not None and sees(viewer, decided.audience)
    return EarlierLine(
        child=child,
        registered=now is not None,
        categories=now.categories if now else (),
        since=since,
        since_on=falls_on(moment, since),
        option=decided.option if decided else None,
        why=_worded(decided.why) if decided and decided.why and may_know_why else None,
        interim=_worded(interim.said) if interim and sees(viewer, interim.audience) else None,
    )


def _action(moment: Moment, viewer: Viewer, action: LookedBackOn, *, mine: bool) -> ReviewedLine:
    review = moment.state.reviews.get(action.key)
    known = review if review is not None and sees(viewer, review.audience) else None
    return ReviewedLine(
        key=action.key,
        child=action.child,
        kind=action.kind,
        owner=action.name,
        by=action.by,
        by_on=None if action.since_then else falls_on(moment, action.by),
        since_then=action.since_then,
        action=_worded(action.action),
        risk=_worded(action.risk) if action.risk else None,
        if_not=_worded(action.if_not) if action.if_not else None,
        mine=mine,
        became=known.became if known else None,
        seat=known.seat if known else None,
        difference=worded(moment, known.said) if known and known.said else None,
        because=tuple(quote_for(moment, viewer, passage) for passage in known.because) if known else (),
    )
