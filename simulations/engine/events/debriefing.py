"""What people did in the debrief. A note on the wall tells no seat: nothing that is kept of it says whose it is."""

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import SeatId
from simulations.engine.words import Said


class NamesAgreed(Happening, frozen=True, tag="names-agreed"):
    """A person agreed that the rows are shown with their seats, or no longer does; nobody else is told who."""

    seat: SeatId
    person: str
    agrees: bool


class NotePosted(Happening, frozen=True, tag="note-posted"):
    """A note is on the wall. `seal` is the SHA-256 of a key that whoever wrote it kept to themselves: it names nobody."""

    said: Said
    seal: str | None = None


class GroupNamed(Happening, frozen=True, tag="group-named"):
    """The facilitator opened a group on the wall."""

    said: Said


class NoteGrouped(Happening, frozen=True, tag="note-grouped"):
    """The facilitator put a note into a group, or out of any."""

    note: str
    group: str | None


class NoteVoted(Happening, frozen=True, tag="note-voted"):
    """A note matters to somebody, or no longer; the others are told how many."""

    seat: SeatId
    note: str
    votes: bool


class Intended(Happening, frozen=True, tag="intended"):
    """Somebody wrote for themselves what they will do."""

    seat: SeatId
    person: str
    said: Said
