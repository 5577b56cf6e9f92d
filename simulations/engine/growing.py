"""A sequence that only grows, and that shares its past with the one it grew from.

A conference's log has no bound, and every event makes a new state. Here adding an item copies at most one
short tail and the list of full blocks, however long the sequence is, and asking what came after an earlier
length costs only what came after.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")
BLOCK = 256


class Growing(Struct, Generic[T], frozen=True):
    """An immutable sequence to which items are added at the end."""

    blocks: tuple[tuple[T, ...], ...] = ()
    tail: tuple[T, ...] = ()

    def and_then(self, item: T) -> "Growing[T]":
        """This sequence with one item more."""
        tail = (*self.tail, item)
        if len(tail) < BLOCK:
            return Growing(self.blocks, tail)
        return Growing((*self.blocks, tail), ())

    def __len__(self) -> int:
        return len(self.blocks) * BLOCK + len(self.tail)

    def __iter__(self) -> Iterator[T]:
        return self.since(0)

    def since(self, length: int) -> Iterator[T]:
        """The items added after the sequence was this long."""
        first, offset = divmod(length, BLOCK)
        for block in (*self.blocks[first:], self.tail):
            yield from block[offset:]
            offset = 0
