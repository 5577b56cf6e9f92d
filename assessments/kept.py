"""An answer posted after the session had ended: kept in the new, empty session until the person signs in again.

Only the last one is kept. Whoever signs in gets it only if the attempt is theirs (views.take_kept_answer); anybody else's is
dropped unread.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from django.contrib.sessions.backends.base import SessionBase

from assessments.questions import Response, read_response

NAME = "kept_answer"


@dataclass(frozen=True)
class Kept:
    attempt: int
    position: int
    given: Response
    confidence: int | None


def keep(session: SessionBase, kept: Kept) -> None:
    session[NAME] = [kept.attempt, kept.position, msgspec.to_builtins(kept.given), kept.confidence]


def take(session: SessionBase, attempt: int) -> Kept | None:
    """What was kept for this attempt, once."""
    if NAME not in session:
        return None
    kept_attempt, position, given, confidence = session.pop(NAME)
    return Kept(attempt, position, read_response(given), confidence) if kept_attempt == attempt else None
