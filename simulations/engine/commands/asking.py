"""What every command has, and the bounds on what one may name."""

import msgspec

from simulations.engine.actors import Actor

MAX_CITED = 40
"""The most passages or categories that one command may name."""


class Asking(msgspec.Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """What every command has: who asks."""

    by: Actor
