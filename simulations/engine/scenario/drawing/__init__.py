"""A scenario as one picture (SVG): its phases as a line in proportion to their minutes, injects on it, and who holds what.

`sheet` is the paper it is drawn on (text, lines, escaping, the two grounds); `line` draws the phases and injects,
`matrix` the facts against the seats; `words` has what is said in both languages, the text alternative among it.
The picture follows from the scenario alone: the same file is drawn the same, byte by byte.
"""

from simulations.engine.scenario.drawing.line import draw_injects, draw_line
from simulations.engine.scenario.drawing.matrix import draw_matrix
from simulations.engine.scenario.drawing.sheet import MARGIN, Sheet
from simulations.engine.scenario.drawing.words import WORDS, alternative
from simulations.engine.scenario.model import Scenario

__all__ = ["draw"]


def draw(scenario: Scenario, language: str) -> str:
    """The scenario as the text of an SVG file, worded in `language` (`en` or `cy`)."""
    sheet = Sheet(language)
    title = scenario.title.in_language(language)
    sheet.text(MARGIN, title, "h1")
    sheet.down(34)
    sheet.paragraph(WORDS["legend-line"].in_language(language))
    draw_line(sheet, scenario)
    draw_injects(sheet, scenario)
    draw_matrix(sheet, scenario)
    return sheet.finished(title, alternative(scenario, language))
