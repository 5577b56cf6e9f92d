"""Who attended a closed conference, and for how long: said to `records`. What was said never is.

Attendance is the time that somebody was on a seat and in the room while the conference was open and its clock ran, from
the log. A person counts as one however many seats they had. On a sample scenario it is recorded and credits nobody.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction

from people.models import Membership
from records.actions import record
from records.authorities import Ours
from records.xapi.events import Activity
from records.xapi.events import Event as Learned
from records.xapi.vocabulary import ActivityKind, Mode, Verb
from simulations.engine.clock import ConferenceClock
from simulations.engine.events import (
    CameBack,
    ConferenceClosed,
    ConferenceStarted,
    Event,
    SeatLeft,
    SeatTaken,
    SteppedOut,
)
from simulations.models import Conference, Participant, ScenarioVersion
from simulations.selectors import participants_of, proceedings_of

CONFERENCES = UUID("b0f3c9d2-6a0e-4f2e-9b60-3c1f5d0f7a11")
"""The namespace of the ids below: the same conference and person always give the same statement.

They are not made of the person's reference, which the log keeps: it would tell from the records who was who.
"""


def record_attendance(conference: Conference) -> int:
    """Record it once; returns how many attended. Nothing while the conference is open, or if it was recorded."""
    with transaction.atomic():
        # The update waits for whoever else is recording it, and then finds it done.
        due = Conference.objects.filter(pk=conference.pk, state=Conference.State.CLOSED, attendance_recorded=False)
        if not due.update(attendance_recorded=True):
            return 0
        proceedings = proceedings_of(conference)
        attended = minutes_attended(proceedings.events, proceedings.state.clock)
        people = [each for each in participants_of(conference) if each.reference in attended and each.person]
        mixed = _from_several_agencies(people)
        for each in people:
            _record(conference, each, attended[each.reference], multi_agency=mixed)
        if conference.region_id is None:
            _count_for_their_region(conference, people)
    return len(people)


def _count_for_their_region(conference: Conference, people: Sequence[Participant]) -> None:
    """A conference of a trainer of several regions, or of none, is the region's that all who attended serve."""
    posts = Membership.objects.current().filter(person__in=[each.person_id for each in people])
    served = list(posts.order_by().values_list("region", flat=True).distinct()[:2])
    if len(served) == 1:
        Conference.objects.filter(pk=conference.pk).update(region=served[0])


def _from_several_agencies(people: Sequence[Participant]) -> bool:
    posts = Membership.objects.current().filter(person__in=[each.person_id for each in people])
    return posts.values("agency").distinct().count() > 1


def record_what_is_due() -> int:
    """Record the attendance of every closed conference that has none recorded; returns how many people attended."""
    due = Conference.objects.filter(state=Conference.State.CLOSED, attendance_recorded=False)
    return sum(record_attendance(conference) for conference in due.select_related("version__scenario"))


def minutes_attended(events: Sequence[Event], clock: ConferenceClock) -> dict[str, int]:
    """Whole minutes of the conference's own clock by the person's reference: nobody attends a pause until next week."""
    times: dict[str, timedelta] = {}
    for person, came, went in _stays(events):
        times[person] = times.get(person, timedelta()) + (clock.was(went) - clock.was(came))
    return {person: int(time.total_seconds() // 60) for person, time in times.items()}


def _stays(events: Sequence[Event]) -> Iterator[tuple[str, datetime, datetime]]:
    """Each unbroken time that a person was in the room of a conference that began: the person, from when, until when.

    Somebody who sits on their seat and says anew where they are takes it again in the log, and has been there all along.
    """
    on_seat: dict[str, str] = {}
    inside: dict[str, datetime] = {}
    began = False
    for event in events:
        match event:
            case ConferenceStarted():
                began = True
            case SeatTaken():
                on_seat[event.seat] = event.person
                inside.setdefault(event.seat, event.at)
            case CameBack():
                inside.setdefault(event.seat, event.at)
            case SeatLeft() | SteppedOut():
                came = inside.pop(event.seat, None)
                if began and came:
                    yield on_seat[event.seat], came, event.at
            case ConferenceClosed():
                if began:
                    yield from ((on_seat[seat], came, event.at) for seat, came in inside.items())
                return
            case _:
                pass


def _record(conference: Conference, listed: Participant, minutes: int, *, multi_agency: bool) -> None:
    if listed.person is None or conference.closed_at is None:
        return
    version = conference.version
    learned = Learned(
        Verb.ATTENDED,
        Activity(
            f"{settings.BASE_URL}/conferences/{version.scenario.slug}",
            ActivityKind.CONFERENCE,
            {"en": version.title_en, "cy": version.title_cy},
            version=version.sha256[:12],
        ),
        at=conference.closed_at,
        id=uuid5(CONFERENCES, f"{conference.pk} {listed.person_id}"),
        language=listed.language,
        minutes=minutes,
        mode=Mode.LIVE,
        multi_agency=multi_agency,
        sample=version.status == ScenarioVersion.Status.SAMPLE,
        registration=uuid5(CONFERENCES, str(conference.pk)),
    )
    record(listed.person, learned, authority=Ours.ROOM)
