"""What viewers are sent: plain data, section by section, ready for JSON.

`view` fills a `Sections`; each section is None for a viewer who has none. Words come in two ways: `text` is a text
of the scenario, in each language it has (`{"en": …, "cy": …}`, the file's first language first); `words` is what
somebody typed, as the id under which the caller keeps it, with its language. The caller puts in the words themselves,
and the name of a person for the id it gave.

Times are of the world, ISO 8601. Ids are the scenario's. Items of `log` and `notices` have a `key` that never changes:
an item sent again under the same key takes the place of the earlier one.
"""

from datetime import datetime

import msgspec

Texts = dict[str, str]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of what is sent."""


class Utterance(Section, frozen=True):
    """What somebody typed: the caller's id for it, and its language."""

    utterance: str
    language: str


# phase


class PhaseLine(Section, frozen=True):
    """One phase of the agenda; `state` is `done`, `now` or `to-come`."""

    id: str
    agenda: str
    minutes: int
    state: str


class PhaseSection(Section, frozen=True):
    """Where the conference is. `status` is `lobby`, `running`, `paused` or `closed`.

    `ends_at` is when the minutes of the phase are used up, None while the clock stands; `seconds_left` is told while
    it stands. `used_up`: they are. Minutes only warn.
    """

    status: str
    setting: str
    phase: str | None
    agenda: str | None
    minutes: int | None
    began_at: datetime | None
    ends_at: datetime | None
    seconds_left: int | None
    used_up: bool
    phases: tuple[PhaseLine, ...]


# roster


class SeatLine(Section, frozen=True):
    """One seat. `filled` is `person`, `script`, `statement` or None; `state` is one of `here`, `stepped-out`,
    `absent` (sent only a report), `on-the-line`, `statement`, `empty`."""

    seat: str
    title: Texts
    sector: str
    part: str
    attends: str
    required: bool
    filled: str | None
    covered: bool
    person: str | None
    language: str | None
    where: str | None
    state: str
    has_script: bool
    may_be_taken_by: tuple[str, ...]


class RosterSection(Section, frozen=True):
    """Everyone at the table, and who else hears it."""

    seats: tuple[SeatLine, ...]
    facilitator_in: bool
    observers: int
    chair: str | None
    """Who may do what the chair does: the chair's seat, or None where it falls to the facilitator."""


# floor


class FloorSection(Section, frozen=True):
    """`kind` is `chair`, `round`, `open` or `none`; `hands` in the order they went up."""

    kind: str
    holder: str | None
    hands: tuple[str, ...]
    to_come: tuple[str, ...]


# papers


class ChildLine(Section, frozen=True):
    """A child of the family; `age_unit` is `weeks`, `months`, `years` or `unborn`."""

    id: str
    name: str
    age: int
    age_unit: str
    language: str | None


class AdultLine(Section, frozen=True):
    """An adult of the family."""

    id: str
    name: str
    relation: Texts
    of: tuple[str, ...]
    lives_here: bool
    parental_responsibility: bool


class DatedLine(Section, frozen=True):
    """A line of the chronology: `number` of `unit` (`days`, `weeks`, `months`) from the day of the conference."""

    number: int
    unit: str
    text: Texts


class TopicLine(Section, frozen=True):
    """Something that may be asked for by name."""

    id: str
    text: Texts


class CommonSheet(Section, frozen=True):
    """What every seat gets."""

    sheet: Texts | None
    children: tuple[ChildLine, ...]
    adults: tuple[AdultLine, ...]
    chronology: tuple[DatedLine, ...]
    topics: tuple[TopicLine, ...]


class OwnPassage(Section, frozen=True):
    """A passage in one's own hands. `state` is `unsaid`, `shown`, `said`, `own-words` or `heard` (said by another).

    `key` is the log's item of the last time one shared it oneself. `reconciled` is what one said of it at the end.
    """

    id: str
    text: Texts
    spoken: str | None
    state: str
    key: str | None
    reconciled: str | None


class OwnPaper(Section, frozen=True):
    """A paper in one's own hands; `why` tells how it came there (`start`, `asked-for`, `dealt`, `arrived`, `to-read`)."""

    id: str
    title: Texts
    source: Texts | None
    spoken: str | None
    file: str | None
    why: str
    passages: tuple[OwnPassage, ...]


class PapersSection(Section, frozen=True):
    """The common sheet, and one's own papers; `hidden` while others could look on, and then no paper is sent."""

    common: CommonSheet
    hidden: bool
    papers: tuple[OwnPaper, ...]


# log


class Quote(Section, frozen=True):
    """A passage as the table saw it. `closed`: it was not said before this viewer, and nothing of it is told."""

    passage: str | None
    paper: Texts | None
    source: Texts | None
    text: Texts | None
    spoken: str | None
    closed: bool = False


class LogLine(Section, frozen=True):
    """One thing that happened at the table.

    kind: said · shared (how: shown, said, own-words; `quote` unless in own words) · asked (`other` is who was asked,
    `topic` or `words`) · called (`other`) · nothing (has nothing on the question `answers`) · read (a statement; `quotes`) ·
    summed-up · inject · phase (`what` is the phase) · seat (`what`: taken, filled, left, stepped-out, came-back, on-the-line).
    `undone`: it was taken back, and its words are no longer sent. `undo_until`: this viewer may take it back until then.
    """

    key: str
    kind: str
    at: datetime
    phase: str | None
    seat: str | None = None
    other: str | None = None
    text: Texts | None = None
    words: Utterance | None = None
    language: str | None = None
    quote: Quote | None = None
    quotes: tuple[Quote, ...] = ()
    how: str | None = None
    topic: Texts | None = None
    answers: str | None = None
    marked_by: str | None = None
    said_at: datetime | None = None
    what: str | None = None
    undone: bool = False
    undo_until: datetime | None = None


