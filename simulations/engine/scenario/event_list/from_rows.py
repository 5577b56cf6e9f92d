"""From rows to the section `injects` of a file, with every mistake at its row and column.

Each cell becomes a line of its own, so that what the reader says of a line is said of that cell, in its own words. With a
scenario's text the section is put in the place of the one there, and read with all the rest; alone, only its shape is looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from simulations.engine.scenario.decoding import decode
from simulations.engine.scenario.event_list.columns import (
    NEEDED,
    CellProblem,
    Column,
    column_called,
)
from simulations.engine.scenario.event_list.splicing import spliced
from simulations.engine.scenario.event_list.to_rows import PLAIN, flow
from simulations.engine.scenario.keys import keys_of
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.nodes import Mapped, Refused, Scalar, parse
from simulations.engine.scenario.notebook import Notebook
from simulations.engine.scenario.problems import START_OF_FILE, Problem, Severity, problem
from simulations.engine.scenario.reading import read
from simulations.engine.scenario.typed import TypedReader
from simulations.engine.scenario.values import Text
from simulations.engine.scenario.vocabulary import Language

UNKNOWN_HEADING = (
    "This heading is not known: {found}. The headings are: {known}.",
    "Nid yw'r pennawd hwn yn hysbys: {found}. Dyma'r penawdau: {known}.",
)
HEADING_TWICE = ("This heading stands here a second time.", "Mae'r pennawd hwn yma am yr eildro.")
HEADING_MISSING = ("There is no column with this heading: {found}.", "Nid oes colofn â'r pennawd hwn: {found}.")
BY_HAND = ("Write true here, or nothing.", "Ysgrifennwch true yma, neu ddim.")
NEEDS_WHEN = (
    "Say when: under Phase, After or Other condition, or write true under By hand.",
    "Dywedwch pryd: o dan Cam, Ar ôl neu Amod arall, neu ysgrifennwch true o dan Â llaw.",
)
ID_MISSING = ("This row has no id in its column Id.", "Nid oes id yn y rhes hon yn y golofn Id.")
ID_TWICE = (
    "The id “{found}” stands in a second row; the first is row {first}.",
    "Mae'r id “{found}” mewn ail res; rhes {first} yw'r gyntaf.",
)
ELSEWHERE = ("Not in the sheet, in the scenario's {path}: {said}", "Nid yn y daflen, yn {path} y senario: {said}")

TOLD_ALREADY = {"inject-needs-when", "duplicate-key"}
"""What the reader says that was told of its row already."""

PATHS = {"to": Column.TO, "when": Column.PHASE}
"""Where to look for a key that is missing."""


@dataclass(slots=True)
class Section:
    """What came of a sheet: the file's text, or the section alone; and every mistake, in the sheet's order."""

    text: str
    problems: list[CellProblem] = field(default_factory=list)


@dataclass(slots=True)
class _Lines:
    """The lines of a section, each with the cell it came from."""

    places: dict[Column, int]
    lines: list[str] = field(default_factory=lambda: ["injects:"])
    cells: list[tuple[int, Column]] = field(default_factory=lambda: [(1, Column.ID)])
    problems: list[CellProblem] = field(default_factory=list)

    def add(self, line: str, row: int, column: Column) -> None:
        self.lines.append(line)
        self.cells.append((row, column))

    def wrong(self, row: int, column: Column, message: Text) -> None:
        self.problems.append(CellProblem(row, self.places.get(column, 0), message))


def section_of(rows: list[list[str]], scenario: str | None = None) -> Section:
    """The section that rows make, within a scenario's text where one is given. Raises Refused, where that is no YAML."""
    places, problems = _headings(rows[0] if rows else [])
    if problems:
        return Section("", problems)
    made = _Lines(places)
    first_rows: dict[str, int] = {}
    for number, row in enumerate(rows[1:], start=2):
        cells = {column: row[at].strip() for column, at in places.items() if at < len(row) and row[at].strip()}
        if cells:
            _add_inject(made, number, cells)
        name = cells.get(Column.ID, "")
        if first_rows.setdefault(name, number) < number and name:
            made.wrong(number, Column.ID, _pair(ID_TWICE, found=name, first=str(first_rows[name])))
    section = "\n".join(made.lines if len(made.lines) > 1 else ["injects: {}"]) + "\n"
    text, first = spliced(scenario, section) if scenario is not None else (section, 1)
    for each in read(text).errors if scenario is not None else _of_shape(section):
        if each.code not in TOLD_ALREADY:
            _tell(made, each, each.line - first)
    return Section(text, sorted(made.problems, key=lambda each: (each.row, each.column)))


def _pair(words: tuple[str, str], **details: str) -> Text:
    english, welsh = (each.format(**details) for each in words)
    return Text(words=(("en", english), ("cy", welsh)))


def _headings(row: list[str]) -> tuple[dict[Column, int], list[CellProblem]]:
    """Where each column stands, and what is wrong with the headings."""
    places: dict[Column, int] = {}
    problems = []
    for at, heading in enumerate(row):
        column = column_called(heading)
        if column is None and heading.strip():
            known = ", ".join(each.heading("en") for each in Column), ", ".join(each.heading("cy") for each in Column)
            message = [
                _pair(UNKNOWN_HEADING, found=heading.strip(), known=each).words[n] for n, each in enumerate(known)
            ]
            problems.append(CellProblem(1, at, Text(words=tuple(message))))
        elif column in places:
            problems.append(CellProblem(1, at, _pair(HEADING_TWICE)))
        elif column is not None:
            places[column] = at
    lacking = [column for column in NEEDED if column not in places]
    problems.extend(CellProblem(1, len(row), _pair(HEADING_MISSING, found=each.heading("en"))) for each in lacking)
    return places, problems


