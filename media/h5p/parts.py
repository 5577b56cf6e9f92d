"""What a content consists of, as far as its completion asks: its questions, its pages, whether it has a length of its own.

Read from the filtered content. A part is known by its `subContentId`, which its statements carry.
"""

from collections.abc import Iterator, Mapping, Sequence
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
QUESTION_SET = "H5P.QuestionSet"
PLAYS = frozenset({"H5P.InteractiveVideo", "H5P.Video", "H5P.Audio"})
BRANCHES = frozenset({"H5P.BranchingScenario", "Diogel.Case"})


def ends_by_itself(name: LibraryName) -> bool:
    """Whether its end is not its last line: a film has been played then, a case decided."""
    return name.machine_name in PLAYS | BRANCHES


@dataclass(frozen=True, slots=True)
class Pool:
    """Questions of a set, by their id, of which only so many are `asked`, drawn by chance."""

    questions: frozenset[str]
    asked: int


@dataclass(frozen=True, slots=True)
class Parts:
    """`questions` are the parts to be answered, by their id; `is_question` where the content itself is one; what branches has an end that only it knows.

    `chapters` are the pages that say each for itself when they are done with, by their id; of `pools` not all is asked.
    """

    questions: frozenset[str] = frozenset()
    is_question: bool = False
    pages: int = 0
    branches: bool = False
    chapters: frozenset[str] = frozenset()
    pools: tuple[Pool, ...] = ()


def parts_of(main: LibraryName, parameters: Any) -> Parts:
    """The parts of a filtered content."""
    name = main.machine_name
    questions = frozenset(_questions(parameters)) if name not in QUESTIONS else frozenset()
    pages = _pages(name, parameters)
    chapters = frozenset(each["subContentId"] for each in pages if isinstance(each, dict) and "subContentId" in each)
    pools = tuple(_pools(name, parameters)) if questions else ()
    return Parts(questions, name in QUESTIONS or bool(questions), len(pages), name in BRANCHES, chapters, pools)


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


def asked_of(questions: Sequence[Any], parameters: Mapping[str, Any]) -> int:
    """How many of a question set's questions are asked each time."""
    size = parameters.get("poolSize")
    drawn = size if isinstance(size, int | float) and not isinstance(size, bool) else 0
    return int(drawn) if 0 < drawn < len(questions) else len(questions)


def _pools(name: str, parameters: Any) -> Iterator[Pool]:
    """Every question set that does not ask everything, in a content or being it."""
    waiting: list[Any] = [{"library": f"{name} ", "params": parameters}]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
            params = value.get("params")
            if str(value.get("library")).startswith(f"{QUESTION_SET} ") and isinstance(params, dict):
                questions = params.get("questions")
                listed = questions if isinstance(questions, list) else []
                if (asked := asked_of(listed, params)) < len(listed):
                    known = frozenset(_questions(listed))  # those that never say so may all be among the ones drawn
                    yield Pool(known, max(0, asked - (len(listed) - len(known))))


def _pages(name: str, parameters: Any) -> list[Any]:
    """The slides or chapters; none for content without."""
    value = parameters if name in PAGES else None
    for key in PAGES.get(name, ()):
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, list) else []
