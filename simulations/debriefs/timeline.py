"""Where things stand on the drawn timeline: pure geometry, from what the debrief shows to this viewer.

A lane a child, one for what is about all of them, one for what happened to the table and one for pitfalls. Left to right is
the conference's own time; what was never said, or cannot be known, stands beside the end. The same figures make the SVG
of the room (`room/timeline.html`) and the drawing of the printed debrief.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from simulations.engine.sections import ChildLine, DebriefSection, FactLine, PhaseLine, TimelineLine

WIDTH, LEFT, RIGHT = 960, 116, 836
TOP, LANE = 44, 30
APART = 15
"""So far apart do two marks in a lane stand at least, that both are seen."""
LETTER = 7.6
"""Units that a letter of a label takes, on average."""
MOST_BESIDE = 4
"""So many marks stand beside a lane's end; more are counted."""
TICKS = (60, 120, 300, 600, 900, 1800, 3600)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a lane: `kind` is said, late, decided, inject, adjourned or pitfall."""

    kind: str
    seconds: int
    x: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One line across; `child` is None for what is about all children, and for events and pitfalls."""

    name: str
    y: int
    child: str | None = None
    marks: list[Mark] = field(default_factory=list)
    beside: list[Mark] = field(default_factory=list)
    more: int = 0
    """So many marks beside its end that there is no room for."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase on the drawing."""

    x: int
    width: int
    agenda: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The whole drawing, in units of a box `width` wide and `height` high."""

    length: int
    height: int
    bottom: int
    lanes: list[Lane]
    phases: list[Stretch]
    ticks: list[tuple[int, int]]
    first_view: tuple[int, int] | None
    width: int = WIDTH
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP


@dataclass(frozen=True, slots=True)
class Names:
    """What lanes are called, in the reader's language."""

    everybody: str
    events: str
    pitfalls: str


def drawn(debrief: DebriefSection, children: Sequence[ChildLine], phases: Sequence[PhaseLine], names: Names) -> Drawn:
    """The debrief's timeline, drawn."""
    length = max(1, debrief.length)
    lanes = list(_lanes(debrief, children, names, length))
    bottom = TOP + LANE * len(lanes)
    views = [line.seconds for line in debrief.timeline if line.kind == "view"]
    return Drawn(
        length=length,
        height=bottom + 44,
        bottom=bottom,
        lanes=lanes,
        phases=_phases(debrief, phases, length),
        ticks=[(at(seconds, length), seconds // 60) for seconds in range(0, length + 1, step(length))],
        first_view=(at(min(views), length), min(views)) if views else None,
    )


def at(seconds: int, length: int) -> int:
    """Where a moment stands, from left to right."""
    return round(LEFT + (RIGHT - LEFT) * min(seconds, length) / length)


def step(length: int) -> int:
    """So many seconds apart stand the figures below: at most eight of them."""
    return next((each for each in TICKS if length / each <= 8), length // 8 or 1)


def _lanes(debrief: DebriefSection, children: Sequence[ChildLine], names: Names, length: int) -> Iterator[Lane]:
    several, everybody = len(children) > 1, tuple(child.id for child in children)
    wanted = [(child.name, child.id) for child in children] + ([(names.everybody, None)] if several else [])
    rows = [(name, child, _of(debrief, child, everybody)) for name, child in wanted]
    for place, (name, child, lines) in enumerate(rows):
        beside = sorted(line.outcome for line in _facts(debrief, child, everybody) if line.seconds is None)
        marks = _apart(Mark(_kind(line), line.seconds, at(line.seconds, length)) for line in lines)
        more = max(0, len(beside) - MOST_BESIDE)
        yield Lane(name, _y(place), child, marks, _beside(beside[:MOST_BESIDE], length), more)
    happened = (line for line in debrief.timeline if line.kind in ("inject", "adjourned"))
    events = [Mark(line.kind, line.seconds, at(line.seconds, length)) for line in happened]
    yield Lane(names.events, _y(len(rows)), marks=_apart(events))
    found = (line.seconds for line in debrief.pitfalls if line.found and line.seconds is not None)
    yield Lane(
        names.pitfalls,
        _y(len(rows) + 1),
        marks=_apart(Mark("pitfall", seconds, at(seconds, length)) for seconds in sorted(found)),
    )


def _beside(outcomes: Iterable[str], length: int) -> list[Mark]:
    return [Mark(outcome, length, RIGHT + 20 * place) for place, outcome in enumerate(outcomes, 1)]


def _y(place: int) -> int:
    return TOP + LANE // 2 + LANE * place


def _kind(line: TimelineLine) -> str:
    if line.kind == "decided":
        return "decided"
    return "late" if line.late else "said"


def _of(debrief: DebriefSection, child: str | None, everybody: tuple[str, ...]) -> list[TimelineLine]:
    shown = (line for line in debrief.timeline if line.kind in ("shared", "decided"))
    return [line for line in shown if _in_lane(line.about, child, everybody)]


def _facts(debrief: DebriefSection, child: str | None, everybody: tuple[str, ...]) -> list[FactLine]:
    every = {
        fact.fact: fact
        for known in debrief.by_child
        for fact in (*known.shared, *known.late, *known.not_known, *known.never_shared)
    }
    return [fact for fact in every.values() if _in_lane(fact.about, child, everybody)]


def _in_lane(about: tuple[str, ...], child: str | None, everybody: tuple[str, ...]) -> bool:
    """What is about several children stands once, in the lane of all."""
    alone = len(about) == 1 or len(everybody) == 1
    return (child in about) if alone else child is None


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """The marks of a lane in their order, none of them hidden behind the one before."""
    placed: list[Mark] = []
    for mark in marks:
        x = max(mark.x, placed[-1].x + APART) if placed else mark.x
        placed.append(Mark(mark.kind, mark.seconds, x))
    return placed


def _phases(debrief: DebriefSection, phases: Sequence[PhaseLine], length: int) -> list[Stretch]:
    agenda = {line.id: line.agenda for line in phases}
    began = [(line.seconds, agenda.get(line.what, "")) for line in debrief.timeline if line.kind == "phase"]
    starts = [each for each in began if each[0] < length]
    ends = [seconds for seconds, _ in starts[1:]] + [length]
    return [
        Stretch(at(start, length), at(end, length) - at(start, length), name)
        for (start, name), end in zip(starts, ends, strict=True)
    ]


def has_room_for(stretch: Stretch, name: str) -> bool:
    """Whether a phase's name fits above its part of the drawing."""
    return len(name) * LETTER < stretch.width
