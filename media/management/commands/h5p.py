"""`diogel h5p …`: what can be done with H5P packages at a command line.

    diogel h5p check FILE… [--json] [--language cy]

No database is touched, and no setting is needed (see `NEEDS_NO_SECRET` in `diogel.__main__`).
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from media.h5p import Verdict, check_package

ACCEPTED = ("can be taken in", "gellir ei dderbyn")
CANNOT_OPEN = (
    "The file cannot be opened. Check its name, and that you may read it.",
    "Ni ellir agor y ffeil. Gwiriwch ei henw, a bod gennych hawl i’w darllen.",
)


class Command(BaseCommand):
    help = "Checks H5P packages before they are taken in."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        check = parser.add_subparsers(dest="action", required=True).add_parser(
            "check", help="Tells for each package whether it can be taken in, and if not, why."
        )
        check.add_argument("files", nargs="+", metavar="FILE", help="an .h5p file")
        check.add_argument("--json", action="store_true", help="one list of objects instead of lines")
        told = "in English or in Welsh; else as the terminal's own language says"
        check.add_argument("--language", choices=["en", "cy"], default=_own_language(), help=told)

    def handle(self, *args: Any, **options: Any) -> None:
        rows = [self.judged(name, options["language"]) for name in options["files"]]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            for row in rows:
                self.stdout.write("\n".join(as_lines(row, options["language"])))
        sys.exit(int(not all(row["accepted"] for row in rows)))

    def judged(self, name: str, language: str) -> dict[str, Any]:
        """One file's verdict, as `--json` gives it."""
        try:
            with Path(name).open("rb") as file:
                return as_row(name, check_package(file, name=name), language)
        except OSError:
            unopened = {"code": "cannot-open", "where": "", "message": CANNOT_OPEN[language == "cy"]}
            return {"file": name, "accepted": False, "problems": [unopened]}


def as_row(name: str, verdict: Verdict, language: str) -> dict[str, Any]:
    """A verdict as JSON can hold it."""
    problems = [
        {"code": each.code, "where": each.where, "message": each.in_language(language)} for each in verdict.problems
    ]
    return {"file": name, "accepted": verdict.accepted, "problems": problems}


def as_lines(row: dict[str, Any], language: str) -> list[str]:
    """A verdict for people: a line for each problem, or one that says that there is none."""
    if row["accepted"]:
        return [f"{row['file']}: {ACCEPTED[language == 'cy']}"]
    return [f"{row['file']}: {each['code']}: {each['message']}" for each in row["problems"]]


def _own_language() -> str:
    """`cy` where the terminal is in Welsh, else `en`."""
    told = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "cy" if next(filter(None, told), "").partition("_")[0] == "cy" else "en"
