"""`diogel demo`: see diogel.demonstration."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from diogel.demonstration import environment


class Command(BaseCommand):
    help = "Set up an invented organisation on this machine and serve it on 127.0.0.1; the second start loses nothing."
    requires_system_checks = []  # a second's work; `diogel check` does it, and tests do

    def add_arguments(self, parser: ArgumentParser) -> None:
        environment.add_arguments(parser)

    def handle(self, *args: Any, port: int, check: bool, **options: Any) -> None:
        from design.vendor import BrowserFilesMissing
        from diogel.demonstration import steps, visit

        if environment.taken(port):
            raise CommandError(f"Port {port} is taken. Choose another: ./run demo --port {port + 1}")
        self.say(f"· Everything is kept in {settings.DATA}")
        try:
            steps.take_all(self.say)
        except BrowserFilesMissing as missing:
            raise CommandError(str(missing)) from None
        if check:
            problems = visit.visit(port, self.say)
            for problem in problems:
                self.stderr.write(problem)
            sys.exit(1 if problems else 0)
        self.introduce(port)
        call_command("serve", port=port, with_work=True)

    def introduce(self, port: int) -> None:
        from people.demo import PASSWORD, demo_cast

        self.say("\nEverybody here is invented. Sign in with the password " + PASSWORD + " as:")
        for email, what in demo_cast():
            self.say(f"  {email:<42} {what}")
        self.say(f"\nhttp://127.0.0.1:{port}/   (Ctrl+C stops it)")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
