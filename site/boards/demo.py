"""Invented learning for the invented people, so that a board's page has something to show.

It comes in by the record store's own door, as our courses and our room would tell it, and each activity is named as
invented. How many of a group are in date is set below, by agency: the pattern is made up to be worth looking at.
"""

import datetime
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from people.models import Membership, User
from records.actions import record_many
from records.authorities import Ours
from records.models import Credit
from records.xapi.events import Activity, Event
from records.xapi.vocabulary import ActivityKind, Mode, Verb

COURSE = Activity(
    "urn:x-diogel:invented-course", ActivityKind.COURSE, {"en": "Invented course", "cy": "Cwrs dychmygol"}
)
CONFERENCE = Activity(
    "urn:x-diogel:invented-conference",
    ActivityKind.CONFERENCE,
    {"en": "Invented conference", "cy": "Cynhadledd ddychmygol"},
)
# Of a hundred people in a group: how many have learned enough, unless their agency says otherwise.
SHARE = {"A": 93, "B": 81, "C": 79, "D": 85}
AGENCY_SHARE = {
    ("north-wales-police", "B"): 74,
    ("north-wales-police", "C"): 52,
    ("betsi-cadwaladr", "C"): 76,
    ("gwynedd", "C"): 96,
    ("conwy", "C"): 91,
    ("ysgol-bryn-eithin", "B"): 67,
    ("ysgol-nant-y-felin", "B"): 64,
    ("craig-lwyd-homes", "B"): 71,
}
# What those learn who learn enough: minutes, and whether it was a conference with other agencies.
SESSIONS = {
    "A": [(60, False)],
    "B": [(240, False), (120, False)],
    "C": [(300, False), (180, True)],
    "D": [(480, False), (480, True), (480, True)],
}


def load() -> str:
    """Makes the invented learning where there is none yet; says how much, or nothing."""
    if Credit.objects.filter(activity=COURSE.id).exists():
        return ""
    posts = Membership.objects.current().filter(person__invented=True).select_related("person", "agency")
    told = [pair for post in posts.order_by("pk") for pair in _learned(post)]
    courses = [(person, event) for person, event in told if event.activity is COURSE]
    conferences = [(person, event) for person, event in told if event.activity is CONFERENCE]
    stored = record_many(courses, authority=Ours.COURSES) + record_many(conferences, authority=Ours.ROOM)
    return f"{stored} invented statements"


def _learned(post: Membership) -> Iterator[tuple[User, Event]]:
    """What the holder of a post learned; those who did not learn enough took the first session at most."""
    draw = post.pk * 61 % 100
    share = AGENCY_SHARE.get((post.agency.code, post.group), SHARE[post.group])
    sessions = (
        SESSIONS[post.group] if draw < share else SESSIONS[post.group][: draw % 2 * (len(SESSIONS[post.group]) - 1)]
    )
    # Most learned within the last two and a half years; one in nine so long ago that it lapses within three months.
    days_ago = 1015 + draw % 70 if post.pk % 9 == 0 else 20 + post.pk * 53 % 900
    for number, (minutes, is_conference) in enumerate(sessions):
        ago = days_ago - number * 20 if post.group != "D" else days_ago % 300 + number * 300
        yield post.person, _event(post, number, minutes, is_conference, timezone.now() - datetime.timedelta(days=ago))


def _event(post: Membership, number: int, minutes: int, is_conference: bool, at: datetime.datetime) -> Event:
    return Event(
        verb=Verb.ATTENDED if is_conference else Verb.COMPLETED,
        activity=CONFERENCE if is_conference else COURSE,
        at=at,
        id=uuid5(NAMESPACE_URL, f"invented:{post.person.email}:{number}"),
        language=post.person.reading_language or "en",
        minutes=minutes,
        mode=Mode.LIVE if is_conference else Mode.E_LEARNING,
        multi_agency=is_conference,
    )
