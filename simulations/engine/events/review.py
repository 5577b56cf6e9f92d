"""A review conference: what became of the plan, and what has changed since."""

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import ChildId, PassageId, SeatId
from simulations.engine.words import Became, Said


class ActionReviewed(Happening, frozen=True, tag="action-reviewed"):
    """A seat said what became of an action of the plan under `key`; a later word takes the place of the earlier."""

    key: str
    seat: SeatId
    child: ChildId
    became: Became
    said: Said | None
    because: tuple[PassageId, ...]


class ChangeSaid(Happening, frozen=True, tag="change-said"):
    """A seat said what has changed for a child; a later word takes the place of the earlier."""

    seat: SeatId
    child: ChildId
    said: Said
