"""What was put on the table, and when: the pool rate, the use rate, late shares, breaches, the child's own words."""

from dataclasses import dataclass

from simulations.engine.holding import Judgement, found
from simulations.engine.knowing import Outcome, outcome
from simulations.engine.moment import Moment
from simulations.engine.scenario.conditions import Breach
from simulations.engine.scenario.values import ChildId, FactId
from simulations.engine.scenario.vocabulary import FactKind
from simulations.engine.sections import PoolRate, RateRange
from simulations.engine.sharing import sharings_of
from simulations.engine.state import ViewRecord
from simulations.engine.words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A child's own words: what became of them, and in which languages they were said, None for one nobody marked."""

    fact: FactId
    about: tuple[ChildId, ...]
    outcome: Outcome
    languages: tuple[Language | None, ...]


def rate(part: int, whole: int) -> float | None:
    """A share of the whole, 0 to 1 to two places; None of nothing."""
    return round(part / whole, 2) if whole else None


def outcomes(moment: Moment) -> dict[FactId, Outcome]:
    """What became of each fact of this variant, in the file's order."""
    return {fact: outcome(moment, fact) for fact in moment.scenario.facts}


def pool_rate(moment: Moment) -> PoolRate:
    """How much of what mattered was on the table in time; a range while any of it is not known."""
    became = [outcome(moment, fact) for fact in moment.scenario.critical_facts()]
    shared, unknown, critical = became.count("shared"), became.count("not-known"), len(became)
    return PoolRate(
        shared=shared,
        not_known=unknown,
        critical=critical,
        lowest=rate(shared, critical),
        highest=rate(shared + unknown, critical),
    )


def late_rate(moment: Moment) -> RateRange:
    """How much of what mattered was first said once a view had been given on a child it is about."""
    became = [outcome(moment, fact) for fact in moment.scenario.critical_facts()]
    late, unknown, critical = became.count("late"), became.count("not-known"), len(became)
    return RateRange(lowest=rate(late, critical), highest=rate(late + unknown, critical))


def use_rate(moment: Moment) -> RateRange:
    """How many of the shared critical facts the reasons of views rest on; lower by those that may have been shared too."""
    critical = moment.scenario.critical_facts()
    became = {fact: outcome(moment, fact) for fact in critical}
    shared = {fact for fact, word in became.items() if word in ("shared", "late")}
    used = shared & {fact for view in moment.state.views.values() for fact in _facts_of(moment, view)}
    unknown = [*became.values()].count("not-known")
    return RateRange(lowest=rate(len(used), len(shared) + unknown), highest=rate(len(used), len(shared)))


def _facts_of(moment: Moment, view: ViewRecord) -> set[FactId]:
    facts = (moment.fact_in(passage) for passage in view.because)
    return {fact for fact in facts if fact is not None}


def said_by_scripts(moment: Moment) -> tuple[FactId, ...]:
    """The facts that are on the table only because a script, a cover or the platform put them there."""
    shared = {fact: sharings_of(moment.state, fact) for fact in moment.scenario.facts}
    return tuple(fact for fact, said in shared.items() if said and not any(each.by_person for each in said))


def breaches(moment: Moment) -> dict[FactId, Judgement]:
    """Of each withheld fact, whether it was said before somebody it was withheld from; None where nobody can know."""
    told = (fact for fact in moment.scenario.facts.values() if fact.withhold is not None)
    return {fact.id: found(Breach(fact=fact.id), moment) for fact in told}


def voices(moment: Moment) -> tuple[Voice, ...]:
    """The children's own words of this variant, whoever spoke them at the table."""
    spoken = (fact for fact in moment.scenario.facts.values() if fact.kind is FactKind.VOICE)
    return tuple(
        Voice(fact=fact.id, about=fact.about, outcome=outcome(moment, fact.id), languages=_languages(moment, fact.id))
        for fact in spoken
    )


def _languages(moment: Moment, fact: FactId) -> tuple[Language | None, ...]:
    said: list[Language | None] = [each.language for each in sharings_of(moment.state, fact)]
    if not said and outcome(moment, fact) in ("shared", "late"):
        said = [None]
    return tuple(dict.fromkeys(said))