class LogSection(Section, frozen=True):
    """In a whole view all items, oldest first; in a change only those that are new or another than before."""

    items: tuple[LogLine, ...]


# views and decisions


class ViewRow(Section, frozen=True):
    """One seat's view on one child, once views are open (or one's own)."""

    seat: str
    child: str
    option: str
    categories: tuple[str, ...]
    confidence: int | None
    because: tuple[Quote, ...]
    text: Texts | None
    words: Utterance | None


class ViewsOn(Section, frozen=True):
    """The views on one decision. `given` is by child the seats that have given theirs; `rows` are empty until `open`."""

    decision: str
    question: Texts
    options: tuple[str, ...]
    categories: tuple[str, ...]
    children: tuple[str, ...]
    now: bool
    open: bool
    given: dict[str, tuple[str, ...]]
    missing: tuple[str, ...]
    rows: tuple[ViewRow, ...]


class ViewsSection(Section, frozen=True):
    """Side by side, without a tally."""

    decisions: tuple[ViewsOn, ...]


class DecisionLine(Section, frozen=True):
    """What the chair decided for one child."""

    decision: str
    child: str
    option: str
    categories: tuple[str, ...]
    at: datetime
    text: Texts | None
    words: Utterance | None


class DecisionsSection(Section, frozen=True):
    """All decisions taken."""

    decisions: tuple[DecisionLine, ...]


# notices


class NoticeLine(Section, frozen=True):
    """Something addressed to this viewer. kind: inject, papers, whisper, broadcast, word-to-chair,
    minute-asked, to-read."""

    key: str
    kind: str
    at: datetime
    seat: str | None
    text: Texts | None
    words: Utterance | None
    papers: tuple[str, ...]


class NoticesSection(Section, frozen=True):
    """In a whole view all items, oldest first; in a change only the new ones."""

    items: tuple[NoticeLine, ...]


# control


class InjectLine(Section, frozen=True):
    """An inject and its button."""

    inject: str
    text: Texts | None
    to: tuple[str, ...]
    deal: tuple[str, ...]
    manual: bool
    fired: bool


class SeatControl(Section, frozen=True):
    """What the facilitator sees of one seat: counts, never papers. `papers` are ids with how many passages they have."""

    seat: str
    has_script: bool
    kept_empty: bool
    beats_to_come: int
    views_given: int
    passages: int
    reconciled: int
    papers: dict[str, int]


class ControlSection(Section, frozen=True):
    """The facilitator's own: what can be set off, and how far facts have come out. Counts only."""

    variant: str | None
    variant_title: Texts | None
    critical_said: int
    critical: int
    injects: tuple[InjectLine, ...]
    seats: tuple[SeatControl, ...]
    left_out: dict[str, tuple[str, ...]]
    ready_to_start: bool
    missing_seats: tuple[str, ...]


# me


class OpenQuestion(Section, frozen=True):
    """A question put to this seat, not yet answered."""

    key: str
    seat: str
    topic: Texts | None
    text: Texts | None
    words: Utterance | None


class MeSection(Section, frozen=True):
    """What is this viewer's alone. `kind` is `seat`, `facilitator`, `observer` or `public`.

    `may` are the commands, by their `do`, that would not be refused for want of the right or the time;
    `acts_as_chair`: the chair's commands are this viewer's.
    """

    kind: str
    seat: str | None = None
    title: Texts | None = None
    part: str | None = None
    brief: Texts | None = None
    prompt: Texts | None = None
    where: str | None = None
    language: str | None = None
    acts_as_chair: bool = False
    has_floor: bool = False
    hand_up: bool = False
    may: tuple[str, ...] = ()
    asks_concern: bool = False
    concerns: dict[str, int] = {}
    first_concerns: dict[str, int] = {}
    need: Utterance | None = None
    views: tuple[ViewRow, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    to_read: tuple[str, ...] = ()


# debrief


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
    defensible: tuple[DefensibleLine, ...] = ()
    pitfalls: tuple[PitfallLine, ...] = ()
    times: tuple[PhaseTime, ...] = ()
    timeline: tuple[TimelineLine, ...] = ()


class Sections(Section, frozen=True):
    """Everything a viewer may see, or in a change only what is another than before (the rest is None)."""

    phase: PhaseSection | None = None
    roster: RosterSection | None = None
    floor: FloorSection | None = None
    papers: PapersSection | None = None
    log: LogSection | None = None
    views: ViewsSection | None = None
    decisions: DecisionsSection | None = None
    notices: NoticesSection | None = None
    control: ControlSection | None = None
    me: MeSection | None = None
    debrief: DebriefSection | None = None

    def plain(self) -> dict[str, object]:
        """As plain data for JSON, without the sections that are None."""
        built: dict[str, object] = msgspec.to_builtins(self)
        return {name: section for name, section in built.items() if section is not None}
