"""What the reader writes down as it goes: problems, the place of every key, and every id that is used."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from simulations.engine.scenario.losses import Losses
from simulations.engine.scenario.nodes import Node, Scalar
from simulations.engine.scenario.problems import START_OF_FILE, Place, Problem, Severity, problem
from simulations.engine.scenario.values import Text
from simulations.engine.scenario.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Use:
    """An id where it is used: of which type, under which path."""

    kind: object
    id: str
    path: str
    place: Place


@dataclass(slots=True)
class Notebook:
    """One reading's notes; the file's languages and variants are known before the rest is read.

    `places` and `words` are by dotted path of keys; `texts` are those that could be read, each with its path.
    """

    languages: tuple[Language, ...]
    variants: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    texts: list[tuple[str, Text]] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)

    def at(self, path: str, node: Node, place: Place | None = None) -> None:
        """Remember where a path stands, and what was written there if it is one word."""
        self.places[path] = place or node.place
        if isinstance(node, Scalar):
            self.words[path] = node.value

    def place(self, path: str) -> Place:
        """Where a path stands, or else the nearest one above it that does."""
        while path and path not in self.places:
            path = path.rpartition(".")[0]
        return self.places.get(path, START_OF_FILE)

    def error(self, code: str, path: str, place: Place | None = None, hint: str = "", **details: str) -> None:
        """Note an error at a path, or more exactly at a place."""
        where = place or self.place(path)
        self.problems.append(problem(code, where, path=path, severity=Severity.ERROR, hint=hint, **details))

    def warn(self, code: str, path: str, place: Place | None = None, hint: str = "", **details: str) -> None:
        """Note a warning at a path, or more exactly at a place."""
        where = place or self.place(path)
        self.problems.append(problem(code, where, path=path, severity=Severity.WARNING, hint=hint, **details))

    def lose(self, path: str) -> None:
        """Note that what stands under a path could not be read, or names nothing."""
        self.losses.lose(path)

    def is_lost(self, path: str) -> bool:
        """Whether all that should stand under a path could not be read."""
        return self.losses.is_lost(path)

    def sound(self, *paths: str) -> bool:
        """Whether nothing is lost of what a check looked at, so that what it found is a mistake of its own."""
        return self.losses.sound(*paths)


LONGEST_COMPARED = 60
MOST_COMPARED = 500


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that this was most likely meant to be, or nothing.

    Comparing is costly, so a word nobody could have meant, and words beyond the first hundreds, are not compared.
    """
    if len(word) > LONGEST_COMPARED:
        return ""
    compared = {each.casefold(): each for each in islice(known, MOST_COMPARED)}
    close = difflib.get_close_matches(word.casefold(), compared, n=1, cutoff=0.6)
    return compared[close[0]] if close else ""


def listed(words: Iterable[str]) -> str:
    """Words as a list for a message, the same in both languages."""
    return ", ".join(words)
