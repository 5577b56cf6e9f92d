"""What happens: phases, injects, decisions, the plan's form, and the tasks after the conference."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated

from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.keys import Key, Origin, nothing
from simulations.engine.scenario.values import (
    AdultId,
    ChildId,
    ChoiceId,
    Day,
    DecisionId,
    Duration,
    InjectId,
    OptionId,
    PaperId,
    PhaseId,
    SeatId,
    SeatOrAdultId,
    Text,
    VariantId,
)
from simulations.engine.scenario.vocabulary import (
    AfterTaskKind,
    Agenda,
    Category,
    DecisionScope,
    FirstAnswer,
    FloorRule,
    InterimSafety,
    PlanKind,
    PlanQuestion,
)


class Everyone(Enum):
    """An inject for every seat in the room."""

    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of the session with one purpose and a budget of minutes, which warns and ends nothing."""

    id: Annotated[PhaseId, Key("The phase's id", run=True)]
    agenda: Annotated[Agenda, Key("What it is for; decides what may be done in it", run=True)]
    minutes: Annotated[int, Key("How long it is meant to take", run=True, least=1, most=600)]
    floor: Annotated[FloorRule, Key("Who may speak", default="chair")] = FloorRule.CHAIR
    order: Annotated[tuple[SeatId, ...], Key("In a round: whose turn comes when")] = ()
    decide: Annotated[tuple[DecisionId, ...], Key("What is decided in it")] = ()
    first_view: Annotated[
        bool, Key("Asks each practitioner privately for a level of concern per child", default="false")
    ] = False
    prompts: Annotated[Mapping[SeatId, Text], Key("A private prompt for a seat")] = field(default_factory=nothing)

    @property
    def budget(self) -> Duration:
        """The phase's minutes in whole seconds."""
        return Duration(self.minutes * 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an inject does to the room."""

    disconnect: Annotated[SeatId | None, Key("That seat's connection is gone")] = None
    for_: Annotated[Duration | None, Key("How long the connection is gone", name="for")] = None
    arrive: Annotated[tuple[SeatId, ...], Key("These seats come in")] = ()
    leave: Annotated[tuple[SeatId, ...], Key("These seats go out")] = ()
    beside: Annotated[Mapping[SeatId, AdultId], Key("An adult is beside a seat, unseen by the others")] = field(
        default_factory=nothing
    )
    reveal: Annotated[PaperId | None, Key("A paper that everybody now sees")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an inject asks somebody to choose, with a reason."""

    of: Annotated[SeatId, Key("Who chooses", run=True)]
    text: Annotated[Text, Key("What is asked", run=True)]
    choices: Annotated[Mapping[ChoiceId, Text], Key("What there is to choose from, two or more", run=True, least=2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inject:
    """Something that happens during the conference; it always has a button in the control room too."""

    id: Annotated[InjectId, Key(origin=Origin.MAPPING_KEY)]
    to: Annotated[Everyone | tuple[SeatId, ...], Key("Which seats it reaches, or `everyone`", run=True)]
    when: Annotated[Condition | None, Key("What it waits for; this or `manual: true`")] = None
    manual: Annotated[bool, Key("Fired by hand only", default="false")] = False
    text: Annotated[Text | None, Key("What those seats are told")] = None
    deal: Annotated[tuple[PaperId, ...], Key("Papers put into those seats' hands")] = ()
    effect: Annotated[Effect | None, Key("What it does to the room")] = None
    ask: Annotated[Question | None, Key("A question to one seat, answered with a reason")] = None
    variants: Annotated[tuple[VariantId, ...], Key("Only in these variants", default="all")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something the conference decides, closed by the chair."""

    id: Annotated[DecisionId, Key(origin=Origin.MAPPING_KEY)]
    question: Annotated[Text, Key("What is decided", run=True)]
    options: Annotated[tuple[OptionId, ...], Key("What it may be, two or more", run=True, least=2, most=10)]
    for_: Annotated[DecisionScope, Key("What it is taken for", name="for", default="each-child")] = (
        DecisionScope.EACH_CHILD
    )
    categories: Annotated[tuple[Category, ...], Key("Under which it may be", default="the five")] = tuple(Category)
    answer_first: Annotated[
        tuple[FirstAnswer, ...],
        Key(
            "Asked of the table before views are taken: for each child somebody answers, or the chair says why not. Scripts answer nothing, and where they hold every seat go on without"
        ),
    ] = ()
    interim_safety: Annotated[
        InterimSafety, Key("Whether safety until the plan must be agreed", default="optional")
    ] = InterimSafety.OPTIONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedAction:
    """In a review: one action of the plan it looks back on."""

    child: Annotated[ChildId, Key("For which child", run=True)]
    kind: Annotated[PlanKind, Key("Safety or support", run=True)]
    action: Annotated[Text, Key("What was to be done", run=True)]
    owner: Annotated[SeatOrAdultId, Key("Who was to do it", run=True)]
    risk: Annotated[Text | None, Key("The risk it was to lower")] = None
    by: Annotated[Day | None, Key("By when")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanForm:
    """What the outline plan asks for."""

    asks: Annotated[tuple[PlanQuestion, ...], Key("What each action tells", default="all five")] = tuple(PlanQuestion)
    kinds: Annotated[tuple[PlanKind, ...], Key("Which kinds of action it has", default="both")] = tuple(PlanKind)
    reviewed: Annotated[tuple[ReviewedAction, ...], Key("In a review: the plan it looks back on")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterTask:
    """A short task between the conference and the debrief."""

    id: Annotated[AfterTaskKind, Key(origin=Origin.MAPPING_KEY)]
    by: Annotated[SeatId, Key("Who does it", run=True)]
    to: Annotated[tuple[SeatOrAdultId, ...], Key("To whom")] = ()
    text: Annotated[Text | None, Key("What is asked for")] = None
