"""The session as a line: each phase as long as its minutes, injects as numbered marks on it, and a key below.

What names no phase and no time stands at the right end; names that would not fit stand on a row of their own.
"""

from simulations.engine.scenario.drawing.sheet import MARGIN, SIZES, WIDE, WIDTH, Cell, Sheet
from simulations.engine.scenario.drawing.words import WORDS, called, moment_of, when_in_words
from simulations.engine.scenario.meeting import Everyone, Inject, Phase
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.vocabulary import Agenda

HIGH = 40
MARK = 11
APART = 2 * MARK + 2
"""How far two marks on one row are apart at least."""
ROW = 20
NAME = SIZES["small"] * WIDE


def draw_line(sheet: Sheet, scenario: Scenario) -> None:
    """The phases, their names on rows below the line, and the marks of injects above it."""
    starts = _starts(scenario)
    marks = [_moment(inject, scenario) for inject in scenario.injects.values()]
    rows = _rows([(x - MARK, x + MARK + 2) for x in (_at(minute, scenario) for minute in marks)])
    sheet.down(12 + (max(rows, default=-1) + 1) * APART)
    top = sheet.y
    for phase, start in zip(scenario.phases, starts, strict=True):
        _draw_phase(sheet, phase, _at(start, scenario), _at(start + phase.minutes, scenario), top)
    numbered = zip(rows, marks, range(1, len(marks) + 1), strict=True)
    for row, minute, number in sorted(numbered, reverse=True):  # the topmost first: its line goes behind those below
        _draw_mark(sheet, str(number), _at(minute, scenario), top, row)
    sheet.down(HIGH + 6)
    _draw_names(sheet, scenario, starts, top + HIGH)


def draw_injects(sheet: Sheet, scenario: Scenario) -> None:
    """The key to the marks: number, id, when, to whom, and the words."""
    if not scenario.injects:
        return
    sheet.down(34)
    sheet.text(MARGIN, WORDS["injects"].in_language(sheet.language), "h2")
    sheet.down(26)
    for number, inject in enumerate(scenario.injects.values(), 1):
        sheet.row(_cells(sheet, scenario, number, inject))


def _cells(sheet: Sheet, scenario: Scenario, number: int, inject: Inject) -> list[Cell]:
    everyone = WORDS["everyone"].in_language(sheet.language)
    seats = () if inject.to is Everyone.EVERYONE else scenario.reached_by(inject.id)
    to = ", ".join(called(seat, scenario, sheet.language) for seat in seats) or everyone
    words = inject.text.in_language(sheet.language) if inject.text else ""
    when = when_in_words(inject, scenario, sheet.language)
    return [
        Cell(0, 28, str(number), "small bold"),
        Cell(28, 160, inject.id, "small bold"),
        Cell(190, 190, when, "small"),
        Cell(384, 190, to, "small quiet"),
        Cell(580, WIDTH - 2 * MARGIN - 580, words, "small"),
    ]


def _starts(scenario: Scenario) -> list[int]:
    """The minute each phase begins in, and nothing lost on the way."""
    return [sum(phase.minutes for phase in scenario.phases[:number]) for number in range(len(scenario.phases))]


def _at(minute: float, scenario: Scenario) -> float:
    """Where on the sheet a minute of the session is."""
    whole = sum(phase.minutes for phase in scenario.phases)
    return round(MARGIN + (WIDTH - 2 * MARGIN) * minute / whole, 1)


def _moment(inject: Inject, scenario: Scenario) -> float:
    """The minute of the session an inject is drawn at; the end where its condition names none."""
    phase, after = moment_of(inject, scenario)
    begins = dict(zip((each.id for each in scenario.phases), _starts(scenario), strict=True))
    whole = sum(each.minutes for each in scenario.phases)
    return min(whole, begins[phase] + (after or 0) / 60) if phase is not None else whole


def _rows(spans: list[tuple[float, float]]) -> list[int]:
    """For each span the lowest row on which it touches no other one."""
    ends: list[list[tuple[float, float]]] = []
    rows = []
    for left, right in spans:
        free = (row for row, taken in enumerate(ends) if all(right <= begin or left >= end for begin, end in taken))
        row = next(free, len(ends))
        ends.extend([[]] if row == len(ends) else [])
        ends[row].append((left, right))
        rows.append(row)
    return rows


def _draw_phase(sheet: Sheet, phase: Phase, left: float, right: float, top: float) -> None:
    look = "break" if phase.agenda is Agenda.BREAK else "decides" if phase.decide else "phase"
    sheet.shape("rect", look, x=left + 1, y=top, width=max(1, right - left - 2), height=HIGH, rx=4)
    if right - left >= 2 * NAME + 6:
        on = "small on-brand" if phase.decide else "small"
        sheet.text((left + right) / 2, str(phase.minutes), on, y=top + HIGH / 2 + 5, anchor="middle")


def _draw_mark(sheet: Sheet, number: str, x: float, top: float, row: int) -> None:
    middle = top - MARK - 4 - row * APART
    sheet.path("lead", f"M{x:g} {top:g}V{middle + MARK:g}")
    sheet.shape("circle", "mark", cx=x, cy=middle, r=MARK)
    sheet.text(x, number, "small on-brand", y=middle + 5, anchor="middle")


def _draw_names(sheet: Sheet, scenario: Scenario, starts: list[int], bottom: float) -> None:
    """The names of the phases, each at the end of a line from the beginning of its own."""
    places = [
        (_at(start, scenario), len(phase.id) * NAME + 10) for phase, start in zip(scenario.phases, starts, strict=True)
    ]
    rows = _staircase(places)
    for phase, (left, width), row in zip(scenario.phases, places, rows, strict=True):
        baseline = bottom + ROW * (row + 1)
        sheet.path("edge", f"M{left + 2:g} {bottom:g}V{baseline - 12:g}")
        sheet.text(min(left, WIDTH - MARGIN - width) + 2, phase.id, "small", y=baseline)
    sheet.down(ROW * (max(rows, default=0) + 1))


def _staircase(places: list[tuple[float, float]]) -> list[int]:
    """For each name the row on which no other name, and no line down to one, runs through it: below all it reaches under."""
    rows: list[int] = []
    for number in reversed(range(len(places))):
        left, width = places[number]
        reached = [
            row for row, (right, _) in zip(reversed(rows), places[number + 1 :], strict=True) if right < left + width
        ]
        rows.append(max(reached, default=-1) + 1)
    return rows[::-1]
