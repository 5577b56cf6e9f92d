"""What the record store does by itself, beside serving: sends statements on, and once an hour forgets what was kept long enough."""

import asyncio
import logging
import time

from django.db import close_old_connections
from django.utils import timezone

from records.forwarding.going_on import forward
from records.retention import tidy

logger = logging.getLogger(__name__)
LOOK_EVERY = 5.0
"""Seconds between looks for what is to be sent on, while there is nothing."""
TIDY_EVERY = 3600.0


async def keep_up() -> None:
    """Until it is cancelled."""
    tidied = 0.0
    while True:
        is_time = time.monotonic() - tidied >= TIDY_EVERY or not tidied
        sent = await asyncio.to_thread(_once, with_tidying=is_time)
        tidied = time.monotonic() if is_time else tidied
        await asyncio.sleep(0 if sent else LOOK_EVERY)


def _once(*, with_tidying: bool) -> int:
    close_old_connections()
    try:
        if with_tidying:
            tidy(timezone.now())
        return forward()
    except Exception:
        logger.exception("Sending statements on, or forgetting old ones, failed; it goes on")
        return 0
    finally:
        close_old_connections()
