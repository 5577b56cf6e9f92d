"""Who may play a seat: what its file says, within what no file may say. Asked for as `Scenario.casting`."""

from collections.abc import Iterable, Mapping

from simulations.engine.scenario.family import Adult, Seat
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import Part, Player


def casting(seats: Mapping[SeatId, Seat], adults: Iterable[Adult]) -> Mapping[SeatId, tuple[Player, ...]]:
    """The players of each seat. A learner may volunteer for a family seat, but never plays who is said to do harm."""
    harmful = {str(adult.id) for adult in adults if adult.alleged_harm}
    return {name: tuple(player for player in Player if _may(seat, player, harmful)) for name, seat in seats.items()}


def _may(seat: Seat, player: Player, harmful: set[str]) -> bool:
    if seat.part is Part.CHILD and player in (Player.LEARNER, Player.SCRIPT):
        return False
    if player is Player.LEARNER and seat.part.is_family:
        return seat.of not in harmful
    return player in seat.played_by
