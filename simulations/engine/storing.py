"""Events as they are stored: JSON, with the tag in `event`.

A shape that changes gets a higher `version`, and an upcaster in `UPCASTERS` that lifts stored events of the older one, so
that every log ever written still replays.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from simulations.engine.events import Event

Stored = dict[str, Any]
UPCASTERS: dict[tuple[str, int], Callable[[Stored], Stored]] = {}
"""By (tag, version): lifts a stored event of that version to the next one."""

# Sets in one order, so that equal events are equal bytes.
_encoder = msgspec.json.Encoder(order="deterministic")
_raw = msgspec.json.Decoder(Stored)
_events = msgspec.json.Decoder(Event)


def encode(event: Event) -> bytes:
    """The event as JSON; equal events give equal bytes."""
    return _encoder.encode(event)


def decode(data: bytes | str) -> Event:
    """The event in this JSON, lifted to today's shape; msgspec.ValidationError if it is none."""
    lifted = data if not UPCASTERS else _encoder.encode(_lifted(_raw.decode(data)))
    event: Event = _events.decode(lifted)
    return event


def _lifted(stored: Stored) -> Stored:
    while upcast := UPCASTERS.get((stored.get("event", ""), stored.get("version", 1))):
        stored = upcast(stored)
    return stored


def tag_of(event: Event) -> str:
    """The word an event is stored and printed under, such as `passage-shared`."""
    return str(event.__struct_config__.tag)
