"""The projector's view over sockets: for those who run the conference to open, and only to look at."""

import re
from collections.abc import Callable

from guests import Guest

from people.models import User

Enter = Callable[..., Guest]
Seated = tuple[Guest, Guest]


def test_a_projector_shows_the_table_and_no_notice(enter: Enter, seated: Seated, facilitator: User) -> None:
    running = enter(facilitator).hello()
    wall = enter(facilitator, door="projector").hello()
    running.does("start")
    police, _health = seated
    running.does("broadcast", words={"text": "KQNOTICE", "language": "en"})
    running.does("whisper", to="police", words={"text": "KQWHISPER", "language": "en"})
    police.sees(lambda sections: "KQWHISPER" in str(sections["notices"]))
    wall.sees(lambda sections: sections["phase"]["status"] == "running")
    assert wall.viewer == "projector:chair,health-visitor,mother,police,social-worker"
    assert not {"me", "notices", "control", "record", "debrief"} & wall.sections.keys()
    assert wall.sections["papers"]["papers"] == []
    assert re.findall("KQ[A-Z]{4}", wall.texts()) == [], "a reference may hold two of these letters by chance"


def test_nothing_can_be_asked_from_it(enter: Enter, seated: Seated, facilitator: User) -> None:
    wall = enter(facilitator, door="projector").hello()
    for command in ("start", "take-seat", "pause", "real-concern"):
        answer = wall.ask(command)
        assert (answer["type"], answer["code"]) == ("refused", "only-showing"), command


def test_it_and_the_control_room_do_not_put_each_other_out(enter: Enter, facilitator: User) -> None:
    running = enter(facilitator).hello()
    enter(facilitator, door="projector").hello()
    running.does("note", words={"text": "still here", "language": "en"})


def test_a_learner_who_asks_for_it_comes_in_as_themselves(enter: Enter, officer: User) -> None:
    assert enter(officer, door="projector").hello().viewer == "public"
