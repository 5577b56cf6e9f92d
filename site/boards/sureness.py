"""How sure the people of a region say they are: before each course and the region's conferences, after them, and some weeks later.

Of what somebody said of several statements the mean counts, in one of three bands, which are ours. Of courses the answers of
those count who work in the region today. Of conferences those count that the region held, with what their learners said, one
answer of each person for each conference: a conference forgets after some weeks who was who, and a count that followed people
as long as it could would change on that day. Whether a count may be shown is settled by people as far as they can be told
apart. Nothing leaves here that has not passed through `boards.disclosure`.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Avg
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from boards.disclosure import TOTAL, Count, Published, protect
from boards.reports import threshold_of
from boards.tables import HIDDEN, plain
from courses.models import Course, Sureness
from people.models import Membership, Region
from simulations.models import Conference, Confidence, Participant

BANDS: Mapping[str, Promise] = {
    "less": gettext_lazy("Less sure"),
    "fairly": gettext_lazy("Fairly sure"),
    "very": gettext_lazy("Very sure"),
}
OF_TEN = (5, 8)  # a mean on a course's scale from 1 to 10 from which on somebody is fairly and very sure
OF_FIVE = (3, 4)  # as OF_TEN, on a conference's scale from 1 to 5


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: when, in which band, by whom as far as that is known, and of which conference if of one."""

    when: str
    band: str
    who: tuple[str, int]
    conference: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One of the three times: at how many conferences, how many answers, and how many in each band, as they may be shown."""

    when: str
    conferences: str
    answers: str
    bands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """A course, or all conferences of the region."""

    title: str
    lines: tuple[Line, ...]
    of_conferences: bool = False


def how_sure(region: Region, day: datetime.date) -> list[About]:
    """The conferences first, then courses by title; those of which nobody has said anything are left out."""
    threshold = threshold_of(region)
    said = of_conferences(region)
    lines = lines_of(said, dict[str, object](Confidence.When.choices), threshold)
    found = [About(_("Conferences"), lines, of_conferences=True)] if said else []
    titles = titles_of_courses()
    courses = [(titles[key], said) for key, said in of_courses(region, day).items() if key in titles]
    times = dict[str, object](Sureness.When.choices)
    by_title = sorted(courses, key=lambda each: each[0])
    return found + [About(title, lines_of(said, times, threshold)) for title, said in by_title]


def titles_of_courses() -> dict[UUID, str]:
    courses = Course.objects.live().filter(locale__language_code=get_language() or "en")
    return dict(courses.values_list("translation_key", "title"))


def of_courses(region: Region, day: datetime.date) -> dict[UUID, list[Said]]:
    people = Membership.objects.on(day).filter(region=region).values("person")
    rows = Sureness.objects.filter(person__in=people).values_list("course_key", "person", "when")
    found: dict[UUID, list[Said]] = defaultdict(list)
    for key, person, when, mean in rows.annotate(mean=Avg("level")):
        found[key].append(Said(when, band_of(mean, OF_TEN), ("person", person)))
    return found


def of_conferences(region: Region) -> list[Said]:
    """What learners said of conferences that were begun; whoever was cut from a list is known by their place on it alone."""
    held = Conference.objects.filter(region=region, alone=False, began_at__isnull=False)
    rows = Confidence.objects.filter(participant__conference__in=held, participant__role=Participant.Role.LEARNER)
    columns = ("participant", "participant__person", "participant__conference", "when")
    return [
        Said(when, band_of(mean, OF_FIVE), ("person", person) if person else ("place", place), conference)
        for place, person, conference, when, mean in rows.values_list(*columns).annotate(mean=Avg("level"))
    ]


def band_of(mean: float, limits: tuple[int, int]) -> str:
    return list(BANDS)[sum(mean >= limit for limit in limits)]


def lines_of(said: Collection[Said], times: Mapping[str, object], threshold: int) -> tuple[Line, ...]:
    """Where few people gave many answers, the people count."""
    people: dict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
    for each in said:
        people[each.when, each.band].add(each.who)
    published = protect({cell: Count(len(who), 0) for cell, who in people.items()}, threshold)
    return tuple(
        line_of([each for each in said if each.when == when], when, str(words), published)
        for when, words in times.items()
    )


def line_of(said: Collection[Said], when: str, words: str, published: Published) -> Line:
    def shown(band: str) -> str:
        hidden = published.figure(when, band).people is None
        return HIDDEN if hidden else str(sum(band in (TOTAL, each.band) for each in said))

    conferences = len({each.conference for each in said})
    return Line(words, str(conferences), shown(TOTAL), tuple(shown(band) for band in BANDS))


def csv_lines(region: Region, day: datetime.date, found: Iterable[About]) -> Iterator[list[str]]:
    """The same figures as the page, hidden the same way."""
    yield [_("Region"), _("As at"), _("About"), _("When"), _("Conferences"), _("Answers"), *map(str, BANDS.values())]
    for about in found:
        for line in about.lines:
            held = line.conferences if about.of_conferences else ""
            yield [plain(region.name), day.isoformat(), plain(about.title), line.when, held, line.answers, *line.bands]
