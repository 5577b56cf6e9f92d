"""`diogel scenario …`: what a trainer does with a scenario file at a command line.

    diogel scenario check FILE… [--json] [--publish] [--language cy]

No database is touched, and no setting is needed (see `NEEDS_NO_SECRET` in `diogel.__main__`).
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from simulations.engine.scenario import Problem, Reading, Status, read, read_bundle
from simulations.engine.scenario.decoding import LARGEST
from simulations.engine.scenario.problems import START_OF_FILE, problem


class Command(BaseCommand):
    help = "Checks scenario files of the format conference/1."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        add_check_arguments(actions.add_parser("check", help="Tells every mistake with its line and column."))

    def handle(self, *args: Any, **options: Any) -> None:
        actions = {"check": self.check_files}
        sys.exit(actions[options["action"]](options))

    def check_files(self, options: dict[str, Any]) -> int:
        """Tell what is wrong with each file; 1 when anything stops it, else 0."""
        status = Status.PUBLISHED if options["publish"] else None
        found = [(name, each) for name in options["files"] for each in problems_of(name, status)]
        rows = [row(name, each, options["language"]) for name, each in found]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            for each in rows:
                self.stdout.write("{file}:{line}:{column}: {severity}: {code}: {message}".format(**each))
        return int(any(options["publish"] or each["severity"] == "error" for each in rows))


def add_check_arguments(parser: ArgumentParser) -> None:
    """What `scenario check` may be told."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a .yaml file, or a .zip with a scenario.yaml")
    parser.add_argument("--json", action="store_true", help="one list of objects instead of lines")
    parser.add_argument("--publish", action="store_true", help="tell also what is missing for publishing")
    parser.add_argument("--language", choices=["en", "cy"], default="en", help="the language of the messages")


def problems_of(name: str, status: Status | None = None) -> tuple[Problem, ...]:
    """What is wrong with a file, or all that it lacks for a status."""
    try:
        reading = read_file(Path(name))
    except OSError:
        return (problem("cannot-open", START_OF_FILE),)
    return reading.missing_for(status) if status else reading.problems


def read_file(path: Path) -> Reading:
    """The reading of a scenario file or a .zip. Raises OSError where it cannot be opened."""
    if path.suffix.lower() == ".zip":
        return read_bundle(path.read_bytes()).reading
    with path.open("rb") as file:
        return read(file.read(LARGEST + 1))


def row(name: str, each: Problem, language: str) -> dict[str, str | int]:
    """A problem as the command tells it."""
    return {
        "file": name,
        "line": each.line,
        "column": each.column,
        "severity": str(each.severity),
        "code": each.code,
        "message": each.in_language(language),
    }
