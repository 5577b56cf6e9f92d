"""What is forgotten of a conference, and when: words and names after a month, presses after a day, the rest after a year."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.utils import timezone

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
WORDS = "The health visitor said it twice."


@pytest.fixture
def conference(ty_coed: ScenarioVersion, facilitator: User, officer: User) -> Conference:
    """A conference that has begun, with the officer as police, who spoke and once asked for a minute."""
    from simulations import actions
    from simulations.engine.actors import Facilitator, Seated
    from simulations.engine.commands import AskForAMinute, Start
    from simulations.models import Conference, Utterance

    plan = {"facilitator": facilitator, "version": ty_coed, "planned_for": timezone.now(), "people": [officer]}
    conference = actions.plan_conference(**plan)
    listed = conference.participants.get()
    actions.take_seat(listed, "police")
    actions.carry_out(conference, "facilitator", Start(by=Facilitator()))
    actions.carry_out(conference, listed.reference, AskForAMinute(by=Seated("police")))  # type: ignore[arg-type]
    kept = {"conference": conference, "participant": listed, "seat": "police", "made_by": "speak", "language": "en"}
    Utterance.objects.create(id="w1", text=WORDS, **kept)
    return Conference.objects.get(pk=conference.pk)


def closed_days_ago(conference: Conference, days: int) -> None:
    conference.state, conference.attendance_recorded = conference.State.CLOSED, True
    conference.closed_at = timezone.now() - timedelta(days=days)
    conference.save()


def test_words_and_names_go_after_a_month_and_the_log_still_replays(conference: Conference) -> None:
    from simulations.retention import tidy
    from simulations.selectors import proceedings_of

    before = proceedings_of(conference).state
    closed_days_ago(conference, 29)
    assert tidy(timezone.now()).words == 0
    closed_days_ago(conference, 31)
    forgot = tidy(timezone.now())
    assert (forgot.words, forgot.people) == (1, 1)
    utterance = conference.utterances.get()
    assert (utterance.text, utterance.redaction_reason) == ("", "period-over")
    assert conference.participants.get().person is None
    assert proceedings_of(conference).state.seats == before.seats


def test_names_stay_until_attendance_is_recorded(conference: Conference) -> None:
    from simulations.retention import tidy

    closed_days_ago(conference, 31)
    conference.attendance_recorded = False
    conference.save()
    assert tidy(timezone.now()).people == 0


def test_after_a_day_nothing_tells_who_asked_for_a_minute_or_that_anybody_did(conference: Conference) -> None:
    from simulations import log
    from simulations.retention import tidy
    from simulations.selectors import proceedings_of

    number = conference.head.number
    assert tidy(timezone.now() + timedelta(hours=23)).presses == 0
    assert tidy(timezone.now() + timedelta(hours=25)).presses == 1
    events = log.read(conference.pk).events
    assert len(events) == number == proceedings_of(conference).state.number
    rows = [*conference.events.values(), *conference.commits.values()]
    assert not any("minute" in str(row) for row in rows)
    assert not conference.events.filter(type="forgotten", payload__contains="police").exists()
    assert [notice.kind for notice in proceedings_of(conference).state.notices] == []


def test_two_who_asked_for_a_minute_by_the_same_id_of_their_own_are_both_forgotten(
    conference: Conference, teacher: User
) -> None:
    from simulations import actions
    from simulations.engine.actors import Seated
    from simulations.engine.commands import AskForAMinute
    from simulations.retention import tidy

    officer, hers = conference.participants.get(), actions.put_on_list(conference, teacher)
    actions.take_seat(hers, "school")
    actions.carry_out(conference, officer.reference, AskForAMinute(by=Seated("police")), "1")  # type: ignore[arg-type]
    actions.carry_out(conference, hers.reference, AskForAMinute(by=Seated("school")), "1")  # type: ignore[arg-type]
    assert tidy(timezone.now() + timedelta(hours=25)).presses == 3


def test_the_interpreters_name_goes_with_the_others(conference: Conference) -> None:
    from simulations.retention import tidy

    conference.interpreter = "Mererid Vaughan"
    closed_days_ago(conference, 29)
    tidy(timezone.now())
    conference.refresh_from_db()
    assert conference.interpreter == "Mererid Vaughan"
    closed_days_ago(conference, 31)
    tidy(timezone.now())
    conference.refresh_from_db()
    assert conference.interpreter == ""


def test_the_rest_goes_after_a_year(conference: Conference) -> None:
    from simulations.models import Conference, Event
    from simulations.retention import tidy

    closed_days_ago(conference, 366)
    assert tidy(timezone.now()).conferences == 1
    assert not Conference.objects.exists()
    assert not Event.objects.exists()


def test_a_conference_that_is_under_way_is_kept_whole(conference: Conference) -> None:
    from simulations.retention import tidy

    conference.planned_for = timezone.now() - timedelta(days=400)
    conference.save()
    forgot = tidy(timezone.now())
    assert (forgot.words, forgot.people, forgot.conferences) == (0, 0, 0)


def test_a_conference_that_everybody_walked_away_from_is_forgotten_like_one_that_closed(conference: Conference) -> None:
    from simulations.models import Conference, Event
    from simulations.retention import tidy
    from simulations.selectors import proceedings_of

    before = proceedings_of(conference).state
    last = Event.objects.filter(conference=conference).latest("number").at
    forgot = tidy(last + timedelta(days=29))
    assert (forgot.words, forgot.people, forgot.conferences) == (0, 0, 0)
    forgot = tidy(last + timedelta(days=31))
    assert (forgot.words, forgot.people, forgot.conferences) == (1, 1, 0)
    assert conference.utterances.get().text == ""
    assert conference.participants.get().person is None
    assert proceedings_of(conference).state.seats == before.seats
    assert tidy(last + timedelta(days=366)).conferences == 1
    assert not Conference.objects.exists()


def test_the_command_tells_what_it_would_forget_and_forgets_nothing(conference: Conference) -> None:
    closed_days_ago(conference, 31)
    said = StringIO()
    call_command("tidy", dry_run=True, stdout=said)
    assert said.getvalue().startswith("would forget 1 words, 1 people, 0 requests")
    assert conference.utterances.get().text == WORDS
    call_command("tidy", stdout=said)
    assert conference.utterances.get().text == ""


def test_how_long_is_a_setting(conference: Conference, settings: object) -> None:
    from simulations.retention import tidy

    settings.KEEP_WORDS_DAYS = 3  # type: ignore[attr-defined]
    closed_days_ago(conference, 4)
    assert tidy(timezone.now()).words == 1
