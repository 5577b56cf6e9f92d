"""Handing in what ran out of time, for those who do not come back: beside serving, by `diogel work`."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

from django.db import close_old_connections
from django.utils import timezone, translation

from assessments.actions import GRACE, hand_in
from assessments.models import Attempt

logger = logging.getLogger(__name__)
LOOK_EVERY = 20.0
"""Seconds between looks for attempts whose time is over."""


async def keep_handing_in() -> None:
    """Until it is cancelled."""
    while True:
        await asyncio.to_thread(_once)
        await asyncio.sleep(LOOK_EVERY)


def _once() -> None:
    close_old_connections()
    try:
        hand_in_what_is_over(timezone.now())
    except Exception:
        logger.exception("Looking for papers whose time is over failed; it goes on")
    finally:
        close_old_connections()


def hand_in_what_is_over(now: datetime) -> int:
    """How many were handed in, each in the language of its last answer; one that fails is no hindrance to the others."""
    over = Attempt.objects.filter(finished_at=None, ends_at__lte=now - GRACE).order_by("ends_at")
    return sum(_handed_in(attempt) for attempt in over)


def _handed_in(attempt: Attempt) -> bool:
    try:
        with translation.override(_language_of(attempt)):
            hand_in(attempt)
    except Exception:
        logger.exception("Attempt %s could not be handed in when its time was over", attempt.pk)
        return False
    return True


def _language_of(attempt: Attempt) -> str:
    last = attempt.answers.exclude(answered_at=None).order_by("-answered_at").first()
    return last.answered_in if last else attempt.begun_in
