"""What is wrong with a package, and the verdict over it. The words stand in `messages`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from media.h5p.messages import MESSAGES

if TYPE_CHECKING:
    from media.h5p.validator import Package

LONGEST_QUOTED = 100

Detail = str | int | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code that never changes, where in the package (empty: the whole), and what to do."""

    code: str
    where: str
    english: str
    welsh: str

    def in_language(self, language: str) -> str:
        """The message: Welsh for `cy`, else English."""
        return self.welsh if language == "cy" else self.english


class Refused(Exception):
    """A package, or a part of one, that cannot be taken; `problems` says why."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{each.where}: {each.code}" for each in problems))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came out of a check: accepted where nothing is wrong. `package` is there only then."""

    problems: tuple[Problem, ...]
    package: "Package | None" = None

    @property
    def accepted(self) -> bool:
        """Whether it may be taken in."""
        return not self.problems

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all problems, each once, in the order they were found."""
        return tuple(dict.fromkeys(each.code for each in self.problems))


def problem(code: str, where: str = "", **details: Detail) -> Problem:
    """The problem with this code, its message filled in. A detail may be a pair of (English, Welsh).

    Raises KeyError on a code without words, which is a mistake in the checker.
    """
    place = shown(where)
    english, welsh = (
        template.format(where=place, **{name: _in(detail, index) for name, detail in details.items()})
        for index, template in enumerate(MESSAGES[code])
    )
    return Problem(code, place, english, welsh)


def shown(text: str) -> str:
    """A piece of somebody's file as it may be printed: shortened, without anything a terminal would obey."""
    plain = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text[: LONGEST_QUOTED + 1])
    return plain if len(plain) <= LONGEST_QUOTED else f"{plain[:LONGEST_QUOTED]}…"


def first(problems: Iterable[Problem], at_most: int) -> tuple[Problem, ...]:
    """The first so many, each told once."""
    return tuple(dict.fromkeys(problems))[:at_most]


def _in(detail: Detail, index: int) -> str:
    """Pairs are our own words, and stand as they are; all else may be somebody's."""
    return detail[index] if isinstance(detail, tuple) else shown(str(detail))
