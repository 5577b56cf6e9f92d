"""`diogel records …`: what whoever runs the server does with the record store at a command line.

diogel records credential NAME --scope SCOPE…
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from records.lrs.clients import make_credential
from records.lrs.scopes import Scope


class Command(BaseCommand):
    help = "The record store: credentials for other systems."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        credential = verbs.add_parser("credential", help="make a credential; prints its key and its secret, this once")
        credential.add_argument("name", help="the system that will use it")
        credential.add_argument("--scope", action="append", choices=[*Scope], required=True, help="what it may do")

    def handle(self, *, verb: str, **options: Any) -> None:
        getattr(self, f"do_{verb}")(**options)

    def do_credential(self, *, name: str, scope: list[str], **options: Any) -> None:
        made, secret = make_credential(name, scope)
        self.stdout.write(f"{made.key} {secret}")
