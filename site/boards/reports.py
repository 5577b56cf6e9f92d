"""What a board sees of its region: who has learned enough, by agency and group, on one day.

Read only, in four queries whatever the region's size, and counted by the pure rules of `courses.status`. A person with several
posts in the region is counted once, at the post with the highest group. Nothing leaves this module that has not passed through
`boards.disclosure`: a `RegionReport` holds published figures only.
"""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boards.disclosure import TOTAL, Cell, Count, Figure, Published, protect, small
from boards.models import Board
from courses.status import FRAMEWORK, Learned, Standing, Status, months_after, standing_on
from people.models import Agency, Membership, Partnership, Region, Sector, TrainingGroup
from records.models import Credit

DEFAULT_THRESHOLD = 10
SECTOR_ORDER = [sector.value for sector in Sector]
HOURS_MONTHS = 36  # the window over which hours credited are told


@dataclass(frozen=True, slots=True)
class Row:
    """An agency, or the agencies of one sector under it. `people_in_scope` is what the agency says of itself, if it has."""

    code: str
    agency: Agency
    sector: Sector
    is_under_parent: bool
    expected: bool
    people_in_scope: int | None
    supplies: bool

    @property
    def name(self) -> str:
        return f"{self.agency.name}: {self.sector.label}" if self.is_under_parent else self.agency.name


@dataclass(frozen=True, slots=True)
class RegionReport:
    """Published figures of one region on one day. `lapsing`: how many fall out of date within 90 days (None: hidden).
    `hours`: mean hours credited to a person in the last three years, only of cells whose share is published."""

    region: Region
    day: datetime.date
    threshold: int
    rows: tuple[Row, ...]
    groups: tuple[str, ...]
    published: Published
    hours: Mapping[Cell, float]
    lapsing: int | None

    @property
    def supplying(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.supplies)

    @property
    def unknown(self) -> tuple[Row, ...]:
        """Agencies that the board counts on and that supply nobody."""
        return tuple(row for row in self.rows if not row.supplies)

    @property
    def expected(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.expected)

    @property
    def expected_supplying(self) -> tuple[Row, ...]:
        return tuple(row for row in self.expected if row.supplies)

    @property
    def whole(self) -> Figure:
        return self.published.figure(TOTAL, TOTAL)

    def furthest_behind(self) -> tuple[Row, str] | None:
        """The agency and group with the smallest published share under that of the whole region, if there is one."""
        shares = [
            (percent, row.code, row, group)
            for row in self.supplying
            for group in self.groups
            if (percent := self.published.figure(row.code, group).percent) is not None
        ]
        if not shares or self.whole.percent is None:
            return None
        percent, _code, row, group = min(shares, key=lambda share: share[:2] + share[3:])
        return (row, group) if percent < self.whole.percent else None


@dataclass(frozen=True, slots=True)
class Member:
    """One person in scope, without a name: the cell they are counted in and where they stand."""

    cell: Cell
    standing: Standing
    minutes: int


def region_report(region: Region, day: datetime.date) -> RegionReport:
    """Everything the board's page and its CSV show, as of `day`."""
    threshold = threshold_of(region)
    members = _members(region, day)
    published = protect(_counts(members), threshold)
    lapsing = sum(member.standing.status == Status.DUE_SOON for member in members)
    return RegionReport(
        region=region,
        day=day,
        threshold=threshold,
        rows=_rows(region, {member.cell[0] for member in members}),
        groups=tuple(TrainingGroup.values),
        published=published,
        hours=_hours(members, published),
        lapsing=None if small(lapsing, threshold) or small(len(members) - lapsing, threshold) else lapsing,
    )


def threshold_of(region: Region) -> int:
    return Board.objects.filter(region=region).values_list("threshold", flat=True).first() or DEFAULT_THRESHOLD


def _members(region: Region, day: datetime.date) -> list[Member]:
    posts = _counted_posts(region, day)
    learned = _learned(region, day)
    return [_member(post, learned[post.person_id], day) for post in posts]


def _counted_posts(region: Region, day: datetime.date) -> list[Membership]:
    """One post a person: the one with the highest group, then the one held longest."""
    posts = Membership.objects.on(day).filter(region=region).select_related("agency", "agency__parent")
    best: dict[int, Membership] = {}
    for post in posts.order_by("-group", "starts", "pk"):
        best.setdefault(post.person_id, post)
    return list(best.values())


def _learned(region: Region, day: datetime.date) -> dict[int, list[Learned]]:
    """What each person of the region was credited with, with whatever employer."""
    learned: dict[int, list[Learned]] = defaultdict(list)
    people = Membership.objects.on(day).filter(region=region).values("person")
    credits = Credit.objects.filter(person__in=people, day__lte=day)
    for person, on, minutes in credits.values_list("person_id", "day", "minutes"):
        learned[person].append(Learned(on, minutes))
    return learned


def _member(post: Membership, learned: list[Learned], day: datetime.date) -> Member:
    standing = standing_on(day, FRAMEWORK.rules[post.group], post.starts, learned)
    since = months_after(day, -HOURS_MONTHS)
    return Member(
        (row_code(post.agency), post.group), standing, sum(each.minutes for each in learned if each.day > since)
    )


def row_code(agency: Agency) -> str:
    """The row an agency is counted in: its own, or for a school and the like its authority's row of that sector."""
    return f"{agency.parent.code}:{agency.sector}" if agency.parent else agency.code


def _counts(members: Sequence[Member]) -> dict[Cell, Count]:
    counts: dict[Cell, Count] = defaultdict(lambda: Count(0, 0))
    for member in members:
        before = counts[member.cell]
        counts[member.cell] = Count(before.people + 1, before.in_date + member.standing.is_in_date)
    return dict(counts)


def _hours(members: Sequence[Member], published: Published) -> dict[Cell, float]:
    """Mean hours by cell; no totals, from which a hidden cell's could be subtracted."""
    minutes: dict[Cell, int] = defaultdict(int)
    for member in members:
        minutes[member.cell] += member.minutes
    return {
        cell: round(total / 60 / figure.people, 1)
        for cell, total in minutes.items()
        if (figure := published.figure(*cell)).people and figure.percent is not None
    }


def _rows(region: Region, supplying: set[str]) -> tuple[Row, ...]:
    """The region's agencies by sector and name: those that supply people, and after them those expected to."""
    partnerships = Partnership.objects.filter(region=region).select_related("agency", "agency__parent")
    by_row: dict[str, list[Partnership]] = defaultdict(list)
    for partnership in partnerships:
        by_row[row_code(partnership.agency)].append(partnership)
    rows = [_row(code, parts, code in supplying) for code, parts in by_row.items()]
    known = [row for row in rows if row.supplies or row.expected]
    return tuple(sorted(known, key=lambda row: (not row.supplies, SECTOR_ORDER.index(row.sector), row.name)))


def _row(code: str, partnerships: list[Partnership], supplies: bool) -> Row:
    agency = partnerships[0].agency
    sizes = [partnership.people_in_scope for partnership in partnerships]
    return Row(
        code=code,
        agency=agency.parent or agency,
        sector=Sector(agency.sector),
        is_under_parent=agency.parent is not None,
        expected=any(partnership.expected for partnership in partnerships),
        people_in_scope=None if None in sizes else sum(size for size in sizes if size is not None),
        supplies=supplies,
    )
