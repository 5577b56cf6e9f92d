"""Where a pitfall happened: the moment of the conference from which its condition shows, as far as there is one.

What was said or decided has a moment; what was left out has none. Of a condition with several parts that all must hold it
is the last of their moments, of one with alternatives the first of those that hold.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

from simulations.engine.holding import found
from simulations.engine.moment import Moment
from simulations.engine.scenario import conditions as told
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.values import FactId
from simulations.engine.sharing import sharings_of
from simulations.engine.state import DecisionRecord, Sharing

Occasion = timedelta | None
Of = Callable[[Any, Moment], Occasion]


def occasion(condition: Condition, moment: Moment) -> Occasion:
    """When it came to hold; None where it does not hold, cannot be known, or tells of something left out."""
    return OCCASIONS[type(condition)](condition, moment) if found(condition, moment) else None


def _last(parts: Iterable[Occasion]) -> Occasion:
    return max((part for part in parts if part is not None), default=None)


def _first(parts: Iterable[Occasion]) -> Occasion:
    return min((part for part in parts if part is not None), default=None)


def _all_of(condition: told.AllOf, moment: Moment) -> Occasion:
    return _last(occasion(part, moment) for part in condition.of)


def _any_of(condition: told.AnyOf, moment: Moment) -> Occasion:
    return _first(occasion(part, moment) for part in condition.of)


def _sharings(moment: Moment, fact: FactId, wanted: Callable[[Sharing], bool] = lambda each: True) -> Occasion:
    return _first(each.moment for each in sharings_of(moment.state, fact) if wanted(each))


def _shared(condition: told.Shared, moment: Moment) -> Occasion:
    return _last(_sharings(moment, fact) for fact in condition.facts)


def _paraphrased(condition: told.Paraphrased, moment: Moment) -> Occasion:
    return _sharings(moment, condition.fact, lambda each: each.how == "own-words")


def _shared_in(condition: told.SharedIn, moment: Moment) -> Occasion:
    def fits(each: Sharing) -> bool:
        return condition.language in (None, each.language) and condition.phase in (None, each.phase)

    return _sharings(moment, condition.fact, fits)


def _by_seat(condition: told.LastToShare | told.Spoken, moment: Moment) -> Occasion:
    said = (each for every in moment.state.sharings.values() for each in every)
    return _first(each.moment for each in said if each.seat == condition.seat)


def _breach(condition: told.Breach, moment: Moment) -> Occasion:
    kept = moment.scenario.facts[condition.fact].withhold

    def before_them(each: Sharing) -> bool:
        heard = any(condition.fact in moment.scenario.withheld_from(seat) for seat in each.audience.seats)
        return heard or (kept is not None and bool(each.beside))

    return _sharings(moment, condition.fact, before_them)


def _decided(condition: told.Decided, moment: Moment) -> Occasion:
    return _decisions(
        moment, lambda record: (record.child, record.option) == (condition.child, condition.decision), _first
    )


def _same_categories(condition: told.SameCategories, moment: Moment) -> Occasion:
    return _decisions(moment, lambda record: True, _last)


def _decisions(
    moment: Moment, wanted: Callable[[DecisionRecord], bool], chosen: Callable[[Iterable[Occasion]], Occasion]
) -> Occasion:
    records = (record for record in moment.state.decisions.values() if wanted(record))
    return chosen(moment.state.clock.was(record.at) for record in records)


def _viewed(condition: told.Viewed, moment: Moment) -> Occasion:
    first = moment.state.first_views.get(condition.child)
    return first.moment if first else None


def _chose(condition: told.Chose, moment: Moment) -> Occasion:
    return moment.state.injects.get(condition.inject)


def _nowhere(condition: Condition, moment: Moment) -> Occasion:
    """Left out, or so throughout: no moment of its own."""
    return None


OCCASIONS: Mapping[type, Of] = {
    told.AllOf: _all_of, told.AnyOf: _any_of, told.Shared: _shared, told.Paraphrased: _paraphrased,
    told.SharedIn: _shared_in, told.LastToShare: _by_seat, told.Spoken: _by_seat, told.Breach: _breach,
    told.Decided: _decided, told.SameCategories: _same_categories, told.Viewed: _viewed, told.Chose: _chose,
    **dict.fromkeys(
        (told.Not, told.PhaseIs, told.After, told.Unshared, told.Asked, told.Absent, told.PlanHas, told.Explained), _nowhere
    ),
}  # fmt: skip
