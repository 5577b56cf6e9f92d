"""What the debrief shows, step by step. Moments are seconds from the start, on the conference's own clock."""

from datetime import datetime

from simulations.engine.sections.basis import Section, Texts, Utterance
from simulations.engine.sections.judgements import DecisionLine, DissentLine, ViewsOn
from simulations.engine.sections.plan import Worded


class FactLine(Section, frozen=True):
    """A fact in the debrief. `outcome` is `shared`, `late`, `never-shared` or `not-known`.

    Who held it is never told here, but for one's own row, where every fact is one's own.
    """

    fact: str
    gist: Texts
    kind: str
    critical: bool
    about: tuple[str, ...]
    outcome: str
    language: str | None
    breach: bool
    by_script: bool
    seconds: int | None = None
    """When it was first shared, where that is known."""


class ChildFacts(Section, frozen=True):
    """By child: what was known at the table, and what of it was said."""

    child: str
    shared: tuple[FactLine, ...]
    late: tuple[FactLine, ...]
    never_shared: tuple[FactLine, ...]
    not_known: tuple[FactLine, ...]


class PoolRate(Section, frozen=True):
    """Critical facts shared before the first view on a child they are about: of `critical`, at least `shared`,
    at most `shared` and `not_known`. Rates are 0 to 1 to two places, None where there is nothing critical."""

    shared: int
    not_known: int
    critical: int
    lowest: float | None
    highest: float | None


class RateRange(Section, frozen=True):
    """A rate, 0 to 1 to two places, between these: the same where all is known, None of nothing."""

    lowest: float | None
    highest: float | None


class PitfallLine(Section, frozen=True):
    """A pitfall: `found` yes, no, or None where it cannot be known or is the facilitator's to tick; `seconds` is where it
    happened, None where it was something left out."""

    pitfall: str
    text: Texts
    found: bool | None
    by_facilitator: bool
    seconds: int | None = None


class DefensibleLine(Section, frozen=True):
    """What a sound decision for one child could be."""

    child: str
    decisions: tuple[str, ...]
    categories: tuple[str, ...]
    may: tuple[str, ...]
    why: Texts | None


class PhaseTime(Section, frozen=True):
    """How long a phase took, in seconds of the conference's clock, against its budget."""

    phase: str
    agenda: str
    seconds: int
    minutes: int


class TimelineLine(Section, frozen=True):
    """One moment of the timeline. kind: phase, shared, view (the first one on a child), decided, inject, adjourned.

    `about` are the children it is about; of what was shared, `late` says whether that was after the first view.
    """

    seconds: int
    kind: str
    what: str
    text: Texts | None = None
    about: tuple[str, ...] = ()
    late: bool = False


class ConcernLine(Section, frozen=True):
    """Before anybody spoke, for one child: how many people gave a level of concern, the lowest and the highest; None
    where so few gave one that it would tell whose it is."""

    child: str
    given: int
    lowest: int | None
    highest: int | None


class OwnTurns(Section, frozen=True):
    """How many contributions one typed at the table, of so many typed by all practitioners' seats."""

    own: int
    all: int


class StepLine(Section, frozen=True):
    """A step of the debrief; `open` once the facilitator has opened it, which was `at` that moment of the world."""

    step: str
    open: bool
    at: datetime | None = None


class ReviewedCount(Section, frozen=True):
    """Of the plan's actions: how many were told of, and how many of these with evidence that had been said."""

    actions: int
    told: int
    with_evidence: int


class NamedRow(Section, frozen=True):
    """What a seat had in its hands, and what became of it; only while everybody agrees to that."""

    seat: str
    facts: tuple[FactLine, ...]


class NoteLine(Section, frozen=True):
    """A note on the wall, to how many it matters, and whether to oneself. Whose it is nobody knows: who has the key to its
    seal may take it back."""

    key: str
    said: Worded
    group: str | None
    votes: int
    voted: bool
    seal: str | None = None


class GroupLine(Section, frozen=True):
    """A group on the wall, with the heading that the facilitator gave it."""

    key: str
    said: Worded


class DebriefSection(Section, frozen=True):
    """What the steps opened so far show; what belongs to a later one is None or empty."""

    steps: tuple[StepLine, ...]
    next_step: str | None
    questions: tuple[Texts, ...]
    voices: tuple[FactLine, ...] = ()
    by_child: tuple[ChildFacts, ...] = ()
    pool: PoolRate | None = None
    use: RateRange | None = None
    own: tuple[FactLine, ...] = ()
    own_turns: OwnTurns | None = None
    named: tuple[NamedRow, ...] | None = None
    """None until the step is open; empty unless every person who sits here agrees."""
    agreed_to_names: bool = False
    """Whether one agrees oneself."""
    views: tuple[ViewsOn, ...] = ()
    concerns: tuple[ConcernLine, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    dissents: tuple[DissentLine, ...] = ()
    reviewed: ReviewedCount | None = None
    defensible: tuple[DefensibleLine, ...] = ()
    pitfalls: tuple[PitfallLine, ...] = ()
    unanswered: tuple[FactLine, ...] = ()
    """The risks on the table about a child for whom the plan has no safety action."""
    times: tuple[PhaseTime, ...] = ()
    timeline: tuple[TimelineLine, ...] = ()
    length: int = 0
    """How long the conference lasted until the debrief, once the timeline is open."""
    replays: tuple[str, ...] = ()
    """The seats from which this viewer may go through the conference again."""
    lets_replay: bool = False
    """Whether one lets the others do so from one's own."""
    notes: tuple[NoteLine, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    intention: Utterance | None = None
    """What one will do, for oneself alone."""
