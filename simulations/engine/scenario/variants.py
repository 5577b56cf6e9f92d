"""Narrowing a scenario to one variant: what is not in it does not exist, and what names it leaves it out.

The walk goes by the types of the model, so a section added there is narrowed without a word here. Where leaving out
empties something, this is what follows:

- a condition about nothing but what is gone can never be judged, and neither can a mapping of several keys that has
  such a part; under `any` the other parts remain;
- an inject whose condition is gone keeps its button, a paper waiting for it stays in nobody's hands,
  a beat or pitfall is left out;
- an action that shares, reads, asks for or chooses only what is gone is left out, and a beat with no action left too.

What narrowing does not change stays the very same object, so that a large scenario with many variants costs little.
"""

from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass, is_dataclass, replace
from enum import Enum
from functools import cache
from operator import is_
from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Union, cast, get_args, get_origin

from simulations.engine.scenario.conditions import AllOf, AnyOf
from simulations.engine.scenario.debrief import ANY_VARIANT, Debrief, Pitfall
from simulations.engine.scenario.keys import KeyOfSection, keys_of
from simulations.engine.scenario.papers import HandedOverWhen
from simulations.engine.scenario.scripts import Ask
from simulations.engine.scenario.values import (
    AdultId,
    Age,
    Day,
    FactId,
    InjectId,
    PaperId,
    PersonId,
    SeatOrAdultId,
    Text,
    TopicId,
    VariantId,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from simulations.engine.scenario.model import Scenario


IDS_THAT_GO = frozenset({FactId, TopicId, InjectId, PaperId, AdultId, PersonId, SeatOrAdultId})
"""The ids of what may stand in some variants only."""


class _Gone:
    """What a thing becomes that is not in the variant."""


GONE = _Gone()

NEVER = AnyOf(of=())
"""A condition that cannot hold: one of nothing."""

NEEDED = {Pitfall: ("when",), Ask: ("topic",)}
"""Fields that may be left out of a file, but without which the thing would mean something else once they are gone."""


@dataclass(frozen=True, slots=True)
class _Narrowing:
    """One walk: the variant, and the ids that do not exist in it by the type they are named with."""

    variant: VariantId | None
    gone: Mapping[object, frozenset[str]]

    def value(self, value: object, hint: object) -> object:
        """What the value becomes, or GONE."""
        if value is None:
            return None
        if isinstance(value, Text):
            return value.for_variant(self.variant)
        if isinstance(value, str) and not isinstance(value, Enum):
            return GONE if value in self.gone.get(_named(hint), ()) else value
        if isinstance(value, tuple):
            return self.members(value, _fitting(hint, tuple))
        if isinstance(value, MappingProxyType | dict):
            return self.mapping(value, _fitting(hint, Mapping))
        if is_dataclass(value) and not isinstance(value, type):
            return self.section(value)
        return value

    def mapping(self, mapping: Mapping[object, object], hint: object) -> Mapping[object, object]:
        """A mapping without the items whose key or value is gone."""
        key_hint, value_hint = get_args(hint)
        narrowed_items = {
            key: self.value(item, value_hint) for key, item in mapping.items() if self.value(key, key_hint) is not GONE
        }
        kept = {key: item for key, item in narrowed_items.items() if item is not GONE}
        same = len(kept) == len(mapping) and all(item is mapping[key] for key, item in kept.items())
        return mapping if same else MappingProxyType(kept)

    def members(self, members: tuple[object, ...], hint: object) -> tuple[object, ...]:
        """A tuple without the members that are gone."""
        kind = get_args(hint)[0]
        narrowed_members = (self.value(member, kind) for member in members)
        kept = tuple(member for member in narrowed_members if member is not GONE)
        return members if len(kept) == len(members) and all(map(is_, kept, members)) else kept

    def section(self, section: "DataclassInstance") -> object:
        """A dataclass with its fields narrowed, or GONE where it cannot be without what is gone."""
        if self.excludes(section):
            return GONE
        changes = dict(self.changes(section))
        if GONE in changes.values():
            return GONE
        if isinstance(section, AllOf) and len(cast(Sized, changes.get("of", section.of))) < len(section.of):
            return GONE
        return replace(section, **changes) if changes else section

    def excludes(self, section: object) -> bool:
        """Whether the section says that it is only in other variants."""
        only_in = getattr(section, "variants", ())
        return isinstance(only_in, tuple) and bool(only_in) and self.variant not in only_in

    def changes(self, section: "DataclassInstance") -> Iterator[tuple[str, object]]:
        """The fields that are another in the variant, by name; GONE for one that must not be missing."""
        for key in _varying(type(section)):
            before: object = getattr(section, key.field)
            after = self.value(before, key.hint)
            if after is before:
                continue
            emptied = after == ()
            if (after is GONE or emptied) and key.has_default and key.field not in NEEDED.get(type(section), ()):
                after = NEVER_HANDED_OVER if isinstance(before, HandedOverWhen) else () if emptied else None
            elif emptied:
                after = GONE
            yield key.field, after


NEVER_HANDED_OVER = HandedOverWhen(when=NEVER)


def narrowed(scenario: "Scenario", variant: VariantId | None) -> "Scenario":
    """The scenario as it is in one of its variants, or, for None, in its only form."""
    walk = _Narrowing(variant, _absent(scenario, variant))
    sections = dict(walk.changes(scenario))
    sections["debrief"] = _answers_of(cast(Debrief, sections.get("debrief", scenario.debrief)), variant)
    return replace(scenario, **{**sections, "variant": variant})  # type: ignore[arg-type]


def _absent(scenario: "Scenario", variant: VariantId | None) -> Mapping[object, frozenset[str]]:
    """The ids that do not exist in the variant, by the type they are named with."""

    def out(members: Iterable[object]) -> bool:
        return all(walk.excludes(member) for member in members)

    walk = _Narrowing(variant, {})
    adults = frozenset(str(adult.id) for adult in scenario.family.adults.values() if walk.excludes(adult))
    papers = scenario.papers.values()
    return {
        FactId: frozenset(fact.id for fact in scenario.facts.values() if walk.excludes(fact)),
        TopicId: frozenset(topic.id for topic in scenario.topics.values() if walk.excludes(topic)),
        InjectId: frozenset(inject.id for inject in scenario.injects.values() if walk.excludes(inject)),
        PaperId: frozenset(paper.id for paper in papers if walk.excludes(paper) or out(paper.passages)),
        AdultId: adults,
        PersonId: adults,
        SeatOrAdultId: adults.difference(scenario.seats),
    }


def _answers_of(debrief: Debrief, variant: VariantId | None) -> Debrief:
    kept = {name: answers for name, answers in debrief.defensible.items() if name in (variant, ANY_VARIANT)}
    return replace(debrief, defensible=MappingProxyType(kept))


@cache
def _varying(section: type) -> tuple[KeyOfSection, ...]:
    """The keys of a section whose value may be another in another variant."""
    return tuple(key for key in keys_of(section).values() if _may_vary(key.hint))


def _may_vary(hint: object) -> bool:
    """Whether a value of this type may be another in another variant: texts, ids of what may be gone, and what has such."""
    if args := get_args(hint):
        return any(_may_vary(arg) for arg in args)
    return hint in IDS_THAT_GO or (isinstance(hint, type) and is_dataclass(hint) and hint not in (Day, Age))


@cache
def _named(hint: object) -> object:
    """The id type in a hint such as `FactId` or `FactId | None`."""
    return next(iter(_alternatives(hint)), None)


@cache
def _fitting(hint: object, origin: object) -> object:
    """The alternative of a union that is a mapping, or a tuple."""
    return next(each for each in _alternatives(hint) if get_origin(each) is origin)


def _alternatives(hint: object) -> tuple[object, ...]:
    if get_origin(hint) in (Union, UnionType):
        return tuple(each for each in get_args(hint) if each is not NoneType)
    return (hint,)
