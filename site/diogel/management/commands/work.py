"""`diogel work`: see diogel.working."""

import asyncio
import contextlib
import signal
from typing import Any

from django.core.management.base import BaseCommand

from diogel.working import work


class Command(BaseCommand):
    help = "Run the conferences' clock, and tasks kept for later, beside `diogel serve`. Any number of these may run."
    requires_system_checks = []  # seconds at every start; `diogel check` does it, and tests do

    def handle(self, *args: Any, **options: Any) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            asyncio.run(self.until_stopped())

    async def until_stopped(self) -> None:
        working = asyncio.ensure_future(work())
        for each in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(each, working.cancel)
        self.stdout.write("Diogel works: clock and tasks (Ctrl+C stops it)")
        await working
