"""What a mark is, and how answers that name places are read; the rules themselves stand in `grading` and `own_types`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Grade:
    """Points by our own marking."""

    raw: float
    most: float

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.raw / self.most if self.most else 0.0


Marker = Callable[[Mapping[str, Any], str], Grade | None]


def indices(response: str, count: int, separator: str = "[,]") -> list[int] | None:
    """The places that a response names, “0[,]2”, each once; None where one is none of so many."""
    named = [each for each in response.split(separator) if each]
    if not all(each.isascii() and each.isdigit() and len(each) < 6 and int(each) < count for each in named):
        return None
    if any(str(int(each)) != each for each in named):
        return None
    return list(dict.fromkeys(int(each) for each in named))


def pairs(response: str) -> dict[str, str] | None:
    """What a response puts to what, “0[.]2[,]1[.]0”; None where it is no such thing, or puts one thing twice."""
    parts = [each.split("[.]") for each in response.split("[,]") if each]
    if any(len(each) != 2 for each in parts) or len({each[0] for each in parts}) != len(parts):
        return None
    return {key: value for key, value in parts}  # noqa: C416 - pairs that are lists
