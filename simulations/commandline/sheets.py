"""`diogel scenario to-sheet FILE` and `from-sheet FILE.xlsx`: the event list in a spreadsheet, and back."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from simulations.commandline.action import (
    CANNOT_OPEN,
    CannotDo,
    Say,
    add_language,
    scenario_of,
    worded,
    write_new,
)
from simulations.commandline.workbook import LARGEST, MOST_ROWS, NotASheet, rows_in, workbook_of
from simulations.engine.scenario.decoding import decode
from simulations.engine.scenario.event_list import CannotShow, rows_of, section_of

BY_VARIANT = (
    "{file}: The words of the inject “{found}” differ by variant, and a sheet has no columns for that. Write it as one inject for each variant.",
    "{file}: Mae geiriau'r mewnosodiad “{found}” yn wahanol yn ôl amrywiad, ac nid oes colofnau ar gyfer hynny mewn taflen. Ysgrifennwch un mewnosodiad i bob amrywiad.",
)
NOT_A_SHEET = (
    "{file}: This is no spreadsheet that can be read. Save it as .xlsx, with at most {rows} rows and {size} MiB.",
    "{file}: Nid taenlen y gellir ei darllen yw hon. Cadwch hi fel .xlsx, â {rows} o resi a {size} MiB ar y mwyaf.",
)
ONLY_YAML = (
    "{file}: A sheet goes with a .yaml file. Take scenario.yaml out of the .zip first.",
    "{file}: Gyda ffeil .yaml y mae taflen yn mynd. Tynnwch scenario.yaml o'r .zip yn gyntaf.",
)


class ToSheet:
    """`to-sheet`: a file's injects as a spreadsheet."""

    HELP = "Writes the injects as a spreadsheet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what it may be told."""
        parser.add_argument("file", metavar="FILE", type=Path, help="a .yaml file")
        parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="the .xlsx to write")
        add_language(parser)

    def run(self, options: dict[str, Any], say: Say) -> None:
        """Write the spreadsheet, over no other, and say where it is. Raises CannotDo."""
        path, language = options["file"], options["language"]
        text = _text_of(path, language)
        try:
            rows = rows_of(text, language)
        except CannotShow as refused:
            raise CannotDo(worded(BY_VARIANT, language, file=path, found=refused.args[0])) from refused
        write_new(options["output"], workbook_of(rows), language)
        say(str(options["output"]))


class FromSheet:
    """`from-sheet`: the section `injects`, or a whole file with it, from a spreadsheet."""

    HELP = "Makes the injects from a spreadsheet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what it may be told."""
        parser.add_argument("file", metavar="FILE.xlsx", type=Path, help="the spreadsheet")
        parser.add_argument("--scenario", metavar="FILE", type=Path, help="the .yaml file they belong to")
        parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="the .yaml to write; else it is printed")
        add_language(parser)

    def run(self, options: dict[str, Any], say: Say) -> None:
        """Write or print it, where the sheet has no mistake. Raises CannotDo with every mistake's row and column."""
        path, language, within = options["file"], options["language"], options["scenario"]
        section = section_of(_rows_in(path, language), _text_of(within, language) if within else None)
        if section.problems:
            raise CannotDo("\n".join(f"{path}: {each.in_language(language)}" for each in section.problems))
        if options["output"]:
            write_new(options["output"], section.text, language)
        say(str(options["output"]) if options["output"] else section.text.rstrip("\n"))


def _text_of(path: Path, language: str) -> str:
    """The text of a .yaml file without mistakes. Raises CannotDo."""
    if path.suffix.lower() == ".zip":
        raise CannotDo(worded(ONLY_YAML, language, file=path))
    scenario_of(path, language)
    return decode(path.read_bytes())


def _rows_in(path: Path, language: str) -> list[list[str]]:
    try:
        return rows_in(path)
    except NotASheet as error:
        size = LARGEST // 1024 // 1024
        raise CannotDo(worded(NOT_A_SHEET, language, file=path, rows=MOST_ROWS, size=size)) from error
    except OSError as error:
        raise CannotDo(worded(CANNOT_OPEN, language, file=path)) from error
