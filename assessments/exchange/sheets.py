"""Questions as a sheet (CSV), a row each: read from what spreadsheets save, written so that they show it rightly."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assessments.exchange.building import built
from assessments.exchange.columns import KNOWN, LANGUAGES, SHORTEST, draft_in, header, languages_in, row_of, strange
from assessments.exchange.drafts import Draft, DraftOption, Kind
from assessments.exchange.entries import Entry
from assessments.exchange.joining import Differs, joined
from assessments.exchange.limits import LIMITS
from assessments.exchange.problems import Place, Problem, Refused, Unit, mistake

FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"  # tells a spreadsheet that this is UTF-8


def read(text: str) -> Iterator[Entry | Refused]:
    """Each row's question, or everything that is wrong with the row. Raises Refused where the headings are not ours."""
    csv.field_size_limit(LIMITS.file)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        _check_header(names)
        for number, cells in enumerate(rows, start=2):
            if any(cell.strip() for cell in cells):
                yield _in_row(names, cells, Place(Unit.ROW, number))
    except csv.Error as fault:
        raise Refused(mistake("not-csv", Place(Unit.LINE, rows.line_num), reason=str(fault))) from fault


def write(questions: Iterable[Mapping[str, Draft]]) -> str:
    """Each question in the languages that it has."""
    rows = [row_of(drafts) for drafts in questions]
    longest = max((_numbers(name) for row in rows for name in row), default=0)
    made = io.StringIO(newline="")
    made.write(MARK)
    writer = csv.DictWriter(made, header(max(SHORTEST, longest)), restval="")
    writer.writeheader()
    writer.writerows({name: shown(text) for name, text in row.items()} for row in rows)
    return made.getvalue()


def template() -> str:
    """A sheet to begin with: a row of each kind, to be written over."""
    return write(EXAMPLES)


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _check_header(names: list[str]) -> None:
    if len(names) > LIMITS.columns:
        raise Refused(mistake("too-many-columns", Place(Unit.ROW, 1), limit=LIMITS.columns))
    wrong: list[Problem] = [*strange(names)]
    if "kind" not in names or not {"prompt_en", "prompt_cy"} & set(names):
        wrong = [mistake("no-header", Place(Unit.ROW, 1)), *(wrong if KNOWN & set(names) else [])]
    if wrong:
        raise Refused(*wrong)


def _in_row(names: list[str], cells: list[str], place: Place) -> Entry | Refused:
    """A row with more in it than there are columns has most likely slipped, so nothing of it is believed."""
    if any(cell.strip() for cell in cells[len(names) :]):
        return Refused(mistake("row-too-long", place))
    return _entry(dict(zip(names, map(_said, cells), strict=False)), place)


def _entry(row: dict[str, str], place: Place) -> Entry | Refused:
    found: list[Entry] = []
    wrong: list[Problem] = []
    for code in languages_in(row):
        try:
            draft, unclear = draft_in(row, code, place)
            wrong.extend(unclear)
            found.append(built(draft, code))
        except Refused as refused:
            wrong.extend(refused.problems)
    if wrong:
        return Refused(*dict.fromkeys(wrong))
    first = found[0]
    try:
        for other in found[1:]:
            first = Entry(first.key, joined(first.question, other.question), first.outcome, place)
    except Differs:
        return Refused(mistake("languages-differ", place))
    return first


def _said(cell: str) -> str:
    """As it was meant: a spreadsheet's apostrophe before a formula that is none goes again."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text.lstrip("'").startswith(FORMULA) else text


def shown(text: str) -> str:
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def _numbers(name: str) -> int:
    number = name.rpartition("_")[0].rpartition("_")[2]
    return int(number) if number.isdigit() else 0


def _example(
    kind: Kind, prompts: tuple[str, str], options: Sequence[tuple[str, str]] = (), right: str = ""
) -> dict[str, Draft]:
    """`right` has the numbers of the right options; of a statement, anything where it is true."""
    return {
        code: Draft(
            kind,
            prompts[index],
            options=tuple(
                DraftOption(text[index], str(number) in right) for number, text in enumerate(options, start=1)
            ),
            true=bool(right),
        )
        for index, code in enumerate(LANGUAGES)
    }


DAYS = (("Monday", "Dydd Llun"), ("Tuesday", "Dydd Mawrth"), ("Wednesday", "Dydd Mercher"))
EXAMPLES = (
    _example(Kind.SINGLE, ("Which day comes after Monday?", "Pa ddydd sy’n dod ar ôl dydd Llun?"), DAYS, right="2"),
    _example(
        Kind.MULTIPLE,
        ("Which of these come before Wednesday?", "Pa rai o’r rhain sy’n dod cyn dydd Mercher?"),
        DAYS,
        right="12",
    ),
    _example(Kind.TRUE_FALSE, ("Tuesday comes after Monday.", "Mae dydd Mawrth yn dod ar ôl dydd Llun."), right="true"),
    _example(Kind.ORDER, ("Put the days in order.", "Rhowch y dyddiau yn eu trefn."), DAYS),
)
