"""Blanking what people typed: the rows stay, since events name them, and say why they are empty."""

from datetime import datetime

from django.db.models import QuerySet

from simulations.models import Utterance


def blank(utterances: QuerySet[Utterance], reason: str, at: datetime) -> int:
    """Empty these for good, but for those that are empty already; how many were emptied.

    `reason` is a word of `wording.REMOVALS`. Whoever calls sees to it that rooms in memory learn of it.
    """
    return utterances.filter(redacted_at=None).update(text="", redacted_at=at, redaction_reason=reason)
