"""A region's report as rows and cells, for the page and for the CSV: the same figures, hidden the same way."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from boards.disclosure import TOTAL, Figure
from boards.reports import RegionReport, Row

HIDDEN = "[c]"
NOBODY = "–"
# Lowest percentage of each band of colour. They are ours: no national band was found, and colour only repeats the number.
BANDS = ((90, 4), (80, 3), (65, 2), (0, 1))


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell of the heat table. `band` runs from 1 to 4, 0 where there is no colour. `spare`: nobody in the whole region is
    in this group, so a narrow screen may leave its column out."""

    text: str
    band: int
    spare: bool = False

    @property
    def hidden(self) -> bool:
        return self.text == HIDDEN

    @property
    def nobody(self) -> bool:
        return self.text == NOBODY


@dataclass(frozen=True, slots=True)
class HeatRow:
    name: str
    supplied: str
    cells: tuple[HeatCell, ...]
    whole: HeatCell


def heat_rows(report: RegionReport) -> list[HeatRow]:
    """The agencies that supply people."""
    return [_heat_row(report, row.code, row.name, supplied(report, row)) for row in report.supplying]


def heat_totals(report: RegionReport) -> HeatRow:
    return _heat_row(report, TOTAL, _("All agencies"), count_text(report.whole))


def spare_groups(report: RegionReport) -> set[str]:
    """The groups that nobody in the region is in."""
    return {group for group in report.groups if report.published.figure(TOTAL, group).people == 0}


def hours_rows(report: RegionReport) -> list[tuple[str, list[str]]]:
    """Mean hours credited to a person, by agency and group."""
    return [(row.name, [_hours_text(report, row, group) for group in report.groups]) for row in report.supplying]


def supplied(report: RegionReport, row: Row) -> str:
    """How many people an agency supplies, of those it says there are."""
    people = count_text(report.published.figure(row.code, TOTAL))
    if row.people_in_scope is None:
        return people
    return _("%(people)s of %(all)s") % {
        "people": people,
        "all": number_format(row.people_in_scope, force_grouping=True),
    }


def count_text(figure: Figure) -> str:
    return HIDDEN if figure.people is None else number_format(figure.people, force_grouping=True)


def band_of(percent: int) -> int:
    return next(band for least, band in BANDS if percent >= least)


def csv_lines(report: RegionReport) -> Iterator[list[str]]:
    """The heading and one line for each agency and group, totals among them; then the agencies we cannot see."""
    yield [
        *(
            _("Region"),
            _("As at"),
            _("Agency"),
            _("Group"),
            _("People supplied"),
            _("People in scope, as the agency says"),
        ),
        *(_("In date"), _("In date, per cent"), _("Hours credited to a person in three years, on average"), _("Note")),
    ]
    for row in report.supplying:
        for group in (*report.groups, TOTAL):
            if report.published.figure(row.code, group).people != 0:
                yield _csv_line(report, row, group)
    for group in (*report.groups, TOTAL):
        if report.published.figure(TOTAL, group).people != 0:
            yield _csv_line(report, None, group)
    for row in report.unknown:
        yield [*_csv_head(report, row.name, _("All groups")), "", "", "", "", "", _("Unknown: no people supplied")]


def _csv_line(report: RegionReport, row: Row | None, group: str) -> list[str]:
    code = row.code if row else TOTAL
    figure = report.published.figure(code, group)
    in_scope = str(row.people_in_scope) if row and row.people_in_scope is not None and group == TOTAL else ""
    hours = report.hours.get((code, group))
    return [
        *_csv_head(report, row.name if row else _("All agencies"), group or _("All groups")),
        HIDDEN if figure.people is None else str(figure.people),
        in_scope,
        HIDDEN if figure.in_date is None else str(figure.in_date),
        HIDDEN if figure.percent is None else str(figure.percent),
        "" if hours is None else str(hours),
        _("Hidden, so that nobody can be recognised") if figure.percent is None else "",
    ]


def _csv_head(report: RegionReport, agency: str, group: str) -> list[str]:
    return [plain(report.region.name), report.day.isoformat(), plain(agency), group]


def plain(text: str) -> str:
    """Text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _heat_row(report: RegionReport, code: str, name: str, people: str) -> HeatRow:
    spare = spare_groups(report)
    cells = tuple(_heat_cell(report.published.figure(code, group), group in spare) for group in report.groups)
    return HeatRow(name, people, cells, _heat_cell(report.published.figure(code, TOTAL)))


def _heat_cell(figure: Figure, spare: bool = False) -> HeatCell:
    if figure.people == 0:
        return HeatCell(NOBODY, 0, spare)
    if figure.percent is None:
        return HeatCell(HIDDEN, 0)
    return HeatCell(f"{figure.percent}%", band_of(figure.percent))


def _hours_text(report: RegionReport, row: Row, group: str) -> str:
    if report.published.figure(row.code, group).people == 0:
        return NOBODY
    hours = report.hours.get((row.code, group))
    return HIDDEN if hours is None else number_format(hours, 1)
