"""What it rests on that somebody is in a room: it is another as soon as any of it is taken away, and only theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from guests import session_of

from people.models import User
from simulations.actions import plan_conference, take_off_list
from simulations.appending import Append, Outcome, append
from simulations.engine.audience import Audience
from simulations.engine.events import MinuteAsked
from simulations.engine.scenario.values import SeatId
from simulations.grounds import Claim, grounds
from simulations.live.membership import Knock, Standing, admitted, let_in
from simulations.models import Commit, Conference, Event, Participant

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper


@pytest.fixture
def claim(conference: Conference, officer: User) -> Claim:
    return conference.pk, _key(officer), officer.pk


def _key(person: User) -> str:
    return session_of(person).removeprefix("sessionid=")


def _sign_out(conference: Conference, key: str, _person: User) -> None:
    Session.objects.get(pk=key).delete()


def _run_out(conference: Conference, key: str, _person: User) -> None:
    Session.objects.filter(pk=key).update(expire_date=timezone.now() - timedelta(seconds=1))


def _deactivate(conference: Conference, _key: str, person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)


def _change_password(conference: Conference, _key: str, person: User) -> None:
    person.set_password("ci-du-bach-arall")
    person.save()


def _take_off(conference: Conference, _key: str, person: User) -> None:
    take_off_list(Participant.objects.get(conference=conference, person=person))


@pytest.mark.parametrize("ended", [_sign_out, _run_out, _deactivate, _change_password, _take_off])
def test_whatever_ends_a_membership_changes_what_it_rests_on(
    claim: Claim, conference: Conference, officer: User, ended: Callable[[Conference, str, User], None]
) -> None:
    before = grounds([claim])
    assert admitted(conference.pk, claim[1]) is not None
    assert grounds([claim]) == before
    ended(conference, claim[1], officer)
    assert admitted(conference.pk, claim[1]) is None
    assert grounds([claim]) != before


@pytest.mark.parametrize("ended", [_sign_out, _run_out, _deactivate, _change_password, _take_off])
def test_nothing_is_stored_of_whoever_is_admitted_no_longer(
    claim: Claim, conference: Conference, officer: User, ended: Callable[[Conference, str, User], None]
) -> None:
    asking = partial(asked, conference.pk, claim=claim, grounds=grounds([claim])[claim])
    assert append([asking(0)]) == [Outcome.ADDED]
    ended(conference, claim[1], officer)
    assert append([asking(1)]) == [Outcome.ON_OTHER_GROUNDS]
    assert append([asked(conference.pk, 1)]) == [Outcome.ADDED]  # the clock's
    assert (
        Event.objects.filter(conference=conference).count() == Commit.objects.filter(conference=conference).count() == 2
    )


def test_whoever_is_out_holds_up_nobody_in_another_room(claim: Claim, conference: Conference, officer: User) -> None:
    other = plan_conference(
        facilitator=conference.facilitator, version=conference.version, variant="calm", planned_for=timezone.now()
    )
    before = grounds([claim])[claim]
    _deactivate(conference, "", officer)
    batch = [asked(conference.pk, 0, claim=claim, grounds=before), asked(other.pk, 0)]
    assert append(batch) == [Outcome.ON_OTHER_GROUNDS, Outcome.ADDED]


def asked(conference: int, expected: int, **standing: Any) -> Append:
    minute = MinuteAsked(at=timezone.now(), audience=Audience(frozenset(), True, False), seat=SeatId("police"))
    return Append(conference, expected, "somebody", f"asked-{expected}", "need-a-minute", (minute,), **standing)


@pytest.mark.parametrize("ended", [_sign_out, _run_out, _deactivate, _change_password, _take_off])
def test_whoever_is_asked_about_again_and_again_is_one_query_until_it_ends(
    claim: Claim, conference: Conference, officer: User, ended: Callable[[Conference, str, User], None]
) -> None:
    standing = Standing(conference.pk, claim[1])
    assert standing.holds()
    assert standing.holds()
    with CaptureQueriesContext(connection) as asked_again:
        assert standing.holds()
    assert len(asked_again) == 1
    ended(conference, claim[1], officer)
    assert not standing.holds()
    assert not standing.holds()


def _open_with_another_key(conference: Conference, key: str, _person: User) -> None:
    store = SessionStore(key)
    store[HASH_SESSION_KEY] = "of another password"
    store.save()


def _open_through_a_door_that_is_closed(conference: Conference, key: str, _person: User) -> None:
    store = SessionStore(key)
    store[BACKEND_SESSION_KEY] = "somebody.elses.Backend"
    store.save()


@pytest.mark.parametrize(
    "ended",
    [
        _sign_out,
        _run_out,
        _deactivate,
        _change_password,
        _open_with_another_key,
        _open_through_a_door_that_is_closed,
    ],
)
def test_whoever_would_be_nobody_to_a_page_is_nobody_here(
    claim: Claim, conference: Conference, officer: User, ended: Callable[[Conference, str, User], None]
) -> None:
    assert _reads_pages(claim[1])
    assert admitted(conference.pk, claim[1]) is not None
    ended(conference, claim[1], officer)
    assert not _reads_pages(claim[1])
    assert admitted(conference.pk, claim[1]) is None


def _reads_pages(key: str) -> bool:
    client = Client()
    client.cookies["sessionid"] = key
    return client.get("/en/conferences/").status_code == 200


def test_a_session_goes_on_while_the_sites_key_is_changed(
    claim: Claim, conference: Conference, settings: SettingsWrapper
) -> None:
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a new one"
    assert admitted(conference.pk, claim[1]) is not None
    settings.SECRET_KEY_FALLBACKS = []
    assert admitted(conference.pk, claim[1]) is None


def test_all_who_knock_together_cost_six_queries_and_each_gets_their_own_answer(
    conference: Conference, facilitator: User, officer: User, teacher: User, board_officer: User
) -> None:
    other = plan_conference(
        facilitator=facilitator, version=conference.version, variant="calm", planned_for=timezone.now()
    )
    other.co_facilitators.add(board_officer)
    keys = {person: _key(person) for person in (facilitator, officer, teacher, board_officer)}
    knocks = [
        *(Knock(each.pk, key, door) for each in (conference, other) for key in keys.values() for door in ("", "seat")),
        Knock(conference.pk, "nobodys"),
        Knock(conference.pk, ""),
        Knock(0, keys[officer]),
    ]
    with CaptureQueriesContext(connection) as asked:
        together = let_in(knocks)
    assert len(asked) == 6
    assert together == [let_in([each])[0] for each in knocks]
    who = [each and each.role for each in together]
    assert who[:8] == ["facilitator", None, "learner", "learner", "learner", "learner", None, None]
    assert who[8:16] == ["facilitator", None, None, None, None, None, "facilitator", None]
    assert who[16:] == [None, None, None]


def test_who_helps_to_run_it_no_longer_stands_on_other_grounds(conference: Conference, board_officer: User) -> None:
    claim = (conference.pk, _key(board_officer), board_officer.pk)
    beside = grounds([claim])
    conference.co_facilitators.add(board_officer)
    helping = grounds([claim])
    assert admitted(conference.pk, claim[1]) is not None
    conference.co_facilitators.clear()
    assert admitted(conference.pk, claim[1]) is None
    assert grounds([claim]) == beside != helping


def test_a_whole_room_is_asked_about_in_one_query_and_each_gets_their_own(
    conference: Conference, officer: User, teacher: User, health_visitor: User
) -> None:
    claims = [(conference.pk, _key(person), person.pk) for person in (officer, teacher, health_visitor)]
    Session.objects.get(pk=claims[1][1]).delete()
    with CaptureQueriesContext(connection) as asked:
        found = grounds(claims)
    assert len(asked) == 1
    assert set(found) == {claims[0], claims[2]}
    assert found == {**grounds([claims[0]]), **grounds([claims[2]])}


def test_an_empty_room_is_asked_about_without_a_query(conference: Conference) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert grounds([]) == {}
    assert len(asked) == 0
