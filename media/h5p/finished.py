"""What H5P calls finished: the points that a content says of itself in the end.

H5P's own server is told them beside the statements, from types that say only the one or only the other. Here the page makes a
statement of them (`static/media/player.js`), so that there is one way to be told.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from media.h5p.statements import Said


@dataclass(frozen=True, slots=True)
class Finished:
    """Points of how many, as the content told them; what we marked ourselves is a `Grade`."""

    raw: float
    most: float


def finished(told: Sequence[Said]) -> Finished | None:
    """The last points that the content told of itself; never those of a part. None where it told none."""
    for each in reversed(told):
        if not each.is_child and each.raw is not None and each.most is not None:
            return Finished(each.raw, each.most)
    return None
