"""Who attended, and how long, goes to the records when a conference closes; what was said never does."""

from datetime import UTC, datetime, timedelta
from uuid import uuid5

from people.models import Region, User
from records.models import Credit, Statement
from simulations.appending import Append, Outcome, append
from simulations.attendance import CONFERENCES, minutes_attended, record_attendance
from simulations.engine.audience import Audience
from simulations.engine.clock import ConferenceClock
from simulations.engine.events import (
    CameBack,
    ConferenceClosed,
    ConferencePaused,
    ConferenceResumed,
    ConferenceStarted,
    Event,
    OutageNoted,
    SeatLeft,
    SeatTaken,
    SteppedOut,
)
from simulations.models import Conference
from simulations.selectors import participant_in

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ALL = Audience(frozenset(), facilitator=True, observers=True)
SINCE_NOON = ConferenceClock().started(NOON)


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
    assert minutes_attended(events, SINCE_NOON) == {"officer": 55, "teacher": 30, "cover": 20}


def test_whoever_says_anew_where_they_are_has_been_there_all_along() -> None:
    events: list[Event] = [
        taken("police", "officer", -10),
        ConferenceStarted(at=at(0), audience=ALL),
        taken("police", "officer", 40),
        ConferenceClosed(at=at(60), audience=ALL),
    ]
    assert minutes_attended(events, SINCE_NOON) == {"officer": 60}


def test_whoever_was_out_when_it_began_counts_from_when_they_came_back() -> None:
    events: list[Event] = [
        taken("police", "officer", -10),
        SteppedOut(at=at(-5), audience=ALL, seat="police"),
        ConferenceStarted(at=at(0), audience=ALL),
        CameBack(at=at(20), audience=ALL, seat="police"),
        ConferenceClosed(at=at(60), audience=ALL),
    ]
    assert minutes_attended(events, SINCE_NOON) == {"officer": 40}


def test_nobody_attends_a_pause_of_a_week_or_an_outage(conference: Conference, officer: User) -> None:
    listed = participant_in(conference, officer)
    assert listed is not None
    week = 7 * 24 * 60
    events = (
        taken("police", listed.reference, -5),
        ConferenceStarted(at=at(0), audience=ALL),
        ConferencePaused(at=at(30), audience=ALL),
        ConferenceResumed(at=at(week), audience=ALL),
        OutageNoted(at=at(week + 20), audience=ALL, since=at(week + 10)),
        ConferenceClosed(at=at(week + 40), audience=ALL),
    )
    assert append([Append(conference.pk, 0, "facilitator", "held", "close", events)]) == [Outcome.ADDED]
    record_attendance(Conference.objects.get(pk=conference.pk))
    assert '"duration": "PT60M"' in Statement.objects.get().text


def test_the_records_do_not_tell_whose_reference_in_the_log_is_whose(conference: Conference, officer: User) -> None:
    _hold(conference, officer)
    record_attendance(Conference.objects.get(pk=conference.pk))
    listed = participant_in(conference, officer)
    assert listed is not None
    statement = Statement.objects.get()
    guessed = str(uuid5(CONFERENCES, f"{conference.pk} {listed.reference}"))
    assert guessed not in statement.text
    assert listed.reference not in statement.text


def test_a_conference_that_never_began_was_attended_by_nobody() -> None:
    events: list[Event] = [taken("police", "officer", 0), ConferenceClosed(at=at(60), audience=ALL)]
    assert minutes_attended(events, ConferenceClock()) == {}


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


def test_without_a_region_it_is_the_one_s_that_all_who_attended_serve(
    conference: Conference, officer: User, north_wales: Region
) -> None:
    Conference.objects.filter(pk=conference.pk).update(region=None)
    _hold(conference, officer)
    record_attendance(Conference.objects.get(pk=conference.pk))
    assert Conference.objects.get(pk=conference.pk).region == north_wales


def _hold(conference: Conference, officer: User) -> None:
    listed = participant_in(conference, officer)
    assert listed is not None
    events = (
        taken("police", listed.reference, -5),
        ConferenceStarted(at=at(0), audience=ALL),
        ConferenceClosed(at=at(60), audience=ALL),
    )
    assert append([Append(conference.pk, 0, "facilitator", "held", "close", events)]) == [Outcome.ADDED]
