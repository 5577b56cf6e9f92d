"""`diogel h5p …`: what can be done with H5P packages at a command line.

    diogel h5p check FILE… [--json] [--language cy]
    diogel h5p import FILE… [--content ID] [--in cy] [--json]
    diogel h5p export ID [--in cy] [-o FILE]
    diogel h5p build [--to DIR] [--json]
    diogel h5p libraries [--approve DIGEST] [--restrict NAME] [--allow NAME] [--delete-unused] [--json]

`check` and `build` touch no database and need no setting (see `NEEDS_NO_SECRET` in `diogel.__main__`).
"""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from design.terminal import own_language
from media.h5p import LibraryName, Problem, Refused, check_package

ACCEPTED = ("can be taken in", "gellir ei dderbyn")
TAKEN_IN = ("taken in as {content}", "derbyniwyd fel {content}")
UNCHANGED = ("here already as {content}", "yma eisoes fel {content}")
WAITING = ("waiting to be approved: {names}", "yn aros i gael eu cymeradwyo: {names}")
CANNOT_OPEN = (
    "The file cannot be opened. Check its name, and that you may read it.",
    "Ni ellir agor y ffeil. Gwiriwch ei henw, a bod gennych hawl i’w darllen.",
)
CONTENT_TYPE = ("content type", "math o gynnwys")
NOT_FOR_NEW = ("not for new content", "nid ar gyfer cynnwys newydd")
USED_BY = ("contents that need it: {count}", "cynnwys sydd ei angen: {count}")
BUILDS = ("builds kept: {builds}", "adeiladau a gedwir: {builds}")
Row = dict[str, Any]


class Command(BaseCommand):
    help = "Checks, takes in and gives out H5P packages, and looks after their libraries."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        check = actions.add_parser("check", help="Tells for each package whether it can be taken in, and if not, why.")
        check.add_argument("files", nargs="+", metavar="FILE", help="an .h5p file")
        taken = actions.add_parser("import", help="Takes packages in, with the libraries that they bring.")
        taken.add_argument("files", nargs="+", metavar="FILE", help="an .h5p file")
        taken.add_argument("--content", type=int, metavar="ID", help="as the next version of this content")
        given = actions.add_parser("export", help="Writes a content as an .h5p file.")
        given.add_argument("content", type=int, metavar="ID", help="its number, as `import` tells it")
        given.add_argument("-o", dest="out", metavar="FILE", help="else named by its number and language")
        for one in (taken, given):
            one.add_argument("--in", dest="spoken", choices=["en", "cy"], default="", help="the content's language")
        looked = actions.add_parser("libraries", help="Lists the libraries that are here, and decides about them.")
        looked.add_argument("--approve", metavar="DIGEST", help="use this build of its library from now on")
        looked.add_argument("--restrict", metavar="NAME", help="refuse new content of “H5P.MultiChoice 1.16”")
        looked.add_argument("--allow", metavar="NAME", help="take new content of it again")
        looked.add_argument("--delete-unused", action="store_true", help="delete every library that no content needs")
        made = actions.add_parser("build", help="Writes the exercises that come with Diogel as .h5p files.")
        made.add_argument("--to", default=".", metavar="DIR", help="the folder to write them to; else the present one")
        told = "in English or in Welsh; else as the terminal's own language says"
        for one in (check, taken, given, looked, made):
            one.add_argument("--json", action="store_true", help="one list of objects instead of lines")
            one.add_argument("--language", choices=["en", "cy"], default=own_language(), help=told)

    def handle(self, *args: Any, **options: Any) -> None:
        files = options.get("files", [])
        if options["action"] in EACH_FILE:
            rows = [EACH_FILE[options["action"]](name, options) for name in files]
        else:
            rows = ONCE[options["action"]](options)
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            for row in rows:
                self.stdout.write("\n".join(as_lines(row, options["language"])))
        if files:
            sys.exit(int(not all(row["accepted"] for row in rows)))


def judged(name: str, options: Row) -> Row:
    """One file's verdict."""
    try:
        with Path(name).open("rb") as file:
            return as_row(name, check_package(file, name=name).problems, options["language"])
    except OSError:
        return unopened(name, options["language"])


def taken_in(name: str, options: Row) -> Row:
    """One file taken in, or why it was not."""
    from media.h5p import Fate
    from media.importing import import_package
    from media.libraries import titles
    from media.models import InteractiveContent

    content = None
    if options["content"] and not (content := InteractiveContent.objects.filter(pk=options["content"]).first()):
        raise CommandError(f"There is no content {options['content']}.")
    try:
        with Path(name).open("rb") as file:
            done = import_package(file, Path(name).name, content=content, language=options["spoken"])
    except Refused as refused:
        return as_row(name, refused.problems, options["language"])
    except OSError:
        return unopened(name, options["language"])
    version = done.version
    told = {"content": version.content_id, "version": version.number, "language": version.language, "new": done.is_new}
    kinds = {fate.value: titles(done.fates, fate) for fate in Fate}
    return {
        **as_row(name, (), options["language"]),
        **told,
        "libraries": {key: each for key, each in kinds.items() if each},
    }


