"""A region's practice: the procedures' own, with what its board put in their place. Conferences ask for it when they are planned."""

from dataclasses import dataclass

import msgspec
from django.utils.translation import get_language
from msgspec import structs

from boards.models import LocalPractice, LocalRules
from people.models import Region
from simulations.engine.practice import NATIONAL, Clock, ConsensusRule, Footing, InBoth, Limit, Practice, Quorum
from simulations.engine.practice.wording import limit_in_both
from simulations.engine.scenario.vocabulary import Meeting, Sector

BOARDS_OWN = Footing(mark="board")
EDITABLE = tuple(clock for clock in NATIONAL.clocks if clock.limit.number)
"""The clocks a board may set: what is to be done at once stays so."""


def rules_of(region: Region) -> LocalRules:
    """What the board wrote, or an empty row that is not kept."""
    return LocalRules.objects.filter(region=region).first() or LocalRules(region=region)


def practice_of(region: Region, national: Practice) -> Practice:
    """The national practice as this region's board changed it."""
    rules = rules_of(region)
    words = LocalPractice.objects.filter(region=region).first()
    return structs.replace(
        national,
        clocks=tuple(_clock(clock, rules) for clock in national.clocks),
        quorum=_quorum(national.quorum, rules),
        without_consensus=tuple(_consensus(rule, rules) for rule in national.without_consensus),
        escalation=InBoth(words.escalation_en, words.escalation_cy) if words and words.escalation_en else None,
    )


def reporting_in(region: Region) -> str:
    """Whom the board says to tell of a concern about a child, in the reader's language; empty where it has not said."""
    words = LocalPractice.objects.filter(region=region).first()
    return words.reporting if words else ""


def _clock(clock: Clock, rules: LocalRules) -> Clock:
    if clock.id not in rules.limits:
        return clock
    limit = msgspec.convert(rules.limits[clock.id], Limit)
    return structs.replace(clock, limit=limit, footing=BOARDS_OWN)


def _quorum(quorum: Quorum, rules: LocalRules) -> Quorum:
    if not rules.quorum_en:
        return quorum
    required, may = rules.required_agencies, rules.chair_may_override
    return structs.replace(
        quorum,
        min_agencies=rules.min_agencies or quorum.min_agencies,
        required_agencies=quorum.required_agencies if required is None else tuple(map(Sector, required)),
        chair_may_override=quorum.chair_may_override if may is None else may,
        words=InBoth(rules.quorum_en, rules.quorum_cy),
        footing=BOARDS_OWN,
    )


def _consensus(rule: ConsensusRule, rules: LocalRules) -> ConsensusRule:
    """What the procedures say of reviews and transfers stands; a board decides for initial conferences."""
    if not rules.decides_en or Meeting.INITIAL not in rule.meetings:
        return rule
    return structs.replace(rule, who=InBoth(rules.decides_en, rules.decides_cy), footing=BOARDS_OWN)


def own(words: InBoth) -> str:
    """Words in the reader's language."""
    return words.cy if get_language() == "cy" else words.en


@dataclass(frozen=True, slots=True)
class ClockShown:
    """A clock as it holds in a region, beside the default, in the reader's language."""

    clock: Clock
    default: Limit

    @property
    def changed(self) -> bool:
        """Whether the board put its own limit in the default's place."""
        return self.clock.limit != self.default

    @property
    def what(self) -> str:
        return own(self.clock.what)

    @property
    def starts(self) -> str:
        return own(self.clock.starts)

    @property
    def limit(self) -> str:
        return own(limit_in_both(self.clock.limit))

    @property
    def default_limit(self) -> str:
        return own(limit_in_both(self.default))


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule in the reader's language, with what it rests on."""

    words: str
    footing: Footing


def clocks_shown(practice: Practice) -> list[ClockShown]:
    """All clocks, in the order of the procedures."""
    return [ClockShown(clock, NATIONAL.clock(clock.id).limit) for clock in practice.clocks]


def quorum_shown(practice: Practice) -> RuleShown:
    """The quorum."""
    return RuleShown(own(practice.quorum.words), practice.quorum.footing)


def consensus_shown(practice: Practice, meeting: Meeting) -> RuleShown | None:
    """Who decides without consensus in this kind of meeting."""
    rule = practice.decides_in(meeting)
    return RuleShown(own(rule.who), rule.footing) if rule else None
