"""What a file means and its scenario lacks: values that could not be read, and ids that name nothing, by where they stand.

A check across sections says nothing that only follows from such a loss, and everything else at once: one mistake in a seat must
not hide a fact that nobody holds. So a check names what it looked at, by path, and asks whether that is sound.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

WITH_SECTIONS = ("family", "debrief")
"""The sections whose items stand one deeper, in sections of their own."""


@dataclass(slots=True)
class Losses:
    """The paths of what is lost, each also with `*` for its item, so that one can ask for that key of every item."""

    lost: set[str] = field(default_factory=set)
    holed: set[str] = field(default_factory=set)
    """What is lost, and all that it is a part of."""

    def lose(self, path: str) -> None:
        """Note that what stands under a path is not in the scenario, or not as the file means it."""
        for each in {path, _of_every_item(path)}:
            self.lost.add(each)
            self.holed.update(_upwards(each))

    def is_lost(self, path: str) -> bool:
        """Whether all that should stand under a path is lost."""
        return not self.lost.isdisjoint(_upwards(path))

    def sound(self, *paths: str) -> bool:
        """Whether nothing is lost in any of these, nor any of them with what they are a part of.

        `seats` is the whole section, `seats.chair.of` one key of one seat, `seats.*.of` that key of every seat; `seats.*.id` asks
        only whether any seat is lost as a whole.
        """
        return not self.lost or not any(path in self.holed or self.is_lost(path) for path in paths)


def _of_every_item(path: str) -> str:
    """The same path with `*` for the item that it is in, if it is in one."""
    names = path.split(".")
    item = 2 if names[0] in WITH_SECTIONS else 1
    return ".".join([*names[:item], *("*" for _ in names[item : item + 1]), *names[item + 1 :]])


def _upwards(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition(".")[0]
