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


class MinuteLine(Section, frozen=True):
    """A seat that has waited for a minute since then, and whose request nobody has looked at."""

    seat: str
    since: datetime


class ControlSection(Section, frozen=True):
    """The facilitator's own: what can be set off, and how far facts have come out. Counts only.

    `goes_on_at`: when the next item comes that was announced.
    """

    variant: str | None
    variant_title: Texts | None
    critical_said: int
    critical: int
    injects: tuple[InjectLine, ...]
    seats: tuple[SeatControl, ...]
    minutes: tuple[MinuteLine, ...]
    goes_on_at: datetime | None
    left_out: dict[str, tuple[str, ...]]
    ready_to_start: bool
    missing_seats: tuple[str, ...]
