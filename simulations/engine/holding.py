"""Whether a condition holds: judged after every event, and when time may make one true.

While a conference runs, a condition is judged by what is recorded so far (`holds`). When it is over and pitfalls are
looked for, what nobody can know stays unknown, and so does what rests on it (`found`, three-valued).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from simulations.engine.afterwards import was_explained
from simulations.engine.knowing import place_of, was_shared
from simulations.engine.moment import Moment
from simulations.engine.scenario import conditions as told
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.values import ChildId, FactId, SeatId, SeatOrAdultId
from simulations.engine.sharing import sharings_of

Judgement = bool | None
KnownBy = Callable[[Moment, FactId], Judgement]


def holds(condition: Condition, moment: Moment) -> bool:
    """Whether it holds by what is recorded."""
    return _judge(condition, moment, _recorded) is True


def found(condition: Condition, moment: Moment) -> Judgement:
    """Whether it held when all is over; None where it cannot be known."""
    return _judge(condition, moment, was_shared)


def holds_at(condition: Condition, moment: Moment, then: timedelta) -> bool:
    """Whether it would hold at a later moment of the conference if nothing happened until then."""
    later = moment.state.clock.at(then)
    return later is not None and holds(condition, replace(moment, now=later))


def next_moment(condition: Condition, moment: Moment) -> timedelta | None:
    """When time alone will first make it hold, after now; None where it will not."""
    to_come = sorted({then for then in _thresholds(condition, moment) if then > moment.elapsed})
    return next((then for then in to_come if holds_at(condition, moment, then)), None)


def since_when(condition: Condition, moment: Moment) -> timedelta:
    """Since when a condition that holds now has held.

    Now, if what this command brought about made it true; else the moment since the last event at which time did, which
    a late clock may have left a little behind.
    """
    found_in = replace(moment, state=moment.asked_in or moment.state)
    last = found_in.state.last_at
    earliest = found_in.state.clock.was(last) if last else timedelta()
    passed = sorted(then for then in _thresholds(condition, found_in) if earliest < then <= moment.elapsed)
    return next((then for then in passed if holds_at(condition, found_in, then)), moment.elapsed)


def mentions(condition: Condition, kind: type) -> bool:
    """Whether a condition wants something of this kind (inside a `not` does not count)."""
    if isinstance(condition, told.AllOf | told.AnyOf):
        return any(mentions(part, kind) for part in condition.of)
    return isinstance(condition, kind)


def _recorded(moment: Moment, fact: FactId) -> Judgement:
    return bool(sharings_of(moment.state, fact))


def _judge(condition: Condition, moment: Moment, known: KnownBy) -> Judgement:
    return JUDGES[type(condition)](condition, moment, known)


def _all_of(condition: told.AllOf, moment: Moment, known: KnownBy) -> Judgement:
    return _every(_judge(part, moment, known) for part in condition.of)


def _any_of(condition: told.AnyOf, moment: Moment, known: KnownBy) -> Judgement:
    return _some(_judge(part, moment, known) for part in condition.of)


def _every(parts: Iterable[Judgement]) -> Judgement:
    return _decided_by(False, parts)


def _some(parts: Iterable[Judgement]) -> Judgement:
    return _decided_by(True, parts)


def _decided_by(decisive: bool, parts: Iterable[Judgement]) -> Judgement:
    """This, as soon as one part is so; else unknown where a part is, and the opposite where none is."""
    unknown = False
    for part in parts:
        if part is decisive:
            return decisive
        unknown = unknown or part is None
    return None if unknown else not decisive


def _not(condition: told.Not, moment: Moment, known: KnownBy) -> Judgement:
    return _opposite(_judge(condition.of, moment, known))


def _opposite(part: Judgement) -> Judgement:
    return None if part is None else not part


def _phase_is(condition: told.PhaseIs, moment: Moment, known: KnownBy) -> Judgement:
    return moment.state.phase.id == condition.phase


def _after(condition: told.After, moment: Moment, known: KnownBy) -> Judgement:
    began = _began(condition, moment)
    return began is not None and moment.elapsed >= began + timedelta(seconds=condition.after)


def _began(condition: told.After, moment: Moment) -> timedelta | None:
    return moment.state.began.get(condition.phase or moment.scenario.first_at_table)


def _shared(condition: told.Shared, moment: Moment, known: KnownBy) -> Judgement:
    return _every(known(moment, fact) for fact in condition.facts)


def _unshared(condition: told.Unshared, moment: Moment, known: KnownBy) -> Judgement:
    return _every(_opposite(known(moment, fact)) for fact in condition.facts)


def _asked(condition: told.Asked, moment: Moment, known: KnownBy) -> Judgement:
    return condition.fact in moment.state.asked_facts


def _paraphrased(condition: told.Paraphrased, moment: Moment, known: KnownBy) -> Judgement:
    said = any(each.how == "own-words" for each in sharings_of(moment.state, condition.fact))
    return said or _unless_unknown(condition.fact, moment, known)


def _shared_in(condition: told.SharedIn, moment: Moment, known: KnownBy) -> Judgement:
    for each in sharings_of(moment.state, condition.fact):
        if condition.language in (None, each.language) and condition.phase in (None, each.phase):
            return True
    return _unless_unknown(condition.fact, moment, known)


def _unless_unknown(fact: FactId, moment: Moment, known: KnownBy) -> Judgement:
    """False, but None where the fact may have been said without a mark that tells how."""
    recorded = _recorded(moment, fact)
    return None if known(moment, fact) is not False and not recorded and known is not _recorded else False


def _last_to_share(condition: told.LastToShare, moment: Moment, known: KnownBy) -> Judgement:
    firsts = _first_sharings(moment)
    mine = firsts.pop(condition.seat, None)
    return mine is not None and bool(firsts) and all(other < mine for other in firsts.values())


def _first_sharings(moment: Moment) -> dict[SeatId, tuple[timedelta, int]]:
    """When each seat first shared a fact; of two at the same moment the log tells which came first."""
    firsts: dict[SeatId, tuple[timedelta, int]] = {}
    for fact in moment.state.facts:
        for each in sharings_of(moment.state, fact):
            if each.seat is not None:
                then = each.moment, place_of(each)
                firsts[each.seat] = min(then, firsts.get(each.seat, then))
    return firsts


def _breach(condition: told.Breach, moment: Moment, known: KnownBy) -> Judgement:
    return breached(moment, condition.fact) or _unless_unknown(condition.fact, moment, known)


def breached(moment: Moment, fact: FactId) -> bool:
    """Whether a fact was said before a seat it was withheld from, or before somebody unseen beside a seat."""
    shared = sharings_of(moment.state, fact)
    before = {seat for each in shared for seat in each.audience.seats}
    unseen = {adult for each in shared for adult in each.beside}
    return any(fact in moment.scenario.withheld_from(seat) for seat in before) or _withheld(moment, fact, unseen)


def _withheld(moment: Moment, fact: FactId, adults: set[str]) -> bool:
    """Whether a fact is withheld from any of these adults, by their own name or by that of a seat of theirs."""
    told = moment.scenario.facts[fact].withhold
    seats = {str(seat.id) for seat in moment.scenario.seats.values() if seat.of in adults}
    return told is not None and not (adults | seats).isdisjoint(told.from_)


def _same_categories(condition: told.SameCategories, moment: Moment, known: KnownBy) -> Judgement:
    given: dict[ChildId, frozenset[str]] = {}
    for record in moment.state.decisions.values():
        given[record.child] = given.get(record.child, frozenset()).union(record.categories)
    if len(given) < len(moment.scenario.family.children) or not any(given.values()):
        return False
    return (len(set(given.values())) == 1) == condition.same


def _spoken(condition: told.Spoken, moment: Moment, known: KnownBy) -> Judgement:
    shared = any(each.seat == condition.seat for said in moment.state.sharings.values() for each in said)
    if condition.seat in moment.state.spoken or shared:
        return True
    aloud = moment.state.setting != "text" and moment.seat(condition.seat).filled == "person"
    return None if aloud and known is not _recorded else False


def _viewed(condition: told.Viewed, moment: Moment, known: KnownBy) -> Judgement:
    views = moment.state.views.values()
    alike = [view for view in views if (view.child, view.option) == (condition.child, condition.decision)]
    return len(alike) >= condition.at_least


def _decided(condition: told.Decided, moment: Moment, known: KnownBy) -> Judgement:
    records = moment.state.decisions.values()
    return any((record.child, record.option) == (condition.child, condition.decision) for record in records)


def _absent(condition: told.Absent, moment: Moment, known: KnownBy) -> Judgement:
    return not moment.in_room(condition.seat)


def _chose(condition: told.Chose, moment: Moment, known: KnownBy) -> Judgement:
    return moment.state.chosen.get(condition.inject) == condition.choice


def _plan_has(condition: told.PlanHas, moment: Moment, known: KnownBy) -> Judgement:
    return any(
        condition.child in (None, action.child)
        and condition.kind in (None, action.kind)
        and condition.owner in (None, action.owner)
        for action in moment.state.plan.values()
        if not action.withdrawn
    )


def _explained(condition: told.Explained, moment: Moment, known: KnownBy) -> Judgement:
    return was_explained(moment, SeatOrAdultId(condition.person))


JUDGES: Mapping[type, Callable[[Any, Moment, KnownBy], Judgement]] = {
    told.AllOf: _all_of, told.AnyOf: _any_of, told.Not: _not, told.PhaseIs: _phase_is, told.After: _after,
    told.Shared: _shared, told.Unshared: _unshared, told.Asked: _asked, told.Paraphrased: _paraphrased,
    told.SharedIn: _shared_in, told.LastToShare: _last_to_share, told.Breach: _breach,
    told.SameCategories: _same_categories, told.Spoken: _spoken, told.Viewed: _viewed, told.Decided: _decided,
    told.Absent: _absent, told.PlanHas: _plan_has, told.Chose: _chose, told.Explained: _explained,
}  # fmt: skip


def _thresholds(condition: Condition, moment: Moment) -> Iterator[timedelta]:
    """The moments at which time may change what a condition comes to."""
    if isinstance(condition, told.AllOf | told.AnyOf):
        for part in condition.of:
            yield from _thresholds(part, moment)
    elif isinstance(condition, told.Not):
        yield from _thresholds(condition.of, moment)
    elif isinstance(condition, told.After) and (began := _began(condition, moment)) is not None:
        yield began + timedelta(seconds=condition.after)
