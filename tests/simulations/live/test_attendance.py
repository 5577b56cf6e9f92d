"""Who attended, and how long, goes to the records when a conference closes; what was said never does."""

from datetime import UTC, datetime, timedelta

from people.models import User
from records.models import Credit, Statement
from simulations.appending import Append, Outcome, append
from simulations.attendance import minutes_attended, record_attendance
from simulations.engine.audience import Audience
from simulations.engine.events import (
    CameBack,
    ConferenceClosed,
    ConferenceStarted,
    Event,
    SeatLeft,
    SeatTaken,
    SteppedOut,
)
from simulations.models import Conference
from simulations.selectors import participant_in

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ALL = Audience(frozenset(), facilitator=True, observers=True)


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def taken(seat: str, who: str, minute: int) -> SeatTaken:
    return SeatTaken(
        at=at(minute), audience=ALL, seat=seat, person=who, played_by="learner", language="en", where="alone"
    )


def test_time_in_the_room_counts_and_time_before_outside_and_after_does_not() -> None:
    events: list[Event] = [
        taken("police", "officer", -10),
        taken("school", "teacher", -10),
        ConferenceStarted(at=at(0), audience=ALL),
        SteppedOut(at=at(10), audience=ALL, seat="police"),
        CameBack(at=at(15), audience=ALL, seat="police"),
        SeatLeft(at=at(30), audience=ALL, seat="school"),
        taken("school", "cover", 40),
        ConferenceClosed(at=at(60), audience=ALL),
        taken("school", "late", 70),
    ]
    assert minutes_attended(events) == {"officer": 55, "teacher": 30, "cover": 20}


def test_a_conference_that_never_began_was_attended_by_nobody() -> None:
    events: list[Event] = [taken("police", "officer", 0), ConferenceClosed(at=at(60), audience=ALL)]
    assert minutes_attended(events) == {}


def test_it_is_recorded_once_and_a_sample_credits_nobody(conference: Conference, officer: User) -> None:
    _hold(conference, officer)
    conference.refresh_from_db()
    assert record_attendance(conference) == 1
    assert record_attendance(conference) == 0
    statement = Statement.objects.get()
    assert '"duration": "PT60M"' in statement.text
    assert not Credit.objects.exists()


def test_on_a_published_scenario_it_is_a_credit(conference: Conference, officer: User) -> None:
    conference.version.status = "published"
    conference.version.save()
    _hold(conference, officer)
    record_attendance(Conference.objects.get(pk=conference.pk))
    credit = Credit.objects.get(person=officer)
    assert (credit.minutes, credit.mode, credit.multi_agency) == (60, "live", False)


def _hold(conference: Conference, officer: User) -> None:
    listed = participant_in(conference, officer)
    assert listed is not None
    events = (
        taken("police", listed.reference, -5),
        ConferenceStarted(at=at(0), audience=ALL),
        ConferenceClosed(at=at(60), audience=ALL),
    )
    assert append([Append(conference.pk, 0, "facilitator", "held", "close", events)]) == [Outcome.ADDED]
