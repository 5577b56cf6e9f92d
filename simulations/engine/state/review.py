"""What a review conference has heard: of each action of the plan, and of each child."""

import msgspec

from simulations.engine.audience import Audience
from simulations.engine.scenario.values import ChildId, PassageId, SeatId
from simulations.engine.words import Became, Said


class ReviewRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an action, as `seat` said it. `by_person` is false for a script's word."""

    key: str
    seat: SeatId
    became: Became
    said: Said | None
    because: tuple[PassageId, ...]
    audience: Audience
    by_person: bool


class ChangeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What has changed for a child, as `seat` said it."""

    seat: SeatId
    child: ChildId
    said: Said
    audience: Audience
