"""What somebody agreed to in the debrief."""

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import SeatId


class ReplayAgreed(Happening, frozen=True, tag="replay-agreed"):
    """The person on a seat lets the others replay the conference from there, or no longer does."""

    seat: SeatId
    agrees: bool
