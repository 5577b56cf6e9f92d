"""Who holds what: a row for each fact, a column for each seat that holds any."""

from simulations.engine.scenario.drawing.sheet import LINE, MARGIN, SIZES, WIDE, WIDTH, Cell, Sheet, cut
from simulations.engine.scenario.drawing.words import WORDS, called, holders
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import Fact
from simulations.engine.scenario.values import SeatId

DOT = 6
COLUMN = 44
ID = 120
"""The width of a fact's id."""
LEAST_FOR_FACTS = 460


def draw_matrix(sheet: Sheet, scenario: Scenario) -> None:
    """The matrix with its heading; seats without facts have no column."""
    sheet.down(48)
    sheet.text(MARGIN, WORDS["matrix"].in_language(sheet.language), "h2")
    sheet.down(26)
    held = holders(scenario)
    seats = [seat for seat in scenario.seats if any(seat in row for row in held.values())]
    if not scenario.facts:
        sheet.paragraph(WORDS["no-facts"].in_language(sheet.language))
        return
    sheet.paragraph(WORDS["legend-matrix"].in_language(sheet.language))
    places = _columns(seats)
    _draw_heads(sheet, scenario, places)
    for fact, row in held.items():
        _draw_row(sheet, scenario.facts[fact], row, places)


def _columns(seats: list[SeatId]) -> dict[SeatId, float]:
    """Where the middle of each seat's column is."""
    wide = min(COLUMN, (WIDTH - 2 * MARGIN - LEAST_FOR_FACTS) / max(1, len(seats)))
    right = WIDTH - MARGIN - wide / 2
    return {seat: right - wide * (len(seats) - 1 - number) for number, seat in enumerate(seats)}


def _draw_heads(sheet: Sheet, scenario: Scenario, places: dict[SeatId, float]) -> None:
    """The seats' names, read upwards so that they fit."""
    names = {seat: cut(called(seat, scenario, sheet.language), 190, "small") for seat in places}
    sheet.down(max((len(name) for name in names.values()), default=0) * SIZES["small"] * WIDE + 12)
    for seat, x in places.items():
        sheet.parts.append(f'<g transform="translate({x + 5:g} {sheet.y - 8:g}) rotate(-90)">')
        sheet.text(0, names[seat], "small", y=0)
        sheet.parts.append("</g>")
    sheet.shape("line", "rule", x1=MARGIN, x2=WIDTH - MARGIN, y1=sheet.y, y2=sheet.y)


def _draw_row(sheet: Sheet, fact: Fact, row: dict[SeatId, bool], places: dict[SeatId, float]) -> None:
    weight = " bold" if fact.critical else ""
    width = min(places.values(), default=WIDTH - MARGIN) - COLUMN / 2 - MARGIN - ID
    gist = Cell(ID, width, fact.gist.in_language(sheet.language), "small")
    top = sheet.y
    sheet.down(LINE)
    sheet.row([Cell(0, ID, ("★ " if fact.critical else "") + fact.id, f"small{weight}"), gist])
    sheet.y -= LINE - 4
    for seat, at_once in row.items():
        look, radius = ("mark", DOT) if at_once else ("ring", DOT - 1)
        sheet.shape("circle", look, cx=places[seat], cy=(top + sheet.y) / 2, r=radius)
    sheet.shape("line", "rule", x1=MARGIN, x2=WIDTH - MARGIN, y1=sheet.y, y2=sheet.y)
