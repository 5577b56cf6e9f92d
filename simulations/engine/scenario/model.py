"""The scenario as the engine knows it: typed, frozen, and complete.

A `Scenario` is made by the reader alone (`simulations.engine.scenario.read`), from a file of the format
`conference/1` without errors, so whoever has one need not check it again: every id it names is defined,
every default is filled in. Sections keyed by id are read-only mappings in the file's order.

A conference runs on one variant of it: `scenario.for_variant("masked")` has only what exists in that variant,
and every text reads as it does there. What each key means stands beside its field, in its `Key`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated

from simulations.engine.scenario import lookups
from simulations.engine.scenario.casting import casting
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.debrief import Debrief, DefensibleAnswer
from simulations.engine.scenario.family import Family, Seat
from simulations.engine.scenario.keys import Key, Origin, nothing
from simulations.engine.scenario.lookups import ScriptedBeat
from simulations.engine.scenario.meeting import AfterTask, Decision, Inject, Phase, PlanForm
from simulations.engine.scenario.papers import Fact, HandedOverWhen, Paper, Passage, Topic
from simulations.engine.scenario.scripts import Beat
from simulations.engine.scenario.values import (
    BeatId,
    ChildId,
    Day,
    DecisionId,
    FactId,
    InjectId,
    PaperId,
    PassageId,
    PhaseId,
    SeatId,
    Text,
    TopicId,
    VariantId,
)
from simulations.engine.scenario.variants import narrowed
from simulations.engine.scenario.vocabulary import AfterTaskKind, Agenda, Language, Meeting, Player, TrainingGroup

FORMAT = "conference/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByReviewer:
    """The reviewer's reason why one learner may rehearse the scenario alone; the writer's proposal until it is reviewed."""

    reason: Annotated[Text, Key("Why rehearsing alone is safe here", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """Who wrote it and who stands for it; nothing here is ever filled in by the software."""

    fiction: Annotated[bool, Key("A declaration: invented, not adapted from a case", publish=True, default="false")] = (
        False
    )
    written_by: Annotated[str | None, Key("The writer", publish=True)] = None
    reviewed_by: Annotated[str | None, Key("A second person", publish=True)] = None
    piloted: Annotated[date | None, Key("The day it was tried out", publish=True)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyEntry:
    """One dated line of the common chronology."""

    day: Annotated[Day, Key("When", run=True)]
    text: Annotated[Text, Key("What happened", run=True)]


@dataclass(frozen=True, kw_only=True)  # without slots, so that what is looked up at every event is worked out once
class Scenario:
    """One scenario file, whole, or narrowed to one variant of it."""

    format: Annotated[str, Key("Always `conference/1`", run=True)]
    id: Annotated[str, Key("The scenario's own id", run=True)]
    title: Annotated[Text, Key("What it is called", run=True)]
    meeting: Annotated[Meeting, Key("Which meeting it plays", run=True)]
    languages: Annotated[tuple[Language, ...], Key("The first one is that of a plain text", run=True, least=1, most=2)]
    summary: Annotated[Text | None, Key("A few lines for the catalogue")] = None
    continues: Annotated[str | None, Key("The scenario whose finished conference it takes up")] = None
    groups: Annotated[tuple[TrainingGroup, ...], Key("Training groups it serves")] = ()
    outcomes: Annotated[Mapping[str, Text], Key("What is learnt, measurable", publish=True)] = field(
        default_factory=nothing
    )
    content_note: Annotated[Text | None, Key("What is in it, plain and specific", publish=True)] = None
    prebrief: Annotated[Text | None, Key("What is said before it starts", publish=True)] = None
    support: Annotated[Text | None, Key("Where a distressed learner turns", publish=True)] = None
    solo: Annotated[
        ByReviewer | None,
        Key(
            "`false`, or the reviewer's reason why one learner may rehearse it; until reviewed, the writer's",
            default="false",
        ),
    ] = None
    authorship: Annotated[Authorship, Key("Who wrote and reviewed it")] = field(default_factory=Authorship)
    variants: Annotated[Mapping[VariantId, Text], Key("What the facilitator picks from", least=0, most=10)] = field(
        default_factory=nothing
    )
    family: Annotated[Family, Key("Children and adults", run=True)] = field(default_factory=Family)
    chronology: Annotated[tuple[ChronologyEntry, ...], Key("Dated lines that everybody sees")] = ()
    common_sheet: Annotated[Text | None, Key("What every seat gets")] = None
    seats: Annotated[Mapping[SeatId, Seat], Key("Places at the table, by id", run=True, least=1)]
    papers: Annotated[Mapping[PaperId, Paper], Key("What the seats hold, by id")] = field(default_factory=nothing)
    topics: Annotated[Mapping[TopicId, Topic], Key("What may be asked for by name")] = field(default_factory=nothing)
    facts: Annotated[Mapping[FactId, Fact], Key("What could be known, by id")] = field(default_factory=nothing)
    phases: Annotated[tuple[Phase, ...], Key("The session, in order", run=True, least=1, most=60)]
    injects: Annotated[Mapping[InjectId, Inject], Key("What happens meanwhile, by id")] = field(default_factory=nothing)
    decisions: Annotated[Mapping[DecisionId, Decision], Key("What is decided, by id", run=True)] = field(
        default_factory=nothing
    )
    plan: Annotated[PlanForm | None, Key("What the outline plan asks for")] = None
    after: Annotated[Mapping[AfterTaskKind, AfterTask], Key("Tasks between conference and debrief")] = field(
        default_factory=nothing
    )
    scripts: Annotated[Mapping[SeatId, tuple[Beat, ...]], Key("Seats played by the computer")] = field(
        default_factory=nothing
    )
    debrief: Annotated[Debrief, Key("What the debrief works with", publish=True)] = field(default_factory=Debrief)
    content_hash: Annotated[str, Key("SHA-256 of the file, hexadecimal", origin=Origin.WORKED_OUT)] = ""
    variant: Annotated[VariantId | None, Key("The variant it was narrowed to", origin=Origin.WORKED_OUT)] = None

    def for_variant(self, name: str | None) -> "Scenario":
        """Only what exists in this variant, with every text as it reads there.

        Give None where the scenario has no variants. Raises KeyError on a variant it has not,
        or on None where it has some.
        """
        if (name is None) if self.variants else (name is not None):
            raise KeyError(name)
        if name is not None and name not in self.variants:
            raise KeyError(name)
        return narrowed(self, None if name is None else VariantId(name))

    def text_at(self, path: str) -> Text:
        """The text at a path of keys, such as `scripts.gp.0.say`; KeyError where there is none.

        Numbers count from 0 in the file, also where a variant left something out.
        """
        return lookups.text_at(self, path)

    def papers_of(self, seat: SeatId) -> tuple[Paper, ...]:
        """All papers that may come into a seat's hands as their holder, in the file's order."""
        return tuple(paper for paper in self.papers.values() if seat in paper.held_by)

    def facts_of(self, seat: SeatId) -> tuple[FactId, ...]:
        """The facts that a seat's papers carry, each once."""
        carried = (passage.fact for paper in self.papers_of(seat) for passage in paper.passages)
        return tuple(dict.fromkeys(fact for fact in carried if fact is not None))

    def held(self, fact: FactId) -> tuple[SeatId, ...]:
        """The seats that hold a fact: those whose papers carry it, in the order of seats."""
        return tuple(seat for seat in self.seats if fact in self.facts_of(seat))

    def passages_carrying(self, fact: FactId) -> tuple[Passage, ...]:
        """Every passage of every paper that carries a fact."""
        everything = (passage for paper in self.papers.values() for passage in paper.passages)
        return tuple(passage for passage in everything if passage.fact == fact)

    def paper_with(self, passage: PassageId) -> Paper:
        """The paper a passage stands in; KeyError where there is no such paper."""
        return self.papers[PaperId(passage.rpartition(".")[0])]

    def passage(self, passage: PassageId) -> Passage:
        """A passage by its id; KeyError where there is none."""
        for each in self.paper_with(passage).passages:
            if each.id == passage:
                return each
        raise KeyError(passage)

    def phase(self, phase: PhaseId) -> Phase:
        """A phase by its id; KeyError where there is none."""
        return self._phases[phase]

    def beats_during(self, phase: PhaseId) -> tuple[ScriptedBeat, ...]:
        """The beats that may come to wait no longer while a phase is on, with their seats, in the file's order."""
        return self._beats_by_phase[phase]

    def beat(self, beat: BeatId) -> ScriptedBeat:
        """A beat by its id, with its seat; KeyError where there is none."""
        return self._beats[beat]

    @cached_property
    def casting(self) -> Mapping[SeatId, tuple[Player, ...]]:
        """Who may play each seat, casting rules applied."""
        return casting(self.seats, self.family.adults.values())

    @cached_property
    def first_at_table(self) -> PhaseId:
        """The phase from whose beginning a bare `after` counts: the opening, or the first where there is none."""
        openings = (phase.id for phase in self.phases if phase.agenda is Agenda.OPENING)
        return next(openings, self.phases[0].id)

    @cached_property
    def injects_by_themselves(self) -> tuple[tuple[Inject, Condition], ...]:
        """The injects that come by a condition, with it, in the file's order."""
        return tuple((each, each.when) for each in self.injects.values() if each.when is not None and not each.manual)

    @cached_property
    def papers_to_arrive(self) -> tuple[tuple[Paper, Condition], ...]:
        """The papers that are handed over on a condition, with it, in the file's order."""
        papers = ((each, each.available) for each in self.papers.values())
        return tuple((paper, how.when) for paper, how in papers if isinstance(how, HandedOverWhen))

    @cached_property
    def _phases(self) -> Mapping[PhaseId, Phase]:
        return {phase.id: phase for phase in self.phases}

    @cached_property
    def _beats_by_phase(self) -> Mapping[PhaseId, tuple[ScriptedBeat, ...]]:
        return lookups.beats_by_phase(self.scripts, (phase.id for phase in self.phases))

    @cached_property
    def _beats(self) -> Mapping[BeatId, ScriptedBeat]:
        return {beat.id: (seat, beat) for seat, script in self.scripts.items() for beat in script}

    def critical_facts(self, child: ChildId | None = None) -> tuple[FactId, ...]:
        """The facts that belong in any sound decision, for one child or for all."""
        chosen = (fact for fact in self.facts.values() if fact.critical and (child is None or child in fact.about))
        return tuple(fact.id for fact in chosen)

    def withheld_from(self, seat: SeatId) -> tuple[FactId, ...]:
        """The facts that may not be said before this seat, or before the person in it."""
        person = self.seats[seat].of
        names = {str(seat), str(person)} if person else {str(seat)}
        withheld = ((fact.id, fact.withhold.from_) for fact in self.facts.values() if fact.withhold)
        return tuple(fact for fact, kept_from in withheld if names.intersection(kept_from))

    def dealt_papers(self) -> frozenset[PaperId]:
        """The papers that are in nobody's hands until an inject deals or reveals them."""
        dealt = [paper for inject in self.injects.values() for paper in inject.deal]
        revealed = [inject.effect.reveal for inject in self.injects.values() if inject.effect and inject.effect.reveal]
        return frozenset([*dealt, *revealed])

    def reached_by(self, inject: InjectId) -> tuple[SeatId, ...]:
        """The seats an inject goes to; all of them where it is for everyone."""
        to = self.injects[inject].to
        return to if isinstance(to, tuple) else tuple(self.seats)

    def decided_in(self, phase: PhaseId) -> tuple[Decision, ...]:
        """What is decided in a phase."""
        return tuple(self.decisions[decision] for decision in self.phase(phase).decide)

    def seats_giving_views(self) -> tuple[SeatId, ...]:
        """The seats whose part gives a view on a decision, whether or not anybody sits in them."""
        return tuple(seat.id for seat in self.seats.values() if seat.part.gives_view)

    def defensible_answers(self) -> Mapping[ChildId, DefensibleAnswer]:
        """Sound answers by child in this variant; empty where the file gives none."""
        return lookups.defensible_answers(self.debrief, self.variant)
