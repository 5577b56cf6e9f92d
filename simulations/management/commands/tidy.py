"""`diogel tidy`: forget at once what conferences have been kept long enough for. The clock's process does it each hour."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from simulations import retention


class Command(BaseCommand):
    help = (
        "Forget what conferences have been kept long enough for: words, names, requests for a pause, whole conferences."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell what would be forgotten")

    def handle(self, *args: Any, **options: Any) -> None:
        told = retention.due(timezone.now()) if options["dry_run"] else retention.tidy(timezone.now())
        verb = "would forget" if options["dry_run"] else "forgot"
        self.stdout.write(
            f"{verb} {told.words} words, {told.people} people, {told.presses} requests for a pause, "
            f"{told.conferences} conferences"
        )
