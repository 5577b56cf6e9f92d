"""`diogel records …`: what whoever runs the server does with the record store at a command line.

diogel records credential NAME --scope SCOPE…
diogel records export [FILE]
diogel records import FILE --authority CODE
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from records.carrying import lines, take
from records.lrs.clients import make_credential
from records.lrs.scopes import Scope
from records.xapi.problems import StatementProblem


class Command(BaseCommand):
    help = "The record store: credentials for other systems, statements carried out and in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        credential = verbs.add_parser("credential", help="make a credential; prints its key and its secret, this once")
        credential.add_argument("name", help="the system that will use it")
        credential.add_argument("--scope", action="append", choices=[*Scope], required=True, help="what it may do")
        out = verbs.add_parser("export", help="write every statement as a line of JSON")
        out.add_argument("file", nargs="?", type=Path, help="a new file; printed where none is named")
        back = verbs.add_parser("import", help="store statements from lines of JSON")
        back.add_argument("file", type=Path, help="as it was exported")
        back.add_argument("--authority", required=True, help="the code of the authority on whose word they are taken")

    def handle(self, *, verb: str, **options: Any) -> None:
        getattr(self, f"do_{verb}")(**options)

    def do_credential(self, *, name: str, scope: list[str], **options: Any) -> None:
        made, secret = make_credential(name, scope)
        self.stdout.write(f"{made.key} {secret}")

    def do_export(self, *, file: Path | None, **options: Any) -> None:
        if file is None:
            sys.stdout.writelines(f"{line}\n" for line in lines())
            return
        try:
            with file.open("x", encoding="utf-8") as out:
                out.writelines(f"{line}\n" for line in lines())
        except OSError as error:
            raise CommandError(f"{file} cannot be written ({error.strerror}); name a new file.") from None

    def do_import(self, *, file: Path, authority: str, **options: Any) -> None:
        try:
            with file.open(encoding="utf-8") as written:
                count = take(written, authority)
        except OSError as error:
            raise CommandError(f"{file} cannot be read ({error.strerror}).") from None
        except UnicodeDecodeError:
            raise CommandError(f"{file} is no text in UTF-8.") from None
        except StatementProblem as problem:
            raise CommandError(f"{file}: {problem}") from None
        self.stdout.write(f"{count} statements are here now.")
