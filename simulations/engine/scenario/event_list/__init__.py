"""The event list: a scenario's injects as rows of a sheet, for trainers who plan in a spreadsheet, and back again.

A sheet is rows of cells, each a text; the first row has headings, in English or Welsh, in any order. `columns` has what each column is;
`to_rows` makes rows from a file, `from_rows` a section `injects` from rows, with every mistake at its row and column. What is
no plain text (a condition of more than a phase and a time, an effect, a question) stands in its cell as it would in the file.
"""

from simulations.engine.scenario.event_list.columns import CellProblem, Column
from simulations.engine.scenario.event_list.from_rows import Section, section_of
from simulations.engine.scenario.event_list.to_rows import CannotShow, rows_of

__all__ = ["CannotShow", "CellProblem", "Column", "Section", "rows_of", "section_of"]
