"""Who looks: a seat, the facilitator, an observer, or somebody at the door who has no seat yet."""

import msgspec

from simulations.engine.actors import Facilitator, Observer, Seated
from simulations.engine.audience import Audience


class Public(msgspec.Struct, frozen=True, tag_field="who", tag="public"):
    """Somebody in the lobby, without a seat."""


Viewer = Seated | Facilitator | Observer | Public


def sees(viewer: Viewer, audience: Audience) -> bool:
    """Whether what has this audience is for this viewer."""
    match viewer:
        case Seated(seat):
            return seat in audience.seats
        case Facilitator():
            return audience.facilitator
        case Observer():
            return audience.observers
        case _:
            return False
