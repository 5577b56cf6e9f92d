"""The heading of a bank's or a paper's own file, held against the types by which such files are loaded at start.

A file that is only handed on has no heading. Where there is one, the questions' outcomes have to be among its own. What a
paper draws stands in other files, so that alone is told and not looked at.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from assessments.content_format import BankFile, PaperFile
from assessments.exchange.lined import Lined
from assessments.exchange.problems import Problem, loss, mistake
from assessments.exchange.shapes import shape_mistakes

OF_PAPERS_ALONE = set(PaperFile.__struct_fields__) - set(BankFile.__struct_fields__)


def problems(lined: Lined, written: dict[str, Any]) -> Iterator[Problem]:
    """What is wrong with the heading, and what it says that is not looked at here."""
    shape: type[BankFile | PaperFile] = PaperFile if written.keys() & OF_PAPERS_ALONE else BankFile
    written = _without_questions(written)
    if wrong := shape_mistakes(written, shape, lambda path: lined.place(path.lstrip("."))):
        yield from wrong
        return
    heading = msgspec.convert(written, shape)
    if isinstance(heading, PaperFile):
        yield from _of_paper(lined, heading)
    yield from _strange_outcomes(lined, heading)


def _without_questions(written: dict[str, Any]) -> dict[str, Any]:
    """Of questions only how many there are: what is wrong with one is told with it."""
    asked = written.get("questions")
    if not isinstance(asked, list):
        return written
    return {**written, "questions": [each if isinstance(each, dict) else {} for each in asked]}


def _of_paper(lined: Lined, paper: PaperFile) -> Iterator[Problem]:
    if paper.draws:
        yield loss("paper-draws", lined.place("draws"))
    elif paper.pass_mark > len(paper.questions):
        yield mistake("pass-mark-too-high", lined.place("pass_mark"), limit=len(paper.questions))


def _strange_outcomes(lined: Lined, heading: BankFile | PaperFile) -> Iterator[Problem]:
    known = {outcome.slug for outcome in heading.outcomes}
    if isinstance(heading, PaperFile) and not heading.draws:
        shown = {asked.get("outcome") for asked in heading.questions}
        for name in sorted(heading.outcome_marks.keys() - shown):
            yield mistake("outcome-not-shown", lined.place(f"outcome_marks.{name}"), name=name)
    for number, asked in enumerate(heading.questions):
        named = asked.get("outcome", "")
        if isinstance(named, str) and named and named not in known:
            yield mistake("outcome-not-listed", lined.place(f"questions[{number}].outcome"), name=named)
