"""In which order options are shown: settled by a seed, so that a page looks the same when one comes back to it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol, TypeVar


class Known(Protocol):
    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=Known)


def mixed(things: Sequence[Thing], seed: int) -> list[Thing]:
    """As written where the seed is 0. Not by `random`, whose shuffling may differ from one Python to the next."""
    if not seed:
        return list(things)
    return sorted(things, key=lambda each: sha256(f"{seed} {each.id}".encode()).digest())


def out_of_order(things: Sequence[Thing], seed: int) -> list[Thing]:
    """Mixed, and never as written: for what has to be put in order."""
    found = mixed(things, seed or 1)
    return found if found != list(things) else [*found[1:], *found[:1]]
