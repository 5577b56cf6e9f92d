"""What every action of the command line is, and the files it reads and writes."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from design.terminal import own_language
from simulations.engine.scenario import Bundle, Reading, Scenario, read, read_bundle
from simulations.engine.scenario.bundle import LARGEST_BUNDLE
from simulations.engine.scenario.decoding import LARGEST

Say = Callable[[str], object]


class CannotDo(Exception):
    """An action that could not be done; says why and what to do, a line for each reason."""


class Action(Protocol):
    """A module with these."""

    HELP: str

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what it may be told."""

    def run(self, options: dict[str, Any], say: Say) -> None:
        """Do it. Raises CannotDo."""


def add_language(parser: ArgumentParser) -> None:
    """The language that an action speaks and writes in."""
    told = "in English or in Welsh; else as the terminal's own language says"
    parser.add_argument("--language", choices=["en", "cy"], default=own_language(), help=told)


def open_file(path: Path) -> Bundle:
    """A scenario file, or a .zip with the files in it. Raises OSError where it cannot be opened."""
    if path.suffix.lower() == ".zip":
        with path.open("rb") as bundle:
            return read_bundle(bundle.read(LARGEST_BUNDLE + 1))
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    return Bundle(read(content), {}, content)


def read_file(path: Path) -> Reading:
    """The reading of a scenario file or a .zip. Raises OSError where it cannot be opened."""
    return open_file(path).reading


def scenario_of(path: Path, language: str) -> Scenario:
    """The scenario of a file without mistakes of its own; else CannotDo with every mistake and its line."""
    try:
        reading = read_file(path)
    except OSError as error:
        raise CannotDo(worded(CANNOT_OPEN, language, file=path)) from error
    if reading.scenario is None:
        raise CannotDo("\n".join(f"{path}:{e.line}:{e.column}: {e.in_language(language)}" for e in reading.errors))
    return reading.scenario


def write_new(path: Path, content: str | bytes, language: str, *, replace: bool = False) -> None:
    """Write a file, over one that is there only with `replace`. Raises CannotDo."""
    encoded = content.encode() if isinstance(content, str) else content
    try:
        with path.open("wb" if replace else "xb") as file:
            file.write(encoded)
    except FileExistsError as error:
        raise CannotDo(worded(IS_THERE, language, file=path)) from error
    except OSError as error:
        raise CannotDo(worded(CANNOT_WRITE, language, file=path)) from error


def worded(pair: tuple[str, str], language: str, **details: object) -> str:
    """A message from a pair, English first."""
    return pair[language == "cy"].format(**details)


CANNOT_OPEN = (
    "{file}: The file cannot be opened. Check its name, and that you may read it.",
    "{file}: Ni ellir agor y ffeil. Gwiriwch ei henw, a bod gennych hawl i'w darllen.",
)
CANNOT_WRITE = (
    "{file}: The file cannot be written. Check that its folder is there, and that you may write in it.",
    "{file}: Ni ellir ysgrifennu'r ffeil. Gwiriwch fod ei ffolder yno, a bod gennych hawl i ysgrifennu ynddo.",
)
IS_THERE = (
    "{file}: There is a file of this name already, and it is left as it is. Choose another name, or move it away.",
    "{file}: Mae ffeil o'r enw hwn yno eisoes, ac fe'i gadewir fel y mae. Dewiswch enw arall, neu symudwch hi.",
)
