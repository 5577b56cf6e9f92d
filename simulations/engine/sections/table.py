"""Nobody's secret: where the conference is, who sits where, who has the floor."""

from datetime import datetime

from simulations.engine.sections.basis import Section, Texts


class PhaseLine(Section, frozen=True):
    """One phase of the agenda; `state` is `done`, `now` or `to-come`."""

    id: str
    agenda: str
    minutes: int
    state: str


class PhaseSection(Section, frozen=True):
    """Where the conference is. `status` is `lobby`, `running`, `paused` or `closed`.

    `ends_at` is when the minutes of the phase are used up, None while the clock stands; `seconds_left` is told while
    it stands. `used_up`: they are. Minutes only warn. `real_concern`: it was paused since somebody has one.
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
    real_concern: bool
    phases: tuple[PhaseLine, ...]


class SeatLine(Section, frozen=True):
    """One seat. `filled` is `person`, `script`, `statement` or None; `state` is one of `here`, `stepped-out`,
    `absent` (sent only a report), `outside` (not there yet), `cut-off` (the connection is gone), `sent-out` (a part is closed to them), `reading` (sat down while the conference was on), `on-the-line`, `statement`, `empty`. `stood_in`: the facilitator speaks for it; `voice` is who reads its lines aloud."""

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
    stood_in: bool
    voice: str | None
    may_be_taken_by: tuple[str, ...]


class RosterSection(Section, frozen=True):
    """Everyone at the table, and who else hears it."""

    seats: tuple[SeatLine, ...]
    facilitator_in: bool
    observers: int
    chair: str | None
    """Who may do what the chair does: the chair's seat, or None where it falls to the facilitator."""


class FloorSection(Section, frozen=True):
    """`kind` is `chair`, `round`, `open` or `none`; `hands` in the order they went up."""

    kind: str
    holder: str | None
    hands: tuple[str, ...]
    to_come: tuple[str, ...]
