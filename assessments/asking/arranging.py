"""Pages of questions that are answered by arranging: with lists to choose from, so that nothing has to be dragged."""

from __future__ import annotations

from string import ascii_uppercase

from django.http import QueryDict
from django.utils.translation import gettext as _

from assessments.asking.fields import Field, boxes, select
from assessments.asking.mixing import mixed, out_of_order
from assessments.asking.posted import one, several
from assessments.questions.arranging import Match, MatchGiven, Order, OrderGiven, Timeline, TimelineGiven
from assessments.questions.parts import Item
from assessments.reading import said


def lettered(question: Order | Timeline, seed: int) -> list[tuple[str, Item]]:
    """The things to put in order as the page lists them, each with its letter."""
    return list(zip(ascii_uppercase, out_of_order(question.items, seed), strict=False))


def places(question: Order | Timeline, order: list[str], seed: int) -> list[Field]:
    """One list for each place. The same thing in two places is told at the second."""
    offered = [(item.id, f"{letter}. {said(item.text)}") for letter, item in lettered(question, seed)]
    chosen = [*order, *[""] * len(offered)][: len(offered)]
    return [place(number, offered, chosen) for number in range(1, len(offered) + 1)]


def place(number: int, offered: list[tuple[str, str]], chosen: list[str]) -> Field:
    label = _("Place %(number)s") % {"number": number}
    here, before = chosen[number - 1], chosen[: number - 1]
    if here and here in before:
        need = _("This one stands further up too. Give each place another one.")
        field = select(f"place-{number}", label, offered, here, need)
        return Field(field.name, field.part, label, field.items, need=need, is_open=True)
    return select(f"place-{number}", label, offered, here, _("Choose what comes here, then go on."))


def read_places(question: Order | Timeline, posted: QueryDict) -> list[str]:
    return [one(posted, f"place-{number}") for number in range(1, len(question.items) + 1)]


def order(question: Order, given: OrderGiven, seed: int) -> list[Field]:
    return places(question, given.order, seed)


def read_order(question: Order, posted: QueryDict) -> OrderGiven:
    return OrderGiven(order=read_places(question, posted))


def timeline(question: Timeline, given: TimelineGiven, seed: int) -> list[Field]:
    found = places(question, given.order, seed)
    if question.missing:
        options = mixed(question.missing.options, seed)
        need = _("Choose what is missing, then go on.")
        found.append(boxes("missing", said(question.missing.prompt), options, given.missing, need))
    return found


def read_timeline(question: Timeline, posted: QueryDict) -> TimelineGiven:
    return TimelineGiven(order=read_places(question, posted), missing=several(posted, "missing"))


def match(question: Match, given: MatchGiven, seed: int) -> list[Field]:
    offered = [(target.id, said(target.text)) for target in mixed(question.targets, seed or 1)]
    need = _("Choose what belongs to it, then go on.")
    return [
        select(f"stem-{stem.id}", said(stem.text), offered, given.targets.get(stem.id, ""), need)
        for stem in mixed(question.stems, seed)
    ]


def read_match(question: Match, posted: QueryDict) -> MatchGiven:
    chosen = {stem.id: one(posted, f"stem-{stem.id}") for stem in question.stems}
    return MatchGiven(targets={stem: target for stem, target in chosen.items() if target})
