"""Papers, facts and topics: who knows what.

Seats hold papers made of passages; some passages carry a fact, most do not, and nobody at the table is
told which. A fact's gist, kind and very existence reach no seat before the debrief.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, TypeAlias

from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.keys import Key, Origin
from simulations.engine.scenario.values import (
    ChildId,
    Day,
    FactId,
    PaperId,
    PassageId,
    SeatId,
    SeatOrAdultId,
    Text,
    TopicId,
    VariantId,
)
from simulations.engine.scenario.vocabulary import FactKind, Ground, Language


class Never(Enum):
    """That the family has not seen a report and will not before the conference."""

    NEVER = "never"


class HandedOver(Enum):
    """When a paper comes into its holders' hands, if no condition says so."""

    START = "start"
    ON_REQUEST = "on-request"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOverWhen:
    """The paper comes into its holders' hands when the condition first holds."""

    when: Annotated[Condition, Key("What it waits for", run=True)]


Availability: TypeAlias = HandedOver | HandedOverWhen


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Part of a paper: what can be said or shown by itself."""

    id: Annotated[PassageId, Key(origin=Origin.WORKED_OUT)]
    text: Annotated[Text, Key("The words", run=True)]
    fact: Annotated[FactId | None, Key("The fact it carries; most passages carry none")] = None
    spoken: Annotated[Language | None, Key("Said in this language; the other one is a rendering")] = None
    variants: Annotated[tuple[VariantId, ...], Key("Only in these variants", default="all")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Something a seat has before it: a log, a letter, notes, a report."""

    id: Annotated[PaperId, Key(origin=Origin.MAPPING_KEY)]
    held_by: Annotated[tuple[SeatId, ...], Key("Whose hands it is in", run=True)]
    title: Annotated[Text, Key("What its holders see it called", run=True)]
    passages: Annotated[tuple[Passage, ...], Key("What it says, piece by piece", run=True, least=1)]
    source: Annotated[Text | None, Key("Where it comes from, as the table is told")] = None
    available: Annotated[
        Availability, Key("`start`, `on-request` or `{when: CONDITION}`", default="start, or when it is dealt")
    ] = HandedOver.START
    seen_by_family: Annotated[
        Day | Never | None, Key("For reports to conference: the day the family saw it, or `never`")
    ] = None
    spoken: Annotated[Language | None, Key("Said in this language; the other one is a rendering")] = None
    file: Annotated[str | None, Key("A file beside the scenario that shows the same")] = None
    variants: Annotated[tuple[VariantId, ...], Key("Only in these variants", default="all")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something that may be asked for by name; public, so worded to give nothing away."""

    id: Annotated[TopicId, Key(origin=Origin.MAPPING_KEY)]
    text: Annotated[
        Text, Key("What it is called; written directly under the id, with `variants` beside the languages", run=True)
    ]
    variants: Annotated[tuple[VariantId, ...], Key("Only in these variants", default="all")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """Whom a fact is to be kept from, and on what ground."""

    from_: Annotated[tuple[SeatOrAdultId, ...], Key("Seats, or adults of the family", run=True, name="from", least=1)]
    ground: Annotated[Ground, Key("Why", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that is so, which somebody at the table could know and say."""

    id: Annotated[FactId, Key(origin=Origin.MAPPING_KEY)]
    gist: Annotated[Text, Key("One line, for the debrief", run=True)]
    topic: Annotated[TopicId | None, Key("Asking a holder about the topic is asking for the fact")] = None
    about: Annotated[tuple[ChildId, ...], Key("Which children it is about", default="all children")] = ()
    kind: Annotated[FactKind, Key("What it says of a child's life", default="context")] = FactKind.CONTEXT
    critical: Annotated[
        bool, Key("Belongs in any sound decision; the pooling measure counts these", default="false")
    ] = False
    withhold: Annotated[Withholding | None, Key("Whom it must be kept from")] = None
    variants: Annotated[tuple[VariantId, ...], Key("Only in these variants", default="all")] = ()
