"""`diogel records …`: what whoever runs the server does with the record store at a command line.

diogel records credential NAME --scope SCOPE…
diogel records export [FILE]
diogel records import FILE --authority CODE
diogel records tidy [--dry-run]
diogel records forwarding [NAME --pause | --resume | --again | --from-now]
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from records import retention
from records.carrying import lines, lines_in, take
from records.forwarding.going_on import forwardings
from records.forwarding.sending import known_stores
from records.forwarding.wishes import WISHES, wished
from records.lrs.clients import make_credential
from records.lrs.scopes import Scope
from records.models import Forwarding
from records.xapi.problems import StatementProblem


class Command(BaseCommand):
    help = "The record store: credentials for other systems, statements carried out and in, and sent on."

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
        old = verbs.add_parser("tidy", help="forget what was kept long enough, as is done by itself once an hour")
        old.add_argument("--dry-run", action="store_true", help="only tell how much it would be")
        on = verbs.add_parser("forwarding", help="how far statements have been sent on; what is to be done about it")
        on.add_argument("name", nargs="?", choices=sorted(known_stores()), help="one of the stores in the settings")
        wish = on.add_mutually_exclusive_group()
        for wanted, told in WISHES.items():
            wish.add_argument(f"--{wanted}", dest="wish", action="store_const", const=wanted, help=told)

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
                count = take(lines_in(written), authority)
        except OSError as error:
            raise CommandError(f"{file} cannot be read ({error.strerror}).") from None
        except UnicodeDecodeError:
            raise CommandError(f"{file} is no text in UTF-8.") from None
        except StatementProblem as problem:
            raise CommandError(f"{file}: {problem}") from None
        self.stdout.write(f"{count} statements are here now.")

    def do_tidy(self, *, dry_run: bool, **options: Any) -> None:
        now = timezone.now()
        if dry_run:
            statements, documents = retention.due(now)
            told = f"would forget {statements} statements, {documents} documents, and the files of those statements"
        else:
            done = retention.tidy(now)
            told = f"forgot {done.statements} statements, {done.documents} documents, {done.files} files"
        self.stdout.write(told)

    def do_forwarding(self, *, name: str | None, wish: str | None, **options: Any) -> None:
        if wish and not name:
            raise CommandError("Name the store that this is for.")
        found = [each for each in forwardings() if name in (None, each.name)]
        for each in found:
            if wish:
                wished(each, wish)
            self.stdout.write(_told(each))
        if not found:
            self.stdout.write("Nothing is sent on: DIOGEL_XAPI_FORWARD names no store.")


def _told(forwarding: Forwarding) -> str:
    state = "paused" if forwarding.paused else forwarding.problem or "goes on"
    through = forwarding.through.isoformat() if forwarding.through else "the beginning"
    return f"{forwarding.name}: {forwarding.sent} sent, up to {through}; {forwarding.waits} refused; {state}"
