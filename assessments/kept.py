"""An answer posted after the session had ended: kept in the new, empty session until the person signs in again.

Only ids are kept, nothing that was written, and only the last one. Whoever signs in gets it only if the attempt is theirs
(views.take_kept_answer); anybody else's is dropped unread.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.sessions.backends.base import SessionBase

from assessments.actions import Choice

NAME = "kept_answer"


@dataclass(frozen=True)
class Kept:
    attempt: int
    position: int
    choice: Choice


def keep(session: SessionBase, kept: Kept) -> None:
    choice = kept.choice
    session[NAME] = [kept.attempt, kept.position, choice.decision, choice.reason, choice.confidence]


def take(session: SessionBase, attempt: int) -> Kept | None:
    """What was kept for this attempt, once."""
    if NAME not in session:
        return None
    kept_attempt, position, decision, reason, confidence = session.pop(NAME)
    return Kept(attempt, position, Choice(decision, reason, confidence)) if kept_attempt == attempt else None
