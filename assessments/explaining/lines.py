"""What is shown of a question once it is answered: blocks of lines, each with what was chosen, what was right, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assessments.questions.judging import Panel
from assessments.questions.parts import Option
from assessments.questions.texts import NOTHING, Bilingual, Source
from assessments.reading import said


@dataclass(frozen=True)
class Line:
    """`note` says in words where it belongs, or where it was put."""

    text: str
    chosen: bool = False
    right: bool = False
    note: str = ""
    why: Bilingual = NOTHING
    sources: Sequence[Source] = ()
    panel: int | None = None  # how many of a panel chose it


@dataclass(frozen=True)
class Block:
    """`one_best`: the right line is the best of several, rather than one of those that apply."""

    heading: str
    lines: list[Line] = field(default_factory=list)
    one_best: bool = False
    panel: Panel | None = None


def options_block(
    heading: Bilingual, options: Iterable[Option], chosen: Iterable[str], panel: Panel | None = None
) -> Block:
    options, among = list(options), set(chosen)
    lines = [
        Line(
            said(option.text),
            option.id in among,
            option.right,
            why=option.why,
            sources=option.sources,
            panel=panel.counts.get(option.id, 0) if panel else None,
        )
        for option in options
    ]
    return Block(said(heading), lines, one_best=sum(option.right for option in options) == 1, panel=panel)
