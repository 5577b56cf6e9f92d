"""Hiding small counts, so that no figure of a board's gives anybody away. Every figure of a report passes through here.

A `Table` holds, by agency (row) and training group (column), how many people there are and how many of them are in date.
`protect` decides what may be published:

1. *Primary*: a count of people from 1 to under the threshold is hidden (threshold 10 unless the board chose otherwise, never
   below 5). A share in date is shown only where the count is. A share of nought is hidden in a team under twice the threshold.
2. *Secondary*: the rest, rows, columns and totals, is taken as known to somebody who can add and subtract, and for each
   hidden cell we compute exactly the smallest and the largest number it could still be. As long as a hidden count of people
   could be narrowed to fewer than `threshold` values, or a hidden number in date (or out of date) be known outright, more
   cells are hidden with it: those of the fewest people that make room for it to be another number.

Such a table with its totals is a circulation in a graph (total → rows → columns → total), so those bounds are maximum flows:
exact, and quick. The method is that of audited cell suppression in official statistics; 0 is published, as "nobody".
Pure: no Django nor any app.
"""

import heapq
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LOWEST_THRESHOLD = 5
TOTAL = ""  # the row, and the column, of totals
TOTAL_PRICE = 100  # how much sooner we hide a cell than a total of as many people
FAR = 1 << 40  # more than any count: "could be as many as you like"

Cell = tuple[str, str]
Node = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """People in a cell, and those of them in date."""

    people: int
    in_date: int

    def __post_init__(self) -> None:
        if not 0 <= self.in_date <= self.people:
            raise ValueError("in_date must lie between 0 and people")


@dataclass(frozen=True, slots=True)
class Figure:
    """What may be published of a cell: None is hidden. `percent` is whole, and None too where nobody is there."""

    people: int | None
    in_date: int | None
    percent: int | None


@dataclass(frozen=True, slots=True)
class Published:
    """A table that may be shown to anybody. `figure(TOTAL, column)` and so on are its totals."""

    figures: Mapping[Cell, Figure]

    def figure(self, row: str, column: str) -> Figure:
        """The figure of a cell; one that is in no row or column of the table has nobody in it."""
        return self.figures.get((row, column), Figure(0, 0, None))


def small(count: int, threshold: int) -> bool:
    """Whether a count that stands alone must be hidden."""
    return 0 < count < max(threshold, LOWEST_THRESHOLD)


def protect(cells: Mapping[Cell, Count], threshold: int = 10) -> Published:
    """What may be published of `cells`, with their totals. Rows and columns may have any name but TOTAL."""
    if threshold < LOWEST_THRESHOLD:
        raise ValueError(f"the threshold is never below {LOWEST_THRESHOLD}")
    counts = with_totals(cells)
    people = {cell: count.people for cell, count in counts.items()}
    hidden = _hide(people, {cell for cell in people if small(people[cell], threshold)}, people, width=threshold)
    unsaid = hidden | {cell for cell, count in counts.items() if _shames(count, threshold)}
    for status in _statuses(counts):
        unsaid = _hide(status, unsaid, people, width=2)
    return Published({cell: _figure(count, cell in hidden, cell in unsaid) for cell, count in counts.items()})


def with_totals(cells: Mapping[Cell, Count]) -> dict[Cell, Count]:
    """The cells with the totals of every row, of every column, and of all."""
    totals: dict[Cell, Count] = {}
    for (row, column), count in cells.items():
        for cell in {(row, column), (row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)}:
            before = totals.get(cell, Count(0, 0))
            totals[cell] = Count(before.people + count.people, before.in_date + count.in_date)
    return totals


def bounds(values: Mapping[Cell, int], hidden: Iterable[Cell], cell: Cell) -> tuple[int, int]:
    """The smallest and largest number that `cell` could be for somebody who knows all but the hidden cells (FAR: no limit)."""
    value = values[cell]
    start, end = _ends(cell)
    more = min(_flow(_residual(values, hidden, cell), end, start), FAR)
    fewer = min(_flow(_residual(values, hidden, cell), start, end), value)
    return value - fewer, FAR if more >= FAR else value + more


def _shames(count: Count, threshold: int) -> bool:
    """A small team of whom nobody is in date: the share would say it of each of them."""
    return count.in_date == 0 and 0 < count.people < 2 * threshold


def _statuses(counts: Mapping[Cell, Count]) -> list[dict[Cell, int]]:
    """The numbers in date and out of date; not those that are the same everywhere, which say nothing about anybody."""
    in_date = {cell: count.in_date for cell, count in counts.items()}
    out_of_date = {cell: count.people - count.in_date for cell, count in counts.items()}
    return [values for values in (in_date, out_of_date) if any(values.values())]


def _figure(count: Count, hidden: bool, unsaid: bool) -> Figure:
    percent = percentage(count.in_date, count.people) if count.people and not unsaid else None
    return Figure(None if hidden else count.people, None if unsaid else count.in_date, percent)


