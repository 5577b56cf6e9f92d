"""The clock fires what is due, once, whoever else looks; and never while nobody is there."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from guests import Guest
from serving import Server

from people.models import User
from simulations.actions import plan_conference
from simulations.live.clock import LEASE, heard_lately, lease, leased
from simulations.models import ClockLease, Commit, Conference, Event, Presence
from simulations.presence import OUTAGE, Connection, Here, came, heard, silent_since, went

Enter = Callable[..., Guest]
NOW = timezone.now()


def looked_after(owner: str, now: datetime) -> list[int]:
    """The running conferences that this clock fires what is due in."""
    return leased(heard_lately(now), owner, now)


@pytest.fixture
def with_clock(tmp_path: Path, transactional_db: None) -> Iterator[Server]:
    running = Server(tmp_path, with_clock=True)
    yield running
    running.kill()


@pytest.fixture
def running(conference: Conference) -> Conference:
    """The conference, begun, with somebody just heard in it."""
    Conference.objects.filter(pk=conference.pk).update(state=Conference.State.RUNNING)
    came([Connection(conference.pk, "facilitator", "here", NOW)])
    return conference


def test_a_script_answers_when_its_time_has_come_and_once(
    enter: Enter, with_clock: Server, facilitator: User, officer: User, conference: Conference
) -> None:
    guest = enter(officer, on=with_clock).hello()
    guest.does("take-seat", seat="police")
    running = enter(facilitator, on=with_clock).hello()
    running.does("start")
    while running.sections["phase"]["phase"] != "analysis":
        running.does("next-phase")
    guest.does("ask", of="health-visitor", topic="growth")
    assert "KQHEALTH0" not in guest.texts()
    # The health visitor's script takes five seconds to find its answer.
    guest.sees(lambda sections: "KQHEALTH0" in str(sections["log"]))
    assert Commit.objects.filter(conference=conference, by="clock").exists()
    played = Event.objects.filter(conference=conference, type="beat-played", payload__contains="health-visitor.1")
    assert played.count() == 1


def test_one_clock_looks_after_a_conference_until_its_lease_runs_out(running: Conference) -> None:
    assert lease(running.pk, "one", NOW)
    assert not lease(running.pk, "other", NOW)
    assert lease(running.pk, "one", NOW + LEASE * 0.8)
    assert not lease(running.pk, "other", NOW + LEASE * 1.2), "it was renewed"
    assert lease(running.pk, "other", NOW + LEASE * 2)
    assert not lease(running.pk, "one", NOW + LEASE * 2)
    assert ClockLease.objects.get(conference=running).owner == "other"


def test_only_running_conferences_in_which_somebody_is_heard_are_looked_after(running: Conference) -> None:
    assert looked_after("one", NOW) == [running.pk]
    assert looked_after("one", NOW + OUTAGE) == []
    Conference.objects.filter(pk=running.pk).update(state=Conference.State.CLOSED)
    assert looked_after("one", NOW) == []


def test_silence_of_everybody_is_an_outage_and_of_one_person_is_not(running: Conference) -> None:
    later = NOW + OUTAGE + timedelta(seconds=1)
    came([Connection(running.pk, "somebody", "here", NOW - timedelta(minutes=5))])
    assert silent_since(running.pk, NOW) is None
    assert silent_since(running.pk, later) == NOW
    heard([Here(running.pk, [("somebody", "here")], [("somebody", "here")])], later)
    assert silent_since(running.pk, later) is None


def test_presence_tells_who_is_connected_who_comes_back_and_who_is_elsewhere(running: Conference) -> None:
    came([Connection(running.pk, "a", "here", NOW)])
    came([Connection(running.pk, "b", "here", NOW)])
    went([Connection(running.pk, "b", "here", NOW)])
    came([Connection(running.pk, "a", "there", NOW)])
    seen = heard([Here(running.pk, [("a", "here")], [("a", "here")])], NOW)[running.pk]
    assert seen.states == {"facilitator": "connected", "a": "connected", "b": "reconnecting"}
    assert seen.elsewhere == {("a", "here")}
    much_later = heard([Here(running.pk, [], [])], NOW + timedelta(minutes=10))
    assert much_later[running.pk].states == {}


def test_a_line_that_goes_on_takes_back_no_place_that_another_device_took(running: Conference) -> None:
    came([Connection(running.pk, "a", "line", NOW - timedelta(minutes=1))])
    goes_on = Connection(running.pk, "a", "line", NOW, continues=True)
    assert came([goes_on])[0].elsewhere == set()
    assert Presence.objects.get(conference=running, who="a").heard_at == NOW
    came([Connection(running.pk, "a", "device", NOW)])
    assert came([goes_on])[0].elsewhere == {("a", "line")}
    assert Presence.objects.get(conference=running, who="a").worker == "device"
    assert came([goes_on, Connection(running.pk, "a", "third", NOW)])[0].elsewhere == {("a", "line")}


def test_all_who_come_at_about_the_same_time_are_written_down_together_the_newest_of_each(
    running: Conference, facilitator: User
) -> None:
    other = plan_conference(facilitator=facilitator, version=running.version, variant="calm", planned_for=NOW)
    earlier = NOW - timedelta(seconds=1)
    coming = [
        Connection(other.pk, "a", "here", NOW),
        Connection(running.pk, "b", "here", NOW),
        Connection(running.pk, "a", "there", earlier),
        Connection(running.pk, "a", "here", NOW),
    ]
    with CaptureQueriesContext(connection) as asked:
        stands = came(coming)
    assert len([each for each in asked if "simulations_presence" in each["sql"]]) == 2
    assert [each.states for each in stands] == [
        {"a": "connected"},
        *[{"facilitator": "connected", "a": "connected", "b": "connected"}] * 3,
    ]
    assert Presence.objects.get(conference=running, who="a").worker == "here"
    left = went([Connection(running.pk, "a", "there", NOW), Connection(other.pk, "a", "here", NOW)])
    assert [each.states["a"] for each in left] == ["connected", "reconnecting"], "who came back elsewhere is there"


def test_several_rooms_are_looked_round_at_once_and_each_has_its_own_people(
    running: Conference, facilitator: User
) -> None:
    other = plan_conference(facilitator=facilitator, version=running.version, variant="calm", planned_for=NOW)
    came([Connection(running.pk, "facilitator", "here", NOW - OUTAGE)])
    came([Connection(other.pk, "facilitator", "here", NOW - OUTAGE)])
    with CaptureQueriesContext(connection) as asked:
        held = [("facilitator", "here")]
        seen = heard([Here(running.pk, held, held), Here(other.pk, held, [])], NOW)
    assert len(asked) == 2
    assert seen[running.pk].states["facilitator"] == "connected"
    assert seen[other.pk].states == {"facilitator": "reconnecting"}


def test_a_clock_asks_no_more_of_the_database_for_many_conferences_than_for_one(
    running: Conference, facilitator: User
) -> None:
    with CaptureQueriesContext(connection) as for_one:
        assert looked_after("one", NOW) == [running.pk]
    for _more in range(3):
        other = plan_conference(facilitator=facilitator, version=running.version, variant="calm", planned_for=NOW)
        Conference.objects.filter(pk=other.pk).update(state="running")
        came([Connection(other.pk, "facilitator", "here", NOW)])
    conferences = looked_after("one", NOW)
    assert len(conferences) == 4
    with CaptureQueriesContext(connection) as renewing:
        assert looked_after("one", NOW + LEASE * 0.6) == conferences
    assert len(renewing) <= len(for_one)
    assert looked_after("other", NOW + LEASE * 1.2) == [], "all were renewed"


def test_after_an_outage_the_conferences_clock_stood_still(
    enter: Enter, with_clock: Server, facilitator: User, conference: Conference
) -> None:
    guest = enter(facilitator, on=with_clock).hello()
    guest.does("start")
    ends = guest.sections["phase"]["ends_at"]
    with_clock.kill()
    # As if the machine had been down for a minute: nobody was heard since.
    Presence.objects.filter(conference=conference).update(heard_at=timezone.now() - timedelta(seconds=60))
    with_clock.start_again()
    guest.connect()
    guest.hello()
    guest.sees(lambda sections: sections["phase"]["ends_at"] > ends)
    assert Commit.objects.filter(conference=conference, by="clock", answer="outage").count() == 1
