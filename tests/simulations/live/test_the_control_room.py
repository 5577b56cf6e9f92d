"""Over sockets: a real concern without a name, several who run a conference at once, and notes that nobody else is sent."""

import json
from collections.abc import Callable

from guests import Guest

from people.models import User
from simulations.models import Commit, Conference, Event, Utterance

NOTE = "KQNOTE the officer was very quiet"
Enter = Callable[..., Guest]
Seated = tuple[Guest, Guest]


def test_nowhere_is_kept_who_had_a_real_concern(
    enter: Enter, seated: Seated, conference: Conference, facilitator: User
) -> None:
    running = enter(facilitator).hello()
    running.does("start")
    police, health = seated
    police.does("real-concern", id="stop")
    for guest in (police, health, running):
        guest.sees(lambda sections: sections["phase"]["real_concern"])
    assert Commit.objects.get(command_id="stop").by == "somebody"
    kept = json.loads(Event.objects.get(type="stopped-for-concern").payload)
    assert kept.keys() == {"event", "at", "audience", "version"}
    assert len(kept["audience"]["seats"]) == len(conference.scenario().seats)
    running.does("resume")
    police.sees(lambda sections: not sections["phase"]["real_concern"])


def test_a_stop_that_is_sent_again_counts_once(
    enter: Enter, seated: Seated, conference: Conference, facilitator: User
) -> None:
    running = enter(facilitator).hello()
    running.does("start")
    police, _health = seated
    assert police.ask("real-concern", id="once")["type"] == "done"
    running.does("resume")
    assert police.ask("real-concern", id="once")["type"] == "done"
    assert Event.objects.filter(type="stopped-for-concern").count() == 1


def test_several_run_a_conference_at_once_and_look_at_all_rooms_besides(
    enter: Enter, conference: Conference, facilitator: User, teacher: User
) -> None:
    conference.co_facilitators.add(teacher)
    one, other = enter(facilitator).hello(), enter(teacher).hello()
    glance = enter(facilitator, door="overview").hello()
    one.does("start")
    for guest in (one, other, glance):
        guest.sees(lambda sections: sections["phase"]["status"] == "running")
        assert guest.viewer == "facilitator"
    glance.does("pause")
    other.does("resume")
    one.sees(lambda sections: sections["phase"]["status"] == "running")


def test_a_learner_who_asks_for_the_overview_comes_in_as_themselves(enter: Enter, officer: User) -> None:
    assert enter(officer, door="overview").hello().viewer == "public"


def test_a_note_reaches_those_who_run_it_and_nobody_else(
    enter: Enter, seated: Seated, conference: Conference, facilitator: User, teacher: User
) -> None:
    conference.co_facilitators.add(teacher)
    one, other = enter(facilitator).hello(), enter(teacher).hello()
    one.does("start")
    one.does("note", words={"text": NOTE, "language": "en"})
    other.sees(lambda sections: NOTE in str(sections["notices"]))
    one.does("broadcast", words={"text": "all read this", "language": "en"})
    for guest in seated:
        guest.sees(lambda sections: "all read this" in str(sections["notices"]))
        assert NOTE not in str(guest.sections)
    assert Utterance.objects.get(text=NOTE).redacted_at is None