def percentage(part: int, whole: int) -> int:
    """A whole percentage; 0 and 100 only where it is nobody and everybody."""
    return part * 100 // whole if part in (0, whole) else min(99, max(1, round(100 * part / whole)))


def _hide(values: Mapping[Cell, int], hidden: set[Cell], people: Mapping[Cell, int], width: int) -> set[Cell]:
    """`hidden` and as many more cells as it takes until none of them can be narrowed to fewer than `width` numbers."""
    hidden = set(hidden)
    waiting = deque(sorted(hidden))
    while waiting:
        cell = waiting.popleft()
        low, high = bounds(values, hidden, cell)
        if high - low + 1 >= width:
            continue
        more = _cheapest_cycle(values, hidden, people, cell, width) or _smallest_shown(hidden, people)
        if more:
            hidden |= more
            waiting.extend([cell, *sorted(more)])
    return hidden


def _cheapest_cycle(
    values: Mapping[Cell, int], hidden: set[Cell], people: Mapping[Cell, int], cell: Cell, width: int
) -> set[Cell]:
    """The cells to hide so that `cell` may have been `width` more, at the least cost in people; empty where none would do.

    Whatever `cell` gains, others on a way round the graph must gain or lose: the cheapest such way (Dijkstra). A cell can
    lose only what it has, and one with nobody in it is published already.
    """
    ways = _ways_round(values, hidden, people, cell, width)
    source, sink = reversed(_ends(cell))
    queue: list[tuple[int, Node, frozenset[Cell]]] = [(0, source, frozenset())]
    done: set[Node] = set()
    while queue:
        cost, node, taken = heapq.heappop(queue)
        if node == sink:
            return set(taken)
        if node not in done:
            done.add(node)
            for onward, price, other in ways.get(node, ()):
                heapq.heappush(queue, (cost + price, onward, taken | ({other} if price else set())))
    return set()


def _ways_round(
    values: Mapping[Cell, int], hidden: set[Cell], people: Mapping[Cell, int], without: Cell, width: int
) -> dict[Node, list[tuple[Node, int, Cell]]]:
    """From each node, where one can go on to, what that costs (nothing for what is hidden already), by which cell."""
    ways: dict[Node, list[tuple[Node, int, Cell]]] = {}
    for cell, count in people.items():
        if cell == without or not (count or cell in hidden):
            continue
        start, end = _ends(cell)
        price = 0 if cell in hidden else count * (TOTAL_PRICE if TOTAL in cell else 1)
        ways.setdefault(start, []).append((end, price, cell))
        if values[cell] >= width:
            ways.setdefault(end, []).append((start, price, cell))
    return ways


def _smallest_shown(hidden: set[Cell], people: Mapping[Cell, int]) -> set[Cell]:
    """The smallest cell still published, totals last; none where all is hidden."""
    shown = [cell for cell in people if cell not in hidden and people[cell]]
    return set(sorted(shown, key=lambda cell: (TOTAL in cell, people[cell], cell))[:1])


def _ends(cell: Cell) -> tuple[Node, Node]:
    """The two nodes of the graph that a cell joins: all → row → column → all, and the grand total back again."""
    row, column = cell
    if row != TOTAL and column != TOTAL:
        return ("row", row), ("column", column)
    if row != TOTAL:
        return ("all", "rows"), ("row", row)
    if column != TOTAL:
        return ("column", column), ("all", "columns")
    return ("all", "columns"), ("all", "rows")


def _residual(values: Mapping[Cell, int], hidden: Iterable[Cell], without: Cell) -> dict[Node, dict[Node, int]]:
    """By how much each hidden cell but one can grow (along its edge) and shrink (against it)."""
    graph: dict[Node, dict[Node, int]] = {}
    for cell in hidden:
        if cell != without:
            start, end = _ends(cell)
            graph.setdefault(start, {})[end] = FAR
            graph.setdefault(end, {})[start] = values[cell]
    return graph


def _flow(graph: dict[Node, dict[Node, int]], source: Node, sink: Node) -> int:
    """The maximum flow from source to sink (Edmonds and Karp); at least FAR where there is no limit."""
    total = 0
    while total < FAR and (path := _path(graph, source, sink)):
        room = min(graph[start][end] for start, end in path)
        for start, end in path:
            graph[start][end] -= room
            graph[end][start] += room
        total += room
    return total


def _path(graph: Mapping[Node, Mapping[Node, int]], source: Node, sink: Node) -> list[tuple[Node, Node]]:
    """A shortest way from source to sink along which something can still flow, or none."""
    came_from: dict[Node, Node] = {}
    waiting = deque([source])
    while waiting:
        node = waiting.popleft()
        for onward, room in graph.get(node, {}).items():
            if room and onward != source and onward not in came_from:
                came_from[onward] = node
                waiting.append(onward)
        if sink in came_from:
            break
    path: list[tuple[Node, Node]] = []
    while sink != source and sink in came_from:
        path.append((came_from[sink], sink))
        sink = came_from[sink]
    return path
