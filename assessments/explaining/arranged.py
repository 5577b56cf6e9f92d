"""What belongs where, and where somebody put it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from assessments.explaining.lines import Block, Line
from assessments.questions.arranging import Match, MatchGiven, Order, Timeline
from assessments.questions.parts import Item
from assessments.reading import said


def order_block(question: Order | Timeline, order: list[str]) -> Block:
    lines = [place_line(item, number, order) for number, item in enumerate(question.items, start=1)]
    return Block(said(question.prompt), lines)


def place_line(item: Item, number: int, order: list[str]) -> Line:
    """In the right order, with the place that was given it."""
    given = order.index(item.id) + 1 if item.id in order else 0
    words = {number: _("You put it here."), 0: _("You gave it no place.")}
    note = words.get(given) or _("You put it at place %(number)s.") % {"number": given}
    return Line(f"{number}. {said(item.text)}", right=given == number, note=note, why=item.why, sources=item.sources)


def match_block(question: Match, given: MatchGiven) -> Block:
    targets = {target.id: said(target.text) for target in question.targets}
    lines = []
    for stem in question.stems:
        chosen = given.targets.get(stem.id, "")
        note = "" if chosen == stem.target else _("You chose: %(target)s") % {"target": targets.get(chosen, "–")}
        text = f"{said(stem.text)} – {targets[stem.target]}"
        lines.append(Line(text, right=chosen == stem.target, note=note, why=stem.why, sources=stem.sources))
    return Block(said(question.prompt), lines)
