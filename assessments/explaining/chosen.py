"""What somebody answered, in words, for the list before handing in."""

from __future__ import annotations

from collections.abc import Iterable

from assessments.explaining import blocks_of
from assessments.questions import Question, Response
from assessments.questions.arranging import Match, MatchGiven, Order, OrderGiven, Timeline, TimelineGiven
from assessments.reading import said


def chosen_words(question: Question, given: Response) -> list[str]:
    match question, given:
        case ((Order() | Timeline()), (OrderGiven() | TimelineGiven())):
            texts = {item.id: said(item.text) for item in question.items}
            in_order = [f"{number}. {texts[key]}" for number, key in enumerate(given.order, 1) if key in texts]
            return [*in_order, *chosen_lines(question, given)]
        case Match(), MatchGiven():
            targets = {target.id: said(target.text) for target in question.targets}
            chosen = [(stem, given.targets.get(stem.id, "")) for stem in question.stems]
            return [f"{said(stem.text)} – {targets[target]}" for stem, target in chosen if target in targets]
        case _:
            return list(chosen_lines(question, given))


def chosen_lines(question: Question, given: Response) -> Iterable[str]:
    return (line.text for block in blocks_of(question, given) for line in block.lines if line.chosen)
