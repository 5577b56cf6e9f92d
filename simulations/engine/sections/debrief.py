"""What the debrief shows, step by step."""

from simulations.engine.sections.basis import Section, Texts
from simulations.engine.sections.judgements import DecisionLine, DissentLine, ViewsOn


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


class PitfallLine(Section, frozen=True):
    """A pitfall: `found` yes, no, or None where it cannot be known or is the facilitator's to tick."""

    pitfall: str
    text: Texts
    found: bool | None
    by_facilitator: bool


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
    """One moment of the timeline, seconds from the start. kind: phase, shared, view (the first one on a child), decided, inject."""

    seconds: int
    kind: str
    what: str
    text: Texts | None = None


class ConcernLine(Section, frozen=True):
    """Before and after, for one child: how many seats gave a level of concern, the lowest and the highest."""

    child: str
    given: int
    lowest: int | None
    highest: int | None


class StepLine(Section, frozen=True):
    """A step of the debrief; `open` once the facilitator has opened it."""

    step: str
    open: bool


class DebriefSection(Section, frozen=True):
    """What the steps opened so far show; what belongs to a later one is None or empty."""

    steps: tuple[StepLine, ...]
    next_step: str | None
    questions: tuple[Texts, ...]
    voices: tuple[FactLine, ...] = ()
    by_child: tuple[ChildFacts, ...] = ()
    pool: PoolRate | None = None
    use_rate: float | None = None
    own: tuple[FactLine, ...] = ()
    views: tuple[ViewsOn, ...] = ()
    concerns: tuple[ConcernLine, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    dissents: tuple[DissentLine, ...] = ()
    defensible: tuple[DefensibleLine, ...] = ()
    pitfalls: tuple[PitfallLine, ...] = ()
    times: tuple[PhaseTime, ...] = ()
    timeline: tuple[TimelineLine, ...] = ()
