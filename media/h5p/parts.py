"""What a content consists of, as far as its completion asks: its questions, its pages, whether it has a length of its own.

Read from the filtered content. A part is known by its `subContentId`, which its statements carry.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from media.h5p.library import LibraryName

QUESTIONS = frozenset(
    {
        "H5P.MultiChoice", "H5P.TrueFalse", "H5P.Blanks", "H5P.DragQuestion", "H5P.DragText", "H5P.MarkTheWords",
        "H5P.Summary", "H5P.SingleChoiceSet", "H5P.Essay", "H5P.MultiMediaChoice", "H5P.AdvancedBlanks",
        "H5P.ImageHotspotQuestion", "H5P.ImageMultipleHotspotQuestion", "H5P.SpeakTheWords",
        "H5P.Dictation", "H5P.SortParagraphs", "H5P.ArithmeticQuiz", "H5P.FindTheWords", "H5P.Crossword",
        "H5P.Flashcards", "H5P.MemoryGame", "H5P.ImageSequencing", "H5P.ImagePair",
        "Diogel.Choice", "Diogel.TrueFalse", "Diogel.Sort", "Diogel.Timeline", "Diogel.Signs",
    }
)  # fmt: skip
"""Types that say when they are answered. GuessTheAnswer, SimpleMultiChoice and OpenEndedQuestion ask, and never say so."""
PAGES = {"H5P.CoursePresentation": ("presentation", "slides"), "H5P.InteractiveBook": ("chapters",)}
PLAYS = frozenset({"H5P.InteractiveVideo", "H5P.Video", "H5P.Audio"})
BRANCHES = frozenset({"H5P.BranchingScenario", "Diogel.Case"})


def ends_by_itself(name: LibraryName) -> bool:
    """Whether its end is not its last line: a film has been played then, a case decided."""
    return name.machine_name in PLAYS | BRANCHES


@dataclass(frozen=True, slots=True)
class Parts:
    """`questions` are the parts to be answered, by their id; `is_question` where the content itself is one; what branches has an end that only it knows."""

    questions: frozenset[str] = frozenset()
    is_question: bool = False
    pages: int = 0
    branches: bool = False


def parts_of(main: LibraryName, parameters: Any) -> Parts:
    """The parts of a filtered content."""
    name = main.machine_name
    questions = frozenset(_questions(parameters)) if name not in QUESTIONS else frozenset()
    return Parts(questions, name in QUESTIONS or bool(questions), _pages(name, parameters), name in BRANCHES)


def _questions(value: Any) -> Iterator[str]:
    """Every question in content, however deep; what stands inside a question is its own affair."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            library, key = value.get("library"), value.get("subContentId")
            if isinstance(library, str) and library.partition(" ")[0] in QUESTIONS and isinstance(key, str):
                yield key
            else:
                waiting.extend(value.values())


def _pages(name: str, parameters: Any) -> int:
    """How many slides or chapters there are; 0 for content without."""
    value = parameters if name in PAGES else None
    for key in PAGES.get(name, ()):
        value = value.get(key) if isinstance(value, dict) else None
    return len(value) if isinstance(value, list) else 0