def given_out(options: Row) -> list[Row]:
    """A content written to a file."""
    from media.exporting import export_content
    from media.models import ContentVersion

    found = ContentVersion.objects.filter(content=options["content"], number__isnull=False).order_by("-number")
    if options["spoken"]:
        found = found.filter(language=options["spoken"])
    version = found.first()
    if version is None:
        raise CommandError(f"There is no content {options['content']} in this language.")
    path = Path(options["out"] or f"{version.content_id}.{version.language}.h5p")
    try:
        with path.open("wb") as out:
            export_content(version, out)
    except Refused as refused:
        path.unlink()
        raise CommandError(refused.problems[0].in_language(options["language"])) from refused
    return [{"file": str(path), "size": path.stat().st_size}]


def built(options: Row) -> list[Row]:
    """The exercises that come with Diogel, each in both languages with its content type, written to a folder."""
    from media.content import ContentError
    from media.content_types.building import build

    folder = Path(options["to"])
    rows = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for each in build():
            (folder / each.file_name).write_bytes(each.raw)
            rows.append({"file": str(folder / each.file_name), "size": len(each.raw)})
    except (ContentError, OSError) as fault:
        raise CommandError(str(fault)) from fault
    except Refused as refused:
        raise CommandError(refused.problems[0].in_language(options["language"])) from refused
    return rows


def looked_after(options: Row) -> list[Row]:
    """The libraries, after what was asked for was done."""
    from media import libraries
    from media.models import Library, LibraryBuild

    with transaction.atomic():
        if options["approve"]:
            found = list(LibraryBuild.objects.filter(digest__startswith=options["approve"])[:2])
            if len(found) != 1:
                raise CommandError("No build, or more than one, has a digest that begins so.")
            libraries.approve(found[0])
        for key in ("restrict", "allow"):
            if options[key]:
                name = _name(options[key])
                rows = Library.objects.filter(machine_name=name.machine_name, major=name.major, minor=name.minor)
                if not rows.update(restricted=key == "restrict"):
                    raise CommandError(f"{name} is not here.")
        if options["delete_unused"]:
            libraries.delete_unused()
    return [_library_row(each) for each in libraries.with_usage()]


EACH_FILE = {"check": judged, "import": taken_in}
ONCE = {"export": given_out, "libraries": looked_after, "build": built}


def _library_row(library: Any) -> Row:
    builds = [
        {"digest": each.digest, "patch": each.patch, "came_with": each.came_with} for each in library.builds.all()
    ]
    used = library.approved
    return {
        "library": f"{library}.{used.patch}" if used else str(library), "title": library.title,
        "content_type": library.runnable, "restricted": library.restricted, "contents": library.used,
        "approved": used.digest if used else "", "builds": builds,
    }  # fmt: skip


def _name(text: str) -> LibraryName:
    try:
        return LibraryName.parse(text)
    except ValueError as error:
        raise CommandError(str(error)) from error


def as_row(name: str, problems: tuple[Problem, ...], language: str) -> Row:
    """A verdict as JSON can hold it."""
    told = [{"code": each.code, "where": each.where, "message": each.in_language(language)} for each in problems]
    return {"file": name, "accepted": not problems, "problems": told}


def unopened(name: str, language: str) -> Row:
    """What is said of a file that is not there."""
    problem = {"code": "cannot-open", "where": "", "message": CANNOT_OPEN[language == "cy"]}
    return {"file": name, "accepted": False, "problems": [problem]}


def as_lines(row: Row, language: str) -> list[str]:
    """A row for people: a line for each problem, or one that says that there is none."""
    welsh = language == "cy"
    if "library" in row:
        return [f"{row['library']}: {'; '.join(_about(row, welsh))}"]
    if "size" in row:
        return [f"{row['file']}: {row['size']}"]
    if not row["accepted"]:
        return [f"{row['file']}: {each['code']}: {each['message']}" for each in row["problems"]]
    if "content" not in row:
        return [f"{row['file']}: {ACCEPTED[welsh]}"]
    words = (TAKEN_IN if row["new"] else UNCHANGED)[welsh].format(content=row["content"])
    held = row["libraries"].get("waiting")
    return [f"{row['file']}: {words}" + (f"; {WAITING[welsh].format(names=', '.join(held))}" if held else "")]


def _about(row: Row, welsh: bool) -> list[str]:
    """What is said of a library, in a few words each; the build in use stands first among the digests."""
    digests = [row["approved"], *(each["digest"] for each in row["builds"] if each["digest"] != row["approved"])]
    words = [CONTENT_TYPE[welsh]] * row["content_type"] + [NOT_FOR_NEW[welsh]] * row["restricted"]
    kept = ", ".join(each[:12] for each in digests if each)
    return [*words, USED_BY[welsh].format(count=row["contents"]), BUILDS[welsh].format(builds=kept)]
