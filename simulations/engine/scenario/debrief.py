"""What the debrief works with: questions, defensible answers, pitfalls, rubric. No seat sees it before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.keys import Key, Origin, nothing
from simulations.engine.scenario.values import ChildId, CriterionId, OptionId, PitfallId, Text, VariantId
from simulations.engine.scenario.vocabulary import Category

ANY_VARIANT = VariantId("default")
"""The name that defensible answers stand under where a scenario has no variants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefensibleAnswer:
    """What a sound decision for one child could be, and why."""

    decisions: Annotated[tuple[OptionId, ...], Key("The options that can be defended", run=True, least=1)]
    categories: Annotated[tuple[Category, ...], Key("Categories that a sound decision has")] = ()
    may: Annotated[tuple[Category, ...], Key("Categories that it could have")] = ()
    why: Annotated[Text | None, Key("The reason")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitfall:
    """Something conferences are known to get wrong."""

    id: Annotated[PitfallId, Key(origin=Origin.MAPPING_KEY)]
    text: Annotated[Text, Key("What it is", run=True)]
    when: Annotated[Condition | None, Key("Looked at when the conference ends; without it, the facilitator ticks")] = (
        None
    )
    variants: Annotated[tuple[VariantId, ...], Key("Only in these variants", default="all")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One line of the rubric, scored per group by facilitators."""

    id: Annotated[CriterionId, Key(origin=Origin.MAPPING_KEY)]
    text: Annotated[Text, Key("What is looked at", run=True)]
    levels: Annotated[tuple[Text, ...], Key("Two to five levels, lowest first", run=True, least=2, most=5)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """The debrief's material."""

    questions: Annotated[tuple[Text, ...], Key("What the facilitator asks", publish=True)] = ()
    defensible: Annotated[
        Mapping[VariantId, Mapping[ChildId, DefensibleAnswer]],
        Key("Sound answers by variant (`default` where there are none) and child"),
    ] = field(default_factory=nothing)
    pitfalls: Annotated[Mapping[PitfallId, Pitfall], Key("What conferences get wrong")] = field(default_factory=nothing)
    rubric: Annotated[Mapping[CriterionId, Criterion], Key("What facilitators score, per group")] = field(
        default_factory=nothing
    )
