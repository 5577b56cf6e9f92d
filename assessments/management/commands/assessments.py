"""`diogel assessments …`: files of questions at a command line.

    diogel assessments check FILE… [--in cy] [--json]
    diogel assessments import FILE… --bank NAME [--in cy] [--json]
    diogel assessments export NAME [--as FORM] [--in cy] [-o FILE] [--json]
    diogel assessments template [-o FILE]

`check` and `template` touch no database and need no setting (see `NEEDS_NO_SECRET` in `diogel.__main__`).
"""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from assessments.exchange import LIMITS, Form, Place, Problem, Reading, mistake, mistakes, read, template
from design.terminal import own_language

Row = dict[str, Any]
FOUND = ("questions that can be taken in: {count}", "cwestiynau y gellir eu derbyn: {count}")
DONE = (
    "new: {new}; changed: {changed}; the same already: {same}",
    "newydd: {new}; wedi newid: {changed}; yr un fath eisoes: {same}",
)
GIVEN = ("{file}: {size} bytes", "{file}: {size} beit")
LOST = ("taken, but", "cymerwyd, ond")


class Command(BaseCommand):
    help = "Checks, takes in and gives out files of questions."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        check = actions.add_parser("check", help="Tells for each file what can be taken in, and why the rest cannot.")
        taken = actions.add_parser("import", help="Takes questions into a bank.")
        for one in (check, taken):
            one.add_argument("files", nargs="+", metavar="FILE", help=".yaml, .csv, .gift, .xml or .zip")
        taken.add_argument("--bank", required=True, metavar="NAME", help="the short name of the bank")
        given = actions.add_parser("export", help="Writes the questions of a bank as a file.")
        given.add_argument("bank", metavar="NAME", help="the short name of the bank")
        given.add_argument("--as", dest="form", choices=[form.value for form in Form], default=Form.YAML.value)
        made = actions.add_parser("template", help="Writes a sheet to begin with.")
        for one in (given, made):
            one.add_argument("-o", dest="out", metavar="FILE", help="else named by itself, in the present folder")
        for one in (check, taken, given):
            one.add_argument(
                "--in", dest="spoken", choices=["en", "cy"], default="en", help="where a file has one language"
            )
        for one in (check, taken, given, made):
            one.add_argument("--json", action="store_true", help="one list of objects instead of lines")
            one.add_argument("--language", choices=["en", "cy"], default=own_language(), help="of what is told")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = ACTIONS[options["action"]](options)
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(line for row in rows for line in as_lines(row, options["language"])))
        sys.exit(int(not all(row["accepted"] for row in rows)))


def checked(options: Row) -> list[Row]:
    return [as_row(name, reading, options["language"]) for name, reading in readings(options)]


def taken_in(options: Row) -> list[Row]:
    """Each file by itself: what is sound in it comes in, and the rest is told."""
    from assessments.taking_in import Fate, take_in
    from people.actions import NotPossible

    bank, rows = the_bank(options["bank"]), []
    for name, reading in readings(options):
        try:
            done = take_in(bank, reading)
        except NotPossible as problem:
            raise CommandError(str(problem)) from problem
        counts = {fate.value: done.count(fate) for fate in (Fate.NEW, Fate.CHANGED, Fate.SAME)}
        rows.append({**as_row(name, Reading(reading.entries, done.problems), options["language"]), **counts})
    return rows


def given_out(options: Row) -> list[Row]:
    from assessments.giving_out import file_name, give_out

    bank, form, spoken = the_bank(options["bank"]), Form(options["form"]), options["spoken"]
    written = give_out(bank, form, spoken)
    path = Path(options["out"] or file_name(bank, form, spoken))
    save(path, written.raw)
    told = [as_problem(each, options["language"]) for each in written.problems]
    return [{"file": str(path), "size": len(written.raw), "accepted": True, "problems": told}]


def sheet_to_begin_with(options: Row) -> list[Row]:
    path = Path(options["out"] or "questions.csv")
    if path.exists():
        raise CommandError(f"{path} is there already. Name another file with -o.")
    save(path, template().encode())
    return [{"file": str(path), "size": path.stat().st_size, "accepted": True, "problems": []}]


ACTIONS = {"check": checked, "import": taken_in, "export": given_out, "template": sheet_to_begin_with}


def readings(options: Row) -> list[tuple[str, Reading]]:
    return [(name, reading_of(name, options["spoken"])) for name in options["files"]]


def reading_of(name: str, spoken: str) -> Reading:
    """One byte more than may be is enough to know that it is too large."""
    try:
        with Path(name).open("rb") as file:
            return read(name, file.read(LIMITS.file + 1), spoken)
    except OSError:
        return Reading((), (mistake("cannot-open", Place()),))


def the_bank(slug: str) -> Any:
    from assessments.models import Bank

    bank = Bank.objects.filter(slug=slug).first()
    if bank is None:
        raise CommandError(
            f"There is no bank “{slug}”. Those there are: {', '.join(Bank.objects.values_list('slug', flat=True))}."
        )
    return bank


def save(path: Path, raw: bytes) -> None:
    try:
        path.write_bytes(raw)
    except OSError as fault:
        raise CommandError(f"{path} cannot be written: {fault.strerror}.") from fault


def as_row(name: str, reading: Reading, language: str) -> Row:
    told = [as_problem(each, language) for each in reading.problems]
    return {
        "file": name,
        "accepted": not mistakes(reading.problems),
        "questions": len(reading.entries),
        "problems": told,
    }


def as_problem(each: Problem, language: str) -> Row:
    return {
        "code": each.code, "mistake": each.is_mistake, "line": each.place.number, "at": each.place.at,
        "where": each.place.in_language(language), "message": each.in_language(language),
    }  # fmt: skip


def as_lines(row: Row, language: str) -> list[str]:
    """A line for each problem, and one that says how much came of the file."""
    welsh = language == "cy"
    lines = [": ".join(filter(None, [row["file"], *_told(each, welsh)])) for each in row["problems"]]
    if "size" in row:
        return [*lines, GIVEN[welsh].format(**row)]
    if "new" in row:
        return [*lines, f"{row['file']}: {DONE[welsh].format(**row)}"]
    return [*lines, f"{row['file']}: {FOUND[welsh].format(count=row['questions'])}"]


def _told(each: Row, welsh: bool) -> list[str]:
    return [each["where"], "" if each["mistake"] else LOST[welsh], each["code"], each["message"]]
