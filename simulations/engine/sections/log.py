"""What happened at the table."""

from datetime import datetime

from simulations.engine.sections.basis import Section, SeenLine, Texts, Utterance


class Quote(Section, frozen=True):
    """A passage as the table saw it. `closed`: it was not said before this viewer, and nothing of it is told."""

    passage: str | None
    paper: Texts | None
    source: Texts | None
    text: Texts | None
    spoken: str | None
    closed: bool = False


class CorrectionLine(Section, frozen=True):
    """What a seat put right, beside the first words."""

    seat: str
    at: datetime
    text: Texts | None
    words: Utterance | None


class RenderingLine(Section, frozen=True):
    """The first words in the other language, by the interpreter."""

    seat: str
    at: datetime
    words: Utterance


class LogLine(Section, frozen=True):
    """One thing that happened at the table.

    kind: said · shared (how: shown, said, own-words; `quote` unless in own words) · asked (`other` is who was asked,
    `topic` or `words`) · called (`other`) · nothing (has nothing on the question `answers`) · read (a statement; `quotes`) ·
    revealed (a paper; `quotes`) · summed-up · inject · chose (`chosen` to what an inject asked) · closed (`what` is the ground) · reopened · reviewed (what became of an action for `child`; `what`: done, partly, not-done) · change (for `child`) · phase (`what` is the phase) · seat (`what`: taken, filled, left, stepped-out, came-back,
    on-the-line, arrived, disconnected, reconnected, sent-out).
    presented (`report` is the paper's title, `seen` whether the family saw it before) · replied (to the report `answers` of seat `other`) · corrected (of what stands at `answers`, where it is also among `corrections`).
    answered (`what` is the question, for `child`) · unanswered (the same; nobody did).
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
    child: str | None = None
    chosen: Texts | None = None
    report: Texts | None = None
    seen: SeenLine | None = None
    corrections: tuple[CorrectionLine, ...] = ()
    renderings: tuple[RenderingLine, ...] = ()
    undone: bool = False
    undo_until: datetime | None = None


class LogSection(Section, frozen=True):
    """In a whole view all items, oldest first; in a change only those that are new or another than before."""

    items: tuple[LogLine, ...]
