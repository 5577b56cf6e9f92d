"""The facilitator's own."""

from simulations.engine.sections.basis import Section, Texts


class InjectLine(Section, frozen=True):
    """An inject and its button; `chosen` is how its question was answered."""

    inject: str
    text: Texts | None
    to: tuple[str, ...]
    deal: tuple[str, ...]
    manual: bool
    fired: bool
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
