"""What people do in the debrief: agree to named rows, write on the wall without names, note what they will do."""

from typing import Annotated

from msgspec import Meta

from simulations.engine.commands.asking import Asking
from simulations.engine.words import Said, ShortId

Seal = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class AgreeToNames(Asking, frozen=True, tag="agree-to-names"):
    """Agree that the rows are shown with their seats, or no longer; nothing is shown unless everybody agrees."""

    agrees: bool = True


class PostNote(Asking, frozen=True, tag="post-note"):
    """Put a note on the wall. Nobody is told whose it is, nor is it kept.

    `seal` is the SHA-256, in hex, of a key made for this note alone. Whoever shows the key later may take the note back.
    """

    words: Said
    seal: Seal | None = None


class TakeNoteBack(Asking, frozen=True, tag="take-note-back"):
    """Take away one's own note: `key` is what its seal was made of."""

    note: ShortId
    key: ShortId


class NameGroup(Asking, frozen=True, tag="name-group"):
    """The facilitator opens a group on the wall under a heading."""

    words: Said


class GroupNote(Asking, frozen=True, tag="group-note"):
    """The facilitator puts a note into a group, or out of any where `group` is None."""

    note: ShortId
    group: ShortId | None = None


class VoteForNote(Asking, frozen=True, tag="vote-for-note"):
    """Say that a note matters to one, or no longer."""

    note: ShortId
    votes: bool = True


class Intend(Asking, frozen=True, tag="intend"):
    """Write for oneself what one will do."""

    words: Said


class TakeIntentionBack(Asking, frozen=True, tag="take-intention-back"):
    """Have what one will do forgotten, at any time."""
