"""Where each person of a genogram stands: who is beside whom in a generation, and how far from the left.

The parents are put in order first: couples and sisters and brothers beside each other, those who live with the children
together, the man of a couple and the older child at the left. Children stand below their parents and grandparents above theirs, as near as
the room between people allows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from simulations.engine.genogram.kin import Relative
from simulations.engine.scenario.vocabulary import Sex

MOST_ORDERED = 16
"""In a longer row than any family's people stay in the file's order: to look for a better one would take long."""
APART, BROKEN_HOME = 4, 100
"""What counts against an order: each step between people who belong together, and a home that is not in one piece."""
DAYS = {"unborn": 0, "weeks": 7, "months": 30, "years": 365}
Row = tuple[Relative, ...]


def rows(people: Iterable[Relative]) -> dict[int, Row]:
    """Each generation in order: the children by age, their parents by who belongs together."""
    by_generation: dict[int, list[Relative]] = {}
    for each in people:
        by_generation.setdefault(each.generation, []).append(each)
    children = sorted(by_generation.pop(0, []), key=_days, reverse=True)
    found = {generation: tuple(row) for generation, row in by_generation.items()}
    return {**found, 0: tuple(children), 1: _ordered(found.get(1, ()), children)}


def _days(child: Relative) -> int:
    return child.age.number * DAYS[child.age.unit] if child.age else 0


def _ordered(row: Row, children: Sequence[Relative]) -> Row:
    """The best order that moving one person at a time leads to, this way round or the other."""
    if len(row) > MOST_ORDERED:
        return row

    def against(order: Row) -> int:
        return _against(order, children)

    while against(better := min(_moves(row), key=against, default=row)) < against(row):
        row = better
    return min((row, row[::-1]), key=against)


def _moves(row: Row) -> Iterator[Row]:
    for person in row:
        others = [each for each in row if each is not person]
        for place in range(len(row)):
            yield (*others[:place], person, *others[place:])


def _against(row: Row, children: Sequence[Relative]) -> int:
    place = {each.id: number for number, each in enumerate(row)}
    couples = {each.parents for each in children}
    wrong_way = _women_left(row, couples) + _younger_left(place, children)
    return APART * _distance(row, place, couples) + BROKEN_HOME * _gaps(row) + wrong_way


def _distance(row: Row, place: Mapping[str, int], couples: Iterable[frozenset[str]]) -> int:
    together = [sorted(couple) for couple in couples]
    together += [[each.id, other] for each in row for other in each.siblings]
    known = ([place[each] for each in group if each in place] for group in together)
    return sum(max(group) - min(group) for group in known if group)


def _gaps(row: Row) -> int:
    """How often one comes home again, reading from the left."""
    entered = sum(after.at_home and not before.at_home for before, after in pairwise(row))
    return max(0, entered + (bool(row) and row[0].at_home) - 1)


def _women_left(row: Row, couples: Iterable[frozenset[str]]) -> int:
    beside = (pair for pair in pairwise(row) if any({each.id for each in pair} <= couple for couple in couples))
    return sum(left.sex is Sex.FEMALE and right.sex is Sex.MALE for left, right in beside)


def _younger_left(place: Mapping[str, int], children: Sequence[Relative]) -> int:
    known = [[place[each] for each in child.parents if each in place] for child in children]
    means = [_mean(parents) for parents in known if parents]
    return sum(older > younger for older, younger in pairwise(means))


def spread(wished: Sequence[float], gap: float) -> list[float]:
    """The places nearest to those wished for, in the same order, with at least `gap` between any two."""
    pools: list[list[float]] = []
    for number, wish in enumerate(wished):
        pools.append([wish - number * gap])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            pools[-2:] = [[*pools[-2], *pools[-1]]]
    settled = [_mean(pool) for pool in pools for _ in pool]
    return [place + number * gap for number, place in enumerate(settled)]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def places(people: Sequence[Relative], gap: float) -> dict[str, float]:
    """How far from the left each person stands; the leftmost at 0."""
    found: dict[str, float] = {}
    in_rows = rows(people)
    for generation in sorted(in_rows, key=lambda each: (each != 1, each)):  # the parents first, all others by them
        row = in_rows[generation]
        wishes = [_wish(each, people, found, number * gap) for number, each in enumerate(row)]
        order = sorted(range(len(row)), key=lambda number: (wishes[number], number))
        settled = spread([wishes[number] for number in order], gap)
        found.update({row[number].id: place for number, place in zip(order, settled, strict=True)})
    left = min(found.values(), default=0)
    return {person: place - left for person, place in found.items()}


def _wish(person: Relative, people: Iterable[Relative], found: Mapping[str, float], otherwise: float) -> float:
    """Below one's parents, or above one's children, or where the file's order has one."""
    kin = [each for each in person.parents if each in found]
    kin = kin or [each.id for each in people if person.id in each.parents and each.id in found]
    return _mean([found[each] for each in kin]) if kin and person.generation != 1 else otherwise
