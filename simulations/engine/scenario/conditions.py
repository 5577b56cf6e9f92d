"""Conditions: what an inject, a beat, a paper or a pitfall waits for.

A condition is one mapping in the file, all of whose keys must hold. Here it is a small tree of typed parts:
one class per key, joined by `AllOf`, `AnyOf` and `Not`. A mapping with one key is that part itself; with more,
an `AllOf`. Nothing here looks at a conference: the engine judges these after every event and when time
may make one true.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar, TypeAlias

from simulations.engine.scenario.keys import Key
from simulations.engine.scenario.values import (
    ChildId,
    ChoiceId,
    Duration,
    FactId,
    InjectId,
    OptionId,
    PersonId,
    PhaseId,
    SeatId,
)
from simulations.engine.scenario.values import SeatOrAdultId as Owner
from simulations.engine.scenario.vocabulary import Language, PlanKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """Every one of these holds."""

    written: ClassVar[str] = "all"
    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """At least one of these holds."""

    written: ClassVar[str] = "any"
    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """This does not hold."""

    written: ClassVar[str] = "not"
    of: "Condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseIs:
    """That phase is on."""

    written: ClassVar[str] = "phase"
    phase: PhaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """At least this long since the phase began, pauses not counted.

    Without a phase beside it, since the first phase whose agenda is `opening` began.
    """

    written: ClassVar[str] = "after"
    after: Duration
    phase: PhaseId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """All of these facts have been shared."""

    written: ClassVar[str] = "shared"
    facts: tuple[FactId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unshared:
    """None of these facts has been shared."""

    written: ClassVar[str] = "unshared"
    facts: tuple[FactId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A holder of this fact was asked about its topic, or was called."""

    written: ClassVar[str] = "asked"
    fact: FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class Paraphrased:
    """This fact was shared in the sayer's own words."""

    written: ClassVar[str] = "paraphrased"
    fact: FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedIn:
    """This fact was shared in that language, or in that phase, or both."""

    written: ClassVar[str] = "shared_in"
    fact: Annotated[FactId, Key("Which fact", run=True)]
    language: Annotated[Language | None, Key("Said in this language")] = None
    phase: Annotated[PhaseId | None, Key("Said in this phase")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastToShare:
    """That seat was the last to share anything, of those that hold facts."""

    written: ClassVar[str] = "last_to_share"
    seat: SeatId


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """This fact was said before somebody it was withheld from."""

    written: ClassVar[str] = "breach"
    fact: FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class SameCategories:
    """The decision gave all children the same categories (`true`), or did not (`false`); neither where it gave none."""

    written: ClassVar[str] = "same_categories"
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHas:
    """The plan has an action that fits all the keys given."""

    written: ClassVar[str] = "plan_has"
    child: Annotated[ChildId | None, Key("For this child")] = None
    kind: Annotated[PlanKind | None, Key("Of this kind")] = None
    owner: Annotated[Owner | None, Key("Owned by this seat or adult")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """That seat has spoken, shared or presented."""

    written: ClassVar[str] = "spoken"
    seat: SeatId


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewed:
    """At least so many seats gave this view on that child."""

    written: ClassVar[str] = "viewed"
    child: Annotated[ChildId, Key("Which child", run=True)]
    decision: Annotated[OptionId, Key("Which option of a decision", run=True)]
    at_least: Annotated[int, Key("How many seats", default="1", least=1, most=50)] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The chair closed that child's decision so."""

    written: ClassVar[str] = "decided"
    child: Annotated[ChildId, Key("Which child", run=True)]
    decision: Annotated[OptionId, Key("Which option of a decision", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """Nobody sits in that seat, or it is not in the room."""

    written: ClassVar[str] = "absent"
    seat: SeatId


@dataclass(frozen=True, slots=True, kw_only=True)
class Chose:
    """An inject's question was answered with this choice."""

    written: ClassVar[str] = "chose"
    inject: Annotated[InjectId, Key("The inject that asks", run=True)]
    choice: Annotated[ChoiceId, Key("One of its choices", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """The decision was explained to that person in plain words."""

    written: ClassVar[str] = "explained"
    person: PersonId


Condition: TypeAlias = (
    AllOf
    | AnyOf
    | Not
    | PhaseIs
    | After
    | Shared
    | Unshared
    | Asked
    | Paraphrased
    | SharedIn
    | LastToShare
    | Breach
    | SameCategories
    | PlanHas
    | Spoken
    | Viewed
    | Decided
    | Absent
    | Chose
    | Explained
)

JOINED = (AllOf, AnyOf, Not)
"""The parts made of other conditions."""

BARE = (
    PhaseIs,
    After,
    Shared,
    Unshared,
    Asked,
    Paraphrased,
    LastToShare,
    Breach,
    SameCategories,
    Spoken,
    Absent,
    Explained,
)
"""The parts whose value stands directly under their key: their first field."""

MAPPED = (SharedIn, PlanHas, Viewed, Decided, Chose)
"""The parts whose value is a mapping of their fields."""
