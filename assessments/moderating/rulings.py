"""Deciding what an answer is worth. What follows from it stands in correcting.py."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from assessments.models import Answer, Ruling
from assessments.moderating.correcting import put_right
from assessments.selectors import mark_of
from people.models import User


@transaction.atomic
def rule(
    answer: Answer,
    share: float,
    ground: Ruling.Ground,
    *,
    by: User | None = None,
    reason: str = "",
    parts: Mapping[str, float] | None = None,
) -> Ruling:
    """Decide what an answer is worth, and put the attempt's result right."""
    before = mark_of(answer)
    ruling = Ruling.objects.create(
        answer=answer,
        ground=ground,
        share=share,
        before=None if before.awaits_person else before.share,
        parts=dict(parts or {}),
        reason=reason,
        by=by,
        at=timezone.now(),
    )
    put_right(answer.attempt)
    return ruling
