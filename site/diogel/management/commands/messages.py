"""`diogel messages`: see diogel.extraction."""

from typing import Any

from django.core.management.base import BaseCommand

from diogel import extraction


class Command(BaseCommand):
    help = "Bring the Welsh catalogue into step with the strings in code and templates; says how many wait for their Welsh."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        strings, waiting = extraction.update()
        self.stdout.write(
            f"{strings} strings, {waiting} without Welsh: {extraction.CATALOGUE.relative_to(extraction.ROOT)}"
        )
