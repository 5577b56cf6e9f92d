"""Spreadsheets (.xlsx) in and out, by openpyxl. One from outside is bounded before it is opened, and no formula is carried out."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException

LARGEST = 5 * 1024 * 1024
LARGEST_UNPACKED = 40 * 1024 * 1024
MOST_ROWS = 2000
MOST_COLUMNS = 40


class NotASheet(Exception):
    """A file that is no spreadsheet, or too large a one."""


def rows_in(path: Path) -> list[list[str]]:
    """The rows of the first sheet, every cell as text. Raises NotASheet, and OSError where it cannot be opened."""
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    try:
        _bound(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
        texts = [_without_empty_end([_as_text(value) for value in row]) for row in rows]
        book.close()
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError) as error:
        raise NotASheet from error
    if len(texts) > MOST_ROWS:
        raise NotASheet
    return texts


def workbook_of(rows: Iterable[list[str]]) -> bytes:
    """A workbook with one sheet; every cell is text, also one that begins as a formula would."""
    book = Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, start=1):
        for at, text in enumerate(row, start=1):
            cell = sheet.cell(row=number, column=at, value=text or None)
            cell.data_type = "s" if text else cell.data_type
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
            sheet.column_dimensions[cell.column_letter].width = max(
                18, min(60, len(text)), sheet.column_dimensions[cell.column_letter].width
            )
    sheet.freeze_panes = "B2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _bound(content: bytes) -> None:
    if len(content) > LARGEST:
        raise NotASheet
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(each.file_size for each in archive.infolist()) > LARGEST_UNPACKED:
            raise NotASheet


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _without_empty_end(row: list[str]) -> list[str]:
    while row and not row[-1].strip():
        row.pop()
    return row
