"""What a conference arranges before it ends, how it ends early, and going on without a quorum."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from simulations.engine.commands.asking import MAX_CITED, Asking
from simulations.engine.scenario.values import SeatId, SeatOrAdultId
from simulations.engine.words import Said


class NameCoordinator(Asking, frozen=True, tag="name-coordinator"):
    """The chair names who co-ordinates the care and support protection plan."""

    seat: SeatId


class FormCoreGroup(Asking, frozen=True, tag="core-group"):
    """Who is in the core group, and when it meets; what was said of it before is replaced.

    `words` are why the date lies beyond the procedural limit; without them such a date is refused.
    """

    members: Annotated[tuple[SeatOrAdultId, ...], Meta(min_length=1, max_length=MAX_CITED)]
    on: date | None = None
    words: Said | None = None


class SetNextConference(Asking, frozen=True, tag="next-conference"):
    """When the conference meets again. `words` as for the core group."""

    on: date
    words: Said | None = None


class Adjourn(Asking, frozen=True, tag="adjourn"):
    """The chair adjourns, with the reason: nothing more is decided today. `on` is when the conference goes on, if that is known."""

    words: Said
    on: date | None = None


class GoOnWithoutQuorum(Asking, frozen=True, tag="go-on-without-quorum"):
    """The chair goes on although there is no quorum, with the reason."""

    words: Said
