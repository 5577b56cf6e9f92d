"""What comes of a command is the same in the pure engine as through a socket, a worker and the database.

Made-up commands of every type that a person may send go to a real server, one after the other; each is also decided by
the engine alone, at the moment that was stored. Events, refusals and what everybody was sent must be equal at the end.
"""

import json
import random
import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from asking_anything import Anything
from django.utils import timezone
from guests import Guest
from rehearsing import Rehearsal

from people.models import User
from simulations import log
from simulations.engine import commands as do
from simulations.engine.actors import Clock, Facilitator, Seated
from simulations.engine.events import Event, OutageNoted
from simulations.engine.evolving import evolve
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.values import SeatId
from simulations.engine.storing import decode, encode
from simulations.engine.viewers import Viewer
from simulations.live.render import Wording, Words
from simulations.models import Commit, Conference

Enter = Callable[..., Guest]
ASKED = 160
PER_PHASE = 10
NOT_HERE = (do.TakeSeat, do.LeaveSeat, do.Tick, do.Outage, do.Close, do.End)
"""Who sits where is settled before, the clock's are no client's, and what ends it would leave little to compare."""
READS_IN = {"health-visitor": "cy"}
TYPED = re.compile(r"U\d{6}")


def test_the_same_commands_come_to_the_same_in_the_engine_and_through_sockets(
    enter: Enter, seated: tuple[Guest, Guest], facilitator: User, conference: Conference
) -> None:
    police, health = seated
    both = Both(conference, {"police": police, "health-visitor": health, "": enter(facilitator).hello()})
    both.ask(do.Start(by=Facilitator()))
    chance, anything = random.Random(11), Anything(both.alone.scenario, NOT_HERE)
    answers = []
    for number in range(1, ASKED + 1):
        asked = anything.command(chance.choice, both.alone.state, timezone.now())
        while both.guest_of(asked) is None:
            asked = anything.command(chance.choice, both.alone.state, timezone.now())
        answers.append(both.ask(asked))
        if number % PER_PHASE == 0:
            both.ask(do.Resume(by=Facilitator()))
            both.ask(do.NextPhase(by=Facilitator()))
    assert answers.count("done") > ASKED / 4, "many of them are allowed"
    assert len(set(answers)) > 5, "and others refused for one reason or another"
    both.everybody_was_sent_what_the_engine_shows()


class Both:
    """A conference on a server, and the same one in the engine alone."""

    def __init__(self, conference: Conference, guests: Mapping[str, Guest]) -> None:
        self.conference, self.guests = conference, guests
        self.alone = Rehearsal(conference.scenario())
        self.alone.state = msgspec.structs.replace(self.alone.state, terms=conference.terms())
        self.names: dict[str, str] = {}
        for stored in log.read(conference.pk).events:  # sitting down, which names people by references made there
            self._happened(stored)

    def guest_of(self, command: do.Command) -> Guest | None:
        """Who asks for this on the server; None where nobody there does."""
        match command.by:
            case Seated(seat):
                return self.guests.get(seat)
            case Facilitator():
                return self.guests[""]
            case _:
                return None

    def ask(self, command: do.Command) -> str:
        """Ask both; returns `done`, or the code of the refusal that both gave."""
        guest = self.guest_of(command)
        assert guest is not None
        answer = guest.ask(**self._as_message(command))
        commit = Commit.objects.filter(conference=self.conference, command_id=answer["id"]).first()
        self._by_the_clock(before=commit.first if commit else None)
        stored = log.read(self.conference.pk, len(self.alone.events)).events
        self._know_words()
        self.alone.now = stored[0].at if stored else max(timezone.now(), self.alone.now)
        decided = self.alone.ask(command)
        if isinstance(decided, Refusal):
            assert (answer["type"], answer.get("code")) == ("refused", decided.code), (command, answer)
            return decided.code
        assert answer["type"] == "done", (command, answer)
        assert [decode(self._in_our_names(encode(each).decode())) for each in stored] == list(decided), command
        return "done"

    def everybody_was_sent_what_the_engine_shows(self) -> None:
        typed = {self.names[each.id]: each for each in log.read(self.conference.pk).typed.values()}
        for seat, guest in self.guests.items():
            guest.until(lambda message: message["type"] == "beat")
            viewer: Viewer = Seated(SeatId(seat)) if seat else Facilitator()
            shown = Wording(Words(typed=typed), READS_IN.get(seat, "en")).word(self.alone.sees(viewer))
            sent = json.loads(self._in_our_names(json.dumps(guest.sections)))
            assert set(sent) == set(shown), seat
            for name, section in shown.items():
                assert _plain(name, sent[name]) == _plain(name, json.loads(bytes(section))), (seat, name)

    def _as_message(self, command: do.Command) -> dict[str, Any]:
        """As a client sends it: words as text, and what was typed before under the server's own name for it."""
        fields = {name: value for name, value in msgspec.to_builtins(command).items() if name != "by"}
        for name, value in fields.items():
            if isinstance(value, dict) and value.get("from") == "utterance":
                fields[name] = {"text": f"Typed as {value['utterance']}.", "language": value["language"]}
        theirs = {ours: name for name, ours in self.names.items()}
        if fields.get("utterance") in theirs:
            fields["utterance"] = theirs[fields["utterance"]]
        return fields

    def _know_words(self) -> None:
        """By which name the server keeps what was typed, told by its text."""
        for each in log.read(self.conference.pk).typed.values():
            if each.id not in self.names:
                found = TYPED.search(each.text or "")
                assert found is not None, each
                self.names[each.id] = found.group()

    def _in_our_names(self, text: str) -> str:
        for theirs, ours in self.names.items():
            text = text.replace(theirs, ours)
        return text

    def _by_the_clock(self, before: int | None) -> None:
        """An outage, should the machine have been so busy that nobody was heard for a while."""
        for event in log.read(self.conference.pk, len(self.alone.events)).events:
            if len(self.alone.events) + 1 == before or not isinstance(event, OutageNoted):
                return
            self.alone.now = event.at
            assert self.alone.ask(do.Outage(by=Clock(), since=event.since)) == (event,)

    def _happened(self, event: Event) -> None:
        self.alone.state = evolve(self.alone.scenario, self.alone.state, event)
        self.alone.events.append(event)
        self.alone.now = event.at


def _plain(name: str, section: Any) -> Any:
    """A section without what only a server knows (names, connections); what grows by its keys."""
    if name in ("log", "notices"):
        items = section["items"]
        return items if isinstance(items, dict) else {item["key"]: item for item in items}
    return {key: value for key, value in section.items() if key != "people"}
