"""`diogel scenario import FILE…`: takes scenarios in, each as a version that conferences can be planned on."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from simulations.commandline.action import CANNOT_OPEN, CannotDo, Say, add_language, worded

HELP = "Takes scenarios in, with the files that their papers name."

TAKEN_IN = ("{file}: taken in as “{title}” ({status})", "{file}: derbyniwyd fel “{title}” ({status})")
UNCHANGED = ("{file}: here already as “{title}” ({status})", "{file}: yma eisoes fel “{title}” ({status})")


def add_arguments(parser: ArgumentParser) -> None:
    """What it may be told."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", type=Path, help="a .yaml file, or a .zip with a scenario.yaml"
    )
    add_language(parser)


def run(options: dict[str, Any], say: Say) -> None:
    """Take each in that has no mistakes. Raises CannotDo with every mistake of the others."""
    wrong = [line for path in options["files"] for line in _take_in(path, options["language"], say)]
    if wrong:
        raise CannotDo("\n".join(wrong))


def _take_in(path: Path, language: str, say: Say) -> list[str]:
    from simulations.takingin import take_in  # the other actions touch no database, and need none

    try:
        taken = take_in(path)
    except OSError:
        return [worded(CANNOT_OPEN, language, file=path)]
    if taken.version is None:
        return [f"{path}:{each.line}:{each.column}: {each.in_language(language)}" for each in taken.reading.errors]
    title = taken.version.title_cy if language == "cy" else taken.version.title_en
    say(worded(TAKEN_IN if taken.new else UNCHANGED, language, file=path, title=title, status=taken.version.status))
    return []
