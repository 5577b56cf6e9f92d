"""What H5P calls user data: where somebody left off in a content, told again and again while they are in it.

A browser tells things late, twice or out of order, and its clock is its own. So what is told carries a rising number, and
no more seconds are believed, of all that it tells together, than have passed since it began.
"""

from __future__ import annotations

from dataclasses import dataclass

GRACE = 10  # seconds that a browser's clock may be ahead of ours


@dataclass(frozen=True, slots=True)
class UserData:
    """The number of what was told last, the state of every part as the content wrote it, the seconds open, the end seen.

    In what is told, `state` is None where nothing in it changed, and `seconds` are those since the last time.
    """

    sequence: int = 0
    state: str | None = None
    seconds: int = 0
    seen_end: bool = False

    def after(self, told: UserData, passed: float) -> UserData:
        """What is kept once this was told, `passed` seconds after the first: unchanged where later things were told already."""
        if told.sequence <= self.sequence:
            return self
        return UserData(
            sequence=told.sequence,
            state=self.state if told.state is None else told.state,
            seconds=max(self.seconds, min(self.seconds + told.seconds, int(passed) + GRACE)),
            seen_end=self.seen_end or told.seen_end,
        )
