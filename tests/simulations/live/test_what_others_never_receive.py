"""No seat's socket ever receives what is not that seat's: every byte of a whole meeting is searched.

A person on every seat that may have one, half of them drawing HTML and half reading JSON, half in Welsh; beside them the
facilitator, a projector, an observer and somebody still in the lobby. Everybody says some of what they hold, tries to say what
others hold, asks and judges; injects fire and papers are dealt. What has not been told at the table by the end must be
in nobody's bytes but its owner's.
"""

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from guests import Guest
from serving import Server
from taint import leaks, private_texts, sent_to_others, told_in

import simulations
from people.models import User
from simulations import log
from simulations.actions import plan_conference, put_on_list
from simulations.engine.scenario import Scenario
from simulations.engine.scenario.vocabulary import Agenda
from simulations.models import Conference, ScenarioVersion

SMALL = Path(__file__).parents[2] / "files" / "scenarios" / "bryn-awel.yaml"
SHIPPED = sorted(
    path
    for path in (Path(simulations.__file__).parent / "scenarios").glob("*.yaml")
    if not path.name.endswith(".testplan.yaml")
)
LOOKS = itertools.cycle([("html", "cy"), ("json", "en"), ("html", "en"), ("json", "cy")])


# The first scenario in the fast tier, the others with the slow one: each takes a quarter of a minute.
TIERS = [SMALL, *(path if path.stem == "ty-coed" else pytest.param(path, marks=pytest.mark.slow) for path in SHIPPED)]


@pytest.mark.parametrize("path", TIERS, ids=lambda path: path.stem)
def test_nobody_is_sent_what_is_not_theirs(
    path: Path, server: Server, keep_version: Callable[[Path], ScenarioVersion], facilitator: User
) -> None:
    version = keep_version(path)
    variant = next(iter(version.read().variants), "")
    conference = plan_conference(facilitator=facilitator, version=version, variant=variant, planned_for=timezone.now())
    meeting = Meeting(server, conference)
    meeting.hold()
    told = told_in(meeting.scenario, log.read(conference.pk).events)
    privates = private_texts(version.read(), variant or None)
    found = {viewer: leaks(privates, {viewer}, told, guest.texts()) for viewer, guest in meeting.guests.items()}
    assert {viewer: where for viewer, where in found.items() if where} == {}
    kept = [each for each in privates if each.where.startswith("passage") and each.once not in told]
    owners = [
        viewer
        for viewer, guest in meeting.guests.items()
        if any(viewer in each.allowed and each.found_in(guest.texts()) for each in kept)
    ]
    assert len(owners) > 1, "people have papers of their own that they did not tell all of"
    assert len(privates) > 20
    assert len(meeting.guests) > 4
    meeting.leave()


def test_the_search_at_the_end_of_every_test_finds_what_is_somebody_elses(seated: tuple[Guest, Guest]) -> None:
    police, health = seated
    assert sent_to_others([police, health]) == {}
    scenario = Conference.objects.get(pk=police.conference).scenario()
    theirs = next(each for each in scenario.papers.values() if {"health-visitor"} == set(each.held_by)).passages[0]
    planted = json.dumps({"type": "change", "sections": {"seen": theirs.text.words[0][1]}})
    police.received.append(planted)
    assert list(sent_to_others([police, health])) == ["police, public"]
    assert sent_to_others([health]) == {}
    police.received.remove(planted)  # what came last may be another: searching takes in what still comes


class Meeting:
    """Everybody, and what they do."""

    def __init__(self, server: Server, conference: Conference) -> None:
        self.conference = conference
        self.scenario: Scenario = conference.scenario()
        self.guests: dict[str, Guest] = {}

        def enter(who: User, **more: str) -> Guest:
            encoding, language = next(LOOKS)
            return Guest(server, conference.pk, who, **{"as": encoding, "language": language, **more}).hello()

        self.guests["facilitator"] = enter(conference.facilitator)
        self.guests["projector"] = enter(conference.facilitator, door="projector")
        for role in ("observer", "learner"):
            watching = _somebody(f"watching-{role}")
            put_on_list(conference, watching, role=role)
            self.guests["public" if role == "learner" else role] = enter(watching)
        for seat in self.scenario.seats.values():
            roles = [role for role in ("learner", "trainer", "actor") if role in seat.played_by]
            if roles:
                sitting = _somebody(f"on-{seat.id}")
                put_on_list(conference, sitting, role=roles[0])
                guest = enter(sitting)
                if guest.ask("take-seat", seat=str(seat.id), volunteers=True)["type"] == "done":
                    self.guests[str(seat.id)] = guest
                else:
                    guest.socket.close()

    def hold(self) -> None:
        """Up to the point where the debrief would open what was kept."""
        running = self.guests["facilitator"]
        running.does("start")
        for phase in self.scenario.phases:
            if phase.agenda in (Agenda.LEAVING_ROLE, Agenda.DEBRIEF):
                break
            for viewer, guest in self.guests.items():
                for do, fields in self._tries(viewer, phase.agenda):
                    guest.ask(do, **fields)
            running.ask("next-phase")
        self._catch_up()

    def leave(self) -> None:
        for guest in self.guests.values():
            guest.socket.close()

    def _tries(self, viewer: str, agenda: Agenda) -> Iterator[tuple[str, dict[str, Any]]]:
        """What somebody asks for in one phase; much of it is refused."""
        if viewer == "facilitator":
            for inject in self.scenario.injects:
                yield "fire-inject", {"inject": str(inject)}
            yield (
                "whisper",
                {"to": next(iter(self.scenario.seats)), "words": {"text": "A quiet word", "language": "en"}},
            )
            return
        yield "speak", {"words": {"text": f"I speak in {agenda}", "language": "en"}}
        if viewer not in self.scenario.seats:
            return
        for paper in self.scenario.papers.values():
            own = viewer in paper.held_by
            if agenda in (Agenda.REPORTS, Agenda.ANALYSIS) and (own or agenda == Agenda.ANALYSIS):
                passages = paper.passages[::2] if own else paper.passages[:1]
                for passage in passages[:3]:
                    yield "share", {"passage": str(passage.id), "how": "shown"}
        child = next(iter(self.scenario.family.children))
        yield "concern", {"child": str(child), "level": 5}
        yield "reconcile", {"passage": "nothing.0", "said": "said"}

    def _catch_up(self) -> None:
        """Everybody takes in what is still on its way."""
        for guest in self.guests.values():
            guest.until(lambda message: message["type"] == "beat")


def _somebody(name: str) -> User:
    return User.objects.create_user(f"{name}@diogel.example", first_name=name, reading_language="en")
