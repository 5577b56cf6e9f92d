"""Taking up a finished conference: what its decisions, dissent and plan are to the one that follows it.

Seats, children and adults are the same where their ids are. What concerns a child who is not here stays behind, and an
action keeps its owner's name where the owner is not here; both are told (`Earlier.not_taken`).

What was said in a closed part goes on being kept from those it was closed to, and from the whole family's side: the
family reads the family's version of a record, practitioners the full one.
"""

from collections.abc import Iterable, Iterator

from simulations.engine.audience import Audience
from simulations.engine.earlier import (
    Earlier,
    EarlierAction,
    EarlierArrangements,
    EarlierDecision,
    EarlierDissent,
    EarlierInterim,
    EarlierPart,
    NotTaken,
    TakenWords,
    Texts,
)
from simulations.engine.recording import FAMILYS_SIDE, FULL_COPY
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId, Text
from simulations.engine.state import ConferenceState, DecisionRecord, DissentRecord, InterimRecord, PlanAction
from simulations.engine.words import Said, Words

Heard = DecisionRecord | DissentRecord | PlanAction | InterimRecord


def taken_over(before: Scenario, state: ConferenceState, now: Scenario) -> Earlier:
    """What the conference on `now` takes over from the finished one on `before` (both narrowed to their variants).

    Raises ValueError where that conference is not closed: what is not settled cannot be taken over.
    """
    if state.status != "closed" or state.last_at is None:
        raise ValueError("only a closed conference is taken up by another")
    here = now.family.children
    plan = [each for each in state.plan.values() if not each.withdrawn]
    return Earlier(
        scenario=before.id,
        title=_texts(before.title),
        on=state.last_at.date(),
        decisions=tuple(
            EarlierDecision(
                decision=each.decision, child=each.child, option=each.option, categories=each.categories,
                why=_taken(before, each.said) if each.said else None,
                audience=Audience(_readers(each, before, now), facilitator=True, observers=True),
            )
            for each in state.decisions.values() if each.child in here
        ),
        dissents=tuple(
            EarlierDissent(
                seat=each.seat, title=_texts(before.seats[each.seat].title), child=each.child,
                why=_taken(before, each.said), outcome=_taken(before, each.outcome) if each.outcome else None,
                audience=_audience(each, before, now),
            )
            for each in state.dissents.values() if each.child in here
        ),
        plan=tuple(_action(before, each, now) for each in plan if each.child in here),
        interim=tuple(
            EarlierInterim(
                child=each.child, said=_taken(before, each.said), audience=_audience(each, before, now)
            )
            for each in state.interim.values() if each.child in here
        ),
        arranged=_arranged(before, state),
        record=tuple(_written(before, state, now)),
        not_taken=tuple(_left_behind(before, plan, now)),
    )  # fmt: skip


def _action(before: Scenario, action: PlanAction, now: Scenario) -> EarlierAction:
    return EarlierAction(
        key=action.key,
        child=action.child,
        kind=action.kind,
        owner=action.owner if _is_here(now, action.owner) else "",
        name=_name(before, action.owner),
        due=action.due,
        action=_taken(before, action.said),
        risk=_taken(before, action.risk) if action.risk else None,
        if_not=_taken(before, action.if_not) if action.if_not else None,
        audience=_audience(action, before, now),
    )


def _arranged(before: Scenario, state: ConferenceState) -> EarlierArrangements:
    told = state.arrangements
    return EarlierArrangements(
        coordinator=_name(before, told.coordinator.coordinator) if told.coordinator else None,
        core_group=tuple(_name(before, each) for each in told.core_group.members) if told.core_group else (),
        core_group_on=told.core_group.on if told.core_group else None,
        next_conference=told.next_conference.on if told.next_conference else None,
    )


def _written(before: Scenario, state: ConferenceState, now: Scenario) -> Iterator[EarlierPart]:
    """The parts that the chair approved; what went into the full version alone is kept from whoever was ever outside."""
    approved = state.record.approved
    outside = frozenset(seat for part in state.record.exclusions for seat in part.without)
    for (part, _language, into), words in approved.parts.items() if approved else ():
        readers = _with_a_copy(now) if into == "both" else _open_to(outside, before, now) & _with_a_copy(now)
        yield EarlierPart(part=part, words=words, audience=Audience(readers, facilitator=False, observers=False))


def _with_a_copy(now: Scenario) -> frozenset[SeatId]:
    """Who reads a record in one of its versions; an interpreter has none."""
    return frozenset(seat.id for seat in now.seats.values() if seat.part in FULL_COPY | FAMILYS_SIDE)


def _is_here(now: Scenario, owner: str) -> bool:
    return owner in now.seats or owner in now.family.adults


def _left_behind(before: Scenario, plan: Iterable[PlanAction], now: Scenario) -> Iterator[NotTaken]:
    for child in before.family.children.values():
        if child.id not in now.family.children:
            yield NotTaken(what="child", id=child.id, name=_called(child.name))
    owners = (each.owner for each in plan if each.child in now.family.children)
    for owner in dict.fromkeys(owners):
        if not _is_here(now, owner):
            yield NotTaken(what="owner", id=owner, name=_name(before, owner))


def _name(before: Scenario, owner: str) -> Texts:
    if owner in before.seats:
        return _texts(before.seats[SeatId(owner)].title)
    adult = next(each for each in before.family.adults.values() if each.id == owner)
    return _called(adult.name)


def _called(name: str) -> Texts:
    """A person's name, the same in both languages."""
    return dict.fromkeys(("en", "cy"), name)


def _taken(before: Scenario, said: Said) -> TakenWords:
    return TakenWords(words=said) if isinstance(said, Words) else TakenWords(text=_texts(before.text_at(said.path)))


def _texts(text: Text) -> Texts:
    return dict(text.words or text.by_variant[0][1].words)


# Who may read what


def _audience(heard: Heard, before: Scenario, now: Scenario) -> Audience:
    """Who may read it here; facilitator and observers where theirs heard it."""
    return Audience(_readers(heard, before, now), heard.audience.facilitator, heard.audience.observers)


def _readers(heard: Heard, before: Scenario, now: Scenario) -> frozenset[SeatId]:
    """All to whom no closed part kept it; but whoever was not there and has something withheld from them reads nothing of it."""
    restricted = {seat for seat in before.seats if before.withheld_from(seat)}
    unheard = _same(restricted - heard.audience.seats, before, now)
    return _open_to(heard.kept_from, before, now) - unheard


def _same(seats: frozenset[SeatId] | set[SeatId], before: Scenario, now: Scenario) -> frozenset[SeatId]:
    """The seats here that are these seats of there, by their id or as the same person."""
    people = {before.seats[seat].of for seat in seats} - {None}
    return frozenset(seat.id for seat in now.seats.values() if seat.id in seats or seat.of in people)


def _open_to(kept_from: frozenset[SeatId], before: Scenario, now: Scenario) -> frozenset[SeatId]:
    """The seats here that may read what was kept from these seats there; all of them where it was kept from nobody."""
    if not kept_from:
        return frozenset(now.seats)
    family = {seat.id for seat in now.seats.values() if seat.part in FAMILYS_SIDE}
    return frozenset(now.seats) - family - _same(kept_from, before, now)