def _add_inject(made: _Lines, row: int, cells: dict[Column, str]) -> None:
    if Column.ID not in cells:
        made.wrong(row, Column.ID, _pair(ID_MISSING))
        return
    nothing_else = " {}" if len(cells) == 1 else ""
    made.add(f"  {_quoted(cells[Column.ID])}:{nothing_else}", row, Column.ID)
    waiting = [
        line for column in (Column.PHASE, Column.AFTER, Column.CONDITION) for line in _waiting(made, row, column, cells)
    ]
    if not waiting and not cells.keys() & {Column.PHASE, Column.AFTER, Column.CONDITION, Column.BY_HAND}:
        made.wrong(row, Column.PHASE, _pair(NEEDS_WHEN))
    if waiting:
        made.add("    when:", row, waiting[0][1])
        for line, column in waiting:
            made.add(line, row, column)
    if Column.BY_HAND in cells and cells[Column.BY_HAND].casefold() != "true":
        made.wrong(row, Column.BY_HAND, _pair(BY_HAND))
    elif Column.BY_HAND in cells:
        made.add("    manual: true", row, Column.BY_HAND)
    for column, key in ((Column.TO, "to"), (Column.DEAL, "deal"), (Column.VARIANTS, "variants")):
        if column in cells:
            made.add(f"    {key}: {_list(cells[column])}", row, column)
    for column, key in ((Column.EFFECT, "effect"), (Column.ASK, "ask")):
        for name, value in _fragment(made, row, column, cells):
            made.add(f"    {key}:" if not name else f"      {name}: {value}", row, column)
    _add_words(made, row, cells)


def _waiting(made: _Lines, row: int, column: Column, cells: dict[Column, str]) -> Iterator[tuple[str, Column]]:
    if column is Column.CONDITION:
        yield from ((f"      {name}: {value}", column) for name, value in _fragment(made, row, column, cells) if name)
    elif column in cells:
        yield f"      {'phase' if column is Column.PHASE else 'after'}: {_quoted(cells[column])}", column


def _add_words(made: _Lines, row: int, cells: dict[Column, str]) -> None:
    written = [(key, column) for key, column in (("cy", Column.WELSH), ("en", Column.ENGLISH)) if column in cells]
    if written:
        made.add("    text:", row, written[0][1])
    for key, column in written:
        made.add(f"      {key}: {_quoted(cells[column])}", row, column)


def _fragment(made: _Lines, row: int, column: Column, cells: dict[Column, str]) -> list[tuple[str, str]]:
    """The keys and values of a cell that holds what would stand in the file, after a pair without a name."""
    if column not in cells:
        return []
    try:
        node, problems = parse(decode(cells[column]))
    except Refused as refused:
        made.wrong(row, column, refused.problem.message)
        return []
    if problems or not isinstance(node, Mapped):
        shape = problem("wrong-type", START_OF_FILE, expected_en="{key: value}", expected_cy="{allwedd: gwerth}")
        made.wrong(row, column, (problems[0] if problems else shape).message)
        return []
    return [("", ""), *((flow(entry.key), flow(entry.value)) for entry in node.entries.values())]


def _quoted(cell: str) -> str:
    return flow(Scalar(cell, START_OF_FILE))


def _list(cell: str) -> str:
    """Ids with commas between them; a single one without brackets, so that `everyone` may be it."""
    names = [each.strip() for each in cell.replace(";", ",").split(",") if each.strip()]
    listed = ", ".join(_quoted(each) for each in names)
    return listed if len(names) == 1 and PLAIN.fullmatch(names[0]) else f"[{listed}]"


def _of_shape(section: str) -> list[Problem]:
    """What is wrong with a section by itself: nothing is known of what it names."""
    try:
        root, problems = parse(decode(section))
    except Refused as refused:
        return [refused.problem]
    notebook = Notebook(languages=(Language.CY, Language.EN), variants=())
    notebook.problems.extend(problems)
    key = keys_of(Scenario)["injects"]
    entry = root.entries["injects"] if isinstance(root, Mapped) else None
    if entry:
        TypedReader(notebook).value(entry.value, key.hint, "injects", key.key)
    return [each for each in notebook.problems if each.severity is Severity.ERROR]


def _tell(made: _Lines, each: Problem, line: int) -> None:
    """A problem of the reader, at the cell whose line it is about."""
    hinted = [(language, each.in_language(language)) for language in ("en", "cy")]
    if 0 <= line < len(made.cells):
        row, column = made.cells[line]
        missing = PATHS.get(each.path.rpartition(".")[2]) if each.code == "missing-key" else None
        made.wrong(row, missing or column, Text(words=tuple(hinted)))
    else:
        told = [_pair(ELSEWHERE, path=each.path, said=said).words[n] for n, (_, said) in enumerate(hinted)]
        made.wrong(1, Column.ID, Text(words=tuple(told)))
