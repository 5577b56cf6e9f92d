"""`diogel scenario new ID`: a commented example to begin from."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from simulations.commandline.action import CannotDo, Say, add_language, worded, write_new
from simulations.engine.scenario.beginning import NotAnId, example

HELP = "Writes a commented example to begin from."

BAD_ID = (
    "“{found}” cannot be an id. It is small letters a to z, digits and hyphens, begins with a letter, and has at most 40 characters.",
    "Ni all “{found}” fod yn id. Llythrennau bach a i z, digidau a chysylltnodau sydd ynddo; mae'n dechrau â llythyren, a 40 nod ar y mwyaf sydd ynddo.",
)


def add_arguments(parser: ArgumentParser) -> None:
    """What it may be told."""
    parser.add_argument("id", metavar="ID", help="the scenario's id; the file is ID.yaml")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="another file to write")
    add_language(parser)


def run(options: dict[str, Any], say: Say) -> None:
    """Write the file, over no other, and say where it is. Raises CannotDo."""
    name, language = options["id"], options["language"]
    try:
        text = example(name, language)
    except NotAnId as error:
        raise CannotDo(worded(BAD_ID, language, found=name)) from error
    path = options["output"] or Path(f"{name}.yaml")
    write_new(path, text, language)
    say(str(path))
