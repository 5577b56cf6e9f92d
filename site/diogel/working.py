"""What goes on beside serving: the conferences' clock, tasks that were kept for later (Wagtail's search index is one), what
the record store sends on and forgets, and papers whose time is over.

`diogel work` runs it in a process of its own; `diogel serve --with-work` in the server's. Any number may run at once: each
conference is looked after by one clock, each task done by one process, and who dies is replaced.
"""

import asyncio
import logging

from django.utils.crypto import get_random_string

logger = logging.getLogger(__name__)
LOOK_EVERY = 2.0
"""Seconds between looks for tasks while there are none."""
AGAIN_AFTER = 2.0
"""Seconds until tasks are looked for again after the database did not answer."""


async def work() -> None:
    """Until it is cancelled; a task that is under way is done to its end."""
    # Imported late: they know models, which can be imported only once Django is set up.
    from assessments.running_out import keep_handing_in
    from records.upkeep import keep_up
    from simulations.live.clock import Clock
    from simulations.live.house import the_house

    await asyncio.gather(Clock(the_house()).run(), _tasks(), keep_up(), keep_handing_in())


async def _tasks() -> None:
    from django_tasks_db.management.commands.db_worker import Worker

    while True:
        worker = Worker(
            queue_names=["*"],
            interval=LOOK_EVERY,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        try:
            await asyncio.to_thread(worker.run)
        except Exception:
            logger.exception("Looking for tasks failed; it goes on")
            await asyncio.sleep(AGAIN_AFTER)
        finally:
            worker.running = False
