"""`diogel scenario …`: what a trainer does with a scenario file at a command line.

    diogel scenario check FILE… [--json] [--publish] [--language cy]
    diogel scenario run FILE [--variant V] [--without SEAT…] [--json] [--language cy]
    diogel scenario test FILE… [--language cy]
    diogel scenario schema

What helps with writing one stands in `simulations.commandline`, an action a module. But for `import`, no database is touched
and no setting is needed (see `ON_FILES_ALONE` in `diogel.__main__`).
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from simulations import commandline, running
from simulations.commandline.action import CannotDo, add_language, read_file, worded
from simulations.engine.scenario import Problem, Status
from simulations.engine.scenario.problems import START_OF_FILE, problem

AS_EXPECTED = ("as expected", "fel y disgwyliwyd")


class Command(BaseCommand):
    help = "Checks, runs and tests scenario files of the format conference/1."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        add_check_arguments(actions.add_parser("check", help="Tells every mistake with its line and column."))
        add_run_arguments(actions.add_parser("run", help="Holds the conference with scripts in every seat."))
        add_test_arguments(actions.add_parser("test", help="Runs test plans, and tells what came out otherwise."))
        for name, action in commandline.ACTIONS.items():
            action.add_arguments(actions.add_parser(name, help=action.HELP))

    def handle(self, *args: Any, **options: Any) -> None:
        actions = {"check": self.check_files, "run": self.run_file, "test": self.test_files}
        if options["action"] in actions:
            sys.exit(actions[options["action"]](options))
        sys.exit(commandline.carry_out(options, self.stdout.write, self.stderr.write))

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

    def run_file(self, options: dict[str, Any]) -> int:
        """Print what happened and the measures; 1 where it cannot be held."""
        try:
            run = running.run_file(Path(options["file"]), options["variant"], options["without"], options["language"])
        except CannotDo as reason:
            self.stderr.write(str(reason))
            return 1
        if options["json"]:
            self.stdout.write(running.as_json(run))
        else:
            self.stdout.write("\n".join(running.as_lines(run, options["language"])))
        return 0

    def test_files(self, options: dict[str, Any]) -> int:
        """Run each plan; 1 where any did not come out as expected."""
        return max([self.test_file(name, options["language"]) for name in options["files"]])

    def test_file(self, name: str, language: str) -> int:
        """Run one plan; 1 where it did not come out as expected, with a line for each thing."""
        try:
            otherwise = running.tested(Path(name), language)
        except CannotDo as reason:
            self.stderr.write(str(reason))
            return 1
        for each in otherwise:
            self.stdout.write(f"{name}: {each}")
        if not otherwise:
            self.stdout.write(f"{name}: {worded(AS_EXPECTED, language)}")
        return int(bool(otherwise))


def add_run_arguments(parser: ArgumentParser) -> None:
    """What `scenario run` may be told."""
    parser.add_argument("file", metavar="FILE", help="a .yaml file, or a .zip with a scenario.yaml")
    parser.add_argument("--variant", help="which variant; the first one if not told")
    parser.add_argument("--without", nargs="+", default=[], metavar="SEAT", help="seats that stay empty")
    parser.add_argument("--json", action="store_true", help="one object with events and measures")
    add_language(parser)


def add_test_arguments(parser: ArgumentParser) -> None:
    """What `scenario test` may be told."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a test plan, ID.testplan.yaml, beside its scenario")
    add_language(parser)


def add_check_arguments(parser: ArgumentParser) -> None:
    """What `scenario check` may be told."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a .yaml file, or a .zip with a scenario.yaml")
    parser.add_argument("--json", action="store_true", help="one list of objects instead of lines")
    parser.add_argument("--publish", action="store_true", help="tell also what is missing for publishing")
    add_language(parser)


def problems_of(name: str, status: Status | None = None) -> tuple[Problem, ...]:
    """What is wrong with a file, or all that it lacks for a status."""
    try:
        reading = read_file(Path(name))
    except OSError:
        return (problem("cannot-open", START_OF_FILE),)
    return reading.missing_for(status) if status else reading.problems


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
