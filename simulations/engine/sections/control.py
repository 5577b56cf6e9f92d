"""The facilitator's own."""

from datetime import datetime

from simulations.engine.sections.basis import Section, Texts


class InjectLine(Section, frozen=True):
    """An inject and its button; `chosen` is how its question was answered. `held`: it does not come by itself until released."""

    inject: str
    text: Texts | None
    to: tuple[str, ...]
    deal: tuple[str, ...]
    manual: bool
    fired: bool
    held: bool
    chosen: Texts | None = None


class HeldLine(Section, frozen=True):
    """A paper in a seat's hands: how many passages it has, and which of them, from 0, that seat has put on the table.

    `number` is its place among the seat's papers as they are printed; 0 where it was dealt to a seat that it was not written for.
    """

    paper: str
    number: int
    passages: int
    shared: tuple[int, ...]


class SeatControl(Section, frozen=True):
    """What the facilitator sees of one seat: counts, never what a paper says. `shared` of its `passages` it has shared."""

    seat: str
    has_script: bool
    kept_empty: bool
    beats_to_come: int
    views_given: int
    passages: int
    shared: int
    reconciled: int
    papers: tuple[HeldLine, ...]


class NotingLine(Section, frozen=True):
    """A seat played by a person, with what it could have said, for an observer's notes."""

    seat: str
    papers: tuple[HeldLine, ...]


class CriticalLine(Section, frozen=True):
    """Of the critical facts about these children: how many were said, and of how many nobody can tell yet."""

    children: tuple[str, ...]
    said: int
    not_known: int
    critical: int


class WorryLine(Section, frozen=True):
    """Levels of concern for one child: so many people gave one. `first` and `now` are the middle of the table, None where
    too few did for it to tell nothing of any of them."""

    child: str
    given: int
    first: float | None
    now: float | None


class MinuteLine(Section, frozen=True):
    """A seat that has waited for a minute since then, and whose request nobody has looked at."""

    seat: str
    since: datetime


class ControlSection(Section, frozen=True):
    """The facilitator's own: what can be set off, how far facts have come out, and how worried the table is. Counts only.

    `goes_on_at`: when the next item comes that was announced.
    """

    variant: str | None
    variant_title: Texts | None
    critical_said: int
    critical: int
    facts: tuple[CriticalLine, ...]
    worry: tuple[WorryLine, ...]
    injects: tuple[InjectLine, ...]
    seats: tuple[SeatControl, ...]
    minutes: tuple[MinuteLine, ...]
    goes_on_at: datetime | None
    left_out: dict[str, tuple[str, ...]]
    ready_to_start: bool
    missing_seats: tuple[str, ...]
