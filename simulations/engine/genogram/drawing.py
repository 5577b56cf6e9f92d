"""The shapes and lines of a genogram, in pixels: what a template writes down as SVG.

By the field's conventions: a square is male, a circle female, a diamond not said; whom the conference is about has a
double edge; a line below two people joins parents, and their children hang from it; a dashed line goes round those who
live together. Names stand to the right of their shapes, where no line passes.
"""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulations.engine.genogram.kin import Relative, relatives
from simulations.engine.genogram.placing import places
from simulations.engine.scenario.family import Family
from simulations.engine.scenario.values import Age

GAP, STEP, HALF, EDGE = 184, 132, 20, 34
"""Between two people, between two generations, half a shape, and from the edge to the first shape's middle."""
LETTERS, MOST_LINES = 19, 2
"""How much of a relation fits beside a shape."""
HOME_LEFT, HOME_RIGHT, HOME_UP, HOME_DOWN = 30, 144, 34, 46
LETTER = 16
"""The pixels of a letter's height that a picture is drawn for."""
LOWER = 9
"""How much deeper each further couple's line lies, so that two never run into one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One person: the middle of their shape, its kind, and what stands beside it, line by line."""

    id: str
    name: str
    shape: str
    x: int
    y: int
    age: Age | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Genogram:
    """The picture: people, the paths that join them, and the path round those who live together (empty: none can be)."""

    width: int
    height: int
    people: tuple[Drawn, ...]
    ties: tuple[str, ...]
    home: str

    @property
    def rem(self) -> float:
        """Its width by the size of the reader's letters, so that words in it grow with all others."""
        return self.width / LETTER


@dataclass(frozen=True, slots=True)
class _Point:
    x: int
    y: int


def draw(family: Family, language: str) -> Genogram:
    """The family's genogram, with relations in `language`."""
    people = relatives(family)
    top = max((each.generation for each in people), default=0)
    across = places(people, GAP)
    at = {each.id: _Point(EDGE + round(across[each.id]), _level(top - each.generation)) for each in people}
    return Genogram(
        width=max((point.x for point in at.values()), default=0) + GAP - HALF,
        height=_level(top) + HOME_DOWN + 4,
        people=tuple(_drawn(each, at[each.id], language) for each in people),
        ties=(*_families(people, at), *_siblings(people, at)),
        home=_home(people, at),
    )


def _level(row: int) -> int:
    return HOME_UP + 4 + row * STEP


def _drawn(person: Relative, at: _Point, language: str) -> Drawn:
    relation = person.relation.in_language(language) if person.relation else ""
    lines = textwrap.wrap(relation, LETTERS, max_lines=MOST_LINES, placeholder="…")
    shape = person.sex.value if person.sex else "not-said"
    return Drawn(id=person.id, name=person.name, shape=shape, x=at.x, y=at.y, age=person.age, lines=tuple(lines))


def _families(people: tuple[Relative, ...], at: Mapping[str, _Point]) -> Iterator[str]:
    """For each set of parents a line that joins them, and from it one to each of their children."""
    of_parents: dict[frozenset[str], list[str]] = {}
    for person in people:
        if person.parents:
            of_parents.setdefault(person.parents, []).append(person.id)
    for number, (parents, children) in enumerate(of_parents.items()):
        above = sorted((at[each] for each in parents), key=lambda point: point.x)
        yield from _family(above, [at[each] for each in children], LOWER * (number % 3))


def _family(parents: list[_Point], children: list[_Point], lower: int) -> Iterator[str]:
    """The parents' line, and the children that hang from its middle by a line of their own."""
    bar = max(point.y for point in parents) + HALF + 14 + lower
    middle = (parents[0].x + parents[-1].x) // 2
    if len(parents) > 1:
        yield (
            " ".join(f"M{point.x} {point.y + HALF}V{bar}" for point in parents)
            + f" M{parents[0].x} {bar}H{parents[-1].x}"
        )
    start = bar if len(parents) > 1 else parents[0].y + HALF
    hang = min(point.y for point in children) - HALF - 22
    yield f"M{middle} {start}V{hang}"
    reach = [middle, *(point.x for point in children)]
    if max(reach) > min(reach):
        yield f"M{min(reach)} {hang}H{max(reach)}"
    for point in children:
        yield f"M{point.x} {hang}V{point.y - HALF}"


def _siblings(people: tuple[Relative, ...], at: Mapping[str, _Point]) -> Iterator[str]:
    """A bar above brothers and sisters whose parents the file does not name."""
    for person in people:
        if person.parents:
            continue
        for other in sorted(person.siblings & at.keys()):
            up = min(at[person.id].y, at[other].y) - HALF - 12
            yield f"M{at[person.id].x} {at[person.id].y - HALF}V{up}H{at[other].x}V{at[other].y - HALF}"


def _home(people: tuple[Relative, ...], at: Mapping[str, _Point]) -> str:
    """Round those who live together; nothing where somebody who does not live there stands between them."""
    bands = sorted(_bands(people, at), key=lambda band: band[0])
    if not bands or any(_between(people, at, band) for band in bands):
        return ""
    right = [f"H{right} V{y + HOME_DOWN}" for y, _left, right in bands]
    left = [
        f"H{left} V{bands[number - 1][0] + HOME_DOWN}"
        for number, (_y, left, _right) in reversed([*enumerate(bands)][1:])
    ]
    top, first_left, _right = bands[0]
    return " ".join([f"M{first_left} {top - HOME_UP}", *right, *left, f"H{first_left} Z"])


def _bands(people: tuple[Relative, ...], at: Mapping[str, _Point]) -> Iterator[tuple[int, int, int]]:
    """For each generation with somebody at home: its height, and how far the home reaches to the left and right."""
    home = [at[each.id] for each in people if each.at_home]
    for y in {point.y for point in home}:
        across = [point.x for point in home if point.y == y]
        yield y, min(across) - HOME_LEFT, max(across) + HOME_RIGHT


def _between(people: tuple[Relative, ...], at: Mapping[str, _Point], band: tuple[int, int, int]) -> bool:
    y, left, right = band
    return any(not each.at_home and at[each.id].y == y and left < at[each.id].x < right for each in people)
