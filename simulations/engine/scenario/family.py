"""The family and the seats round the table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from simulations.engine.scenario.keys import Key, Origin, nothing
from simulations.engine.scenario.values import AdultId, Age, ChildId, Day, PersonId, SeatId, Text, VariantId
from simulations.engine.scenario.vocabulary import Attendance, Category, Language, Part, Player, Sector, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """That a child's name is on the register already, as at a review."""

    since: Annotated[Day, Key("Since when", run=True)]
    categories: Annotated[tuple[Category, ...], Key("Under which categories", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child whom the conference is about."""

    id: Annotated[ChildId, Key(origin=Origin.MAPPING_KEY)]
    name: Annotated[str, Key("The child's name, the same in both languages", run=True)]
    age: Annotated[Age, Key("How old on the day of the conference", run=True)]
    language: Annotated[Language | None, Key("The child's own language")] = None
    sex: Annotated[Sex | None, Key("For the genogram", default="not said")] = None
    registered: Annotated[Registration | None, Key("In a review: what the register says")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adult:
    """An adult in the children's life, with or without a seat."""

    id: Annotated[AdultId, Key(origin=Origin.MAPPING_KEY)]
    name: Annotated[str, Key("The adult's name, the same in both languages", run=True)]
    relation: Annotated[Text, Key("Who they are to the children", run=True)]
    of: Annotated[tuple[ChildId, ...], Key("Whose", default="all children")] = ()
    sex: Annotated[Sex | None, Key("For the genogram", default="not said")] = None
    parent_of: Annotated[
        tuple[PersonId, ...], Key("For the genogram: whose mother or father, of children or adults")
    ] = ()
    sibling_of: Annotated[
        tuple[AdultId, ...], Key("For the genogram: whose sister or brother, where no parent of both is in the file")
    ] = ()
    lives_here: Annotated[bool, Key("Lives with the children", default="false")] = False
    parental_responsibility: Annotated[bool, Key("Has parental responsibility", default="false")] = False
    alleged_harm: Annotated[bool, Key("Is said to have caused harm; never played by a learner", default="false")] = (
        False
    )
    variants: Annotated[tuple[VariantId, ...], Key("Only in these variants", default="all")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The people whom the conference is about; the genogram is drawn from them."""

    children: Annotated[Mapping[ChildId, Child], Key("The children, by id", run=True)] = field(default_factory=nothing)
    adults: Annotated[Mapping[AdultId, Adult], Key("The adults, by id")] = field(default_factory=nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place at the table."""

    id: Annotated[SeatId, Key(origin=Origin.MAPPING_KEY)]
    title: Annotated[Text, Key("What the seat is called", run=True)]
    sector: Annotated[Sector, Key("Whom it speaks for", run=True)]
    part: Annotated[Part, Key("What it is there for; carries the rules of the meeting", run=True)]
    brief: Annotated[Text | None, Key("What only this seat is told")] = None
    required: Annotated[bool, Key("The conference cannot start with it empty", default="false")] = False
    attends: Annotated[Attendance, Key("How it is there", default="room")] = Attendance.ROOM
    played_by: Annotated[
        tuple[Player, ...],
        Key(
            "Who may play it",
            default="child: statement; family, supporter: trainer, actor, script, statement; others: learner, trainer, script",
        ),
    ] = ()
    of: Annotated[PersonId | None, Key("In a family, child or advocate seat: which person")] = None
    present: Annotated[bool, Key("False: starts outside, and may arrive", default="true")] = True


PLAYED_BY_DEFAULT: Mapping[Part, tuple[Player, ...]] = {
    Part.CHAIR: (Player.LEARNER, Player.TRAINER, Player.SCRIPT),
    Part.SOCIAL_WORKER: (Player.LEARNER, Player.TRAINER, Player.SCRIPT),
    Part.PRACTITIONER: (Player.LEARNER, Player.TRAINER, Player.SCRIPT),
    Part.RECORD_TAKER: (Player.LEARNER, Player.TRAINER, Player.SCRIPT),
    Part.ADVOCATE: (Player.LEARNER, Player.TRAINER, Player.SCRIPT),
    Part.INTERPRETER: (Player.LEARNER, Player.TRAINER, Player.SCRIPT),
    Part.FAMILY: (Player.TRAINER, Player.ACTOR, Player.SCRIPT, Player.STATEMENT),
    Part.SUPPORTER: (Player.TRAINER, Player.ACTOR, Player.SCRIPT, Player.STATEMENT),
    Part.CHILD: (Player.STATEMENT,),
}
"""Who plays a seat whose file does not say; a child is a statement read out, family seats are never a learner's by default."""
