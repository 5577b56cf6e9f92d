"""A conference in memory: its log replayed, with the state after each event.

States share all that an event did not touch, so keeping every one is cheap, and lets anybody be resumed from any
number, by any worker: what they miss is the difference between two states.

A viewer's number counts the events that they may see, not all there are: a gap would tell of a whisper to others.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import attrgetter

from msgspec import Struct

from simulations.engine import actors
from simulations.engine.changing import NOTHING, Difference
from simulations.engine.commands import Command
from simulations.engine.deciding import decide
from simulations.engine.due import due
from simulations.engine.events import Event
from simulations.engine.evolving import evolve
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.sections import Section, Sections
from simulations.engine.start import start
from simulations.engine.state import ConferenceState
from simulations.engine.terms import Terms
from simulations.engine.viewers import Projector, Public, Viewer, projector, sees
from simulations.engine.views import EVERYBODYS, view

GROWING = ("log", "notices")
"""Sections of keyed items, of which a change holds only those that are new or another than before."""
STANDING = tuple(name for name in Sections.__struct_fields__ if name not in GROWING)
_all_standing = attrgetter(*STANDING)


class _Shown(Struct, frozen=True):
    """What a viewer was shown after so many events, without what grows, and the change from the events before that."""

    after: int
    sections: Mapping[str, Section]
    before: int | None = None
    change: Sections = NOTHING


class Proceedings:
    """One conference's log and states."""

    def __init__(self, scenario: Scenario, terms: Terms, events: Sequence[Event] = ()) -> None:
        self.scenario = scenario
        self.events: list[Event] = []
        self._states = [start(scenario, terms)]
        self._shown: dict[Viewer, _Shown] = {}
        self._counted: dict[Viewer, list[int]] = {}
        self._latest: tuple[int, int, Difference] | None = None
        self._everybodys: dict[str, Section] = {}
        self._due: tuple[int, datetime | None] | None = None
        self.add(events)

    @property
    def state(self) -> ConferenceState:
        """As it is now."""
        return self._states[-1]

    @property
    def number(self) -> int:
        """The number of the last event."""
        return len(self.events)

    def add(self, events: Sequence[Event]) -> None:
        """What happened next."""
        for event in events:
            self._states.append(evolve(self.scenario, self.state, event))
            self.events.append(event)

    def decide(self, command: Command, now: datetime) -> tuple[Event, ...] | Refusal:
        """What the command would come to now."""
        return decide(self.scenario, self.state, command, now)

    def due(self) -> datetime | None:
        """When the clock should next be asked; None while nothing is to come."""
        if self._due is None or self._due[0] != self.number:
            self._due = self.number, due(self.scenario, self.state)
        return self._due[1]

    def number_for(self, viewer: Viewer, upto: int | None = None) -> int:
        """How many of the first `upto` events, or of all, this viewer may see."""
        return self._numbers(viewer)[self.number if upto is None else upto]

    def _numbers(self, viewer: Viewer) -> list[int]:
        """The viewer's number after each event, beginning before the first; an event is looked at once."""
        counted = self._counted.get(viewer) or self._counted.setdefault(viewer, [0])
        if len(counted) <= self.number:
            for event in self.events[len(counted) - 1 :]:
                counted.append(counted[-1] + sees(viewer, event.audience))
        return counted

    def whole(self, viewer: Viewer) -> Sections:
        """Everything this viewer may see."""
        sections = view(self.scenario, self.state, viewer)
        self._keep(viewer, sections)
        return sections

    def _keep(self, viewer: Viewer, sections: Sections) -> _Shown:
        """What they are shown now, to tell later what became another."""
        standing = _standing(sections)
        shown = self._shown[viewer] = _Shown(self.number, {**standing, **self._one_for_all(standing)})
        return shown

    def _one_for_all(self, standing: Mapping[str, Section]) -> dict[str, Section]:
        """What shows the same to everybody, as one object for all of them while it is the same: quick to compare."""
        theirs = {name: standing[name] for name in EVERYBODYS if name in standing}
        self._everybodys.update({name: each for name, each in theirs.items() if self._everybodys.get(name) != each})
        return {name: self._everybodys[name] for name in theirs}

    def standing(self, viewer: Viewer) -> Sections:
        """Everything this viewer may see but what grows."""
        shown = self._shown.get(viewer)
        if shown is None or shown.after != self.number:
            shown = self._keep(viewer, view(self.scenario, self.state, viewer, growing=False))
        return Sections(**shown.sections)  # type: ignore[arg-type]

    def since(self, viewer: Viewer, events: int) -> Sections:
        """What became different for this viewer after the first so many events.

        Only what is different to their eyes: to be sent one's papers again, the same as before, whenever somebody else
        is dealt one would tell. Those who only heard something, and heard the same, get one object.
        """
        if events == self.number:
            return NOTHING
        shown = self._shown.get(viewer)
        if shown and (shown.before, shown.after) == (events, self.number):
            return shown.change
        known = shown.sections if shown and shown.after == events else self._shown_after(viewer, events)
        changed = self._difference(events).to(viewer)
        made = _standing(changed)
        standing = {name: section for name, section in made.items() if section != known.get(name)}
        different = Sections(log=changed.log, notices=changed.notices, **standing) if made else changed  # type: ignore[arg-type]
        self._shown[viewer] = _Shown(self.number, {**known, **standing} if standing else known, events, different)
        return different

    def _difference(self, events: int) -> Difference:
        """Between then and now; all who are told of the same are told from one."""
        if self._latest is None or self._latest[:2] != (events, self.number):
            difference = Difference(self.scenario, self._states[events], self.state)
            self._latest = events, self.number, difference
        return self._latest[2]

    def _shown_after(self, viewer: Viewer, events: int) -> Mapping[str, Section]:
        return _standing(view(self.scenario, self._states[events], viewer, growing=False))

    def reached(self, viewer: Viewer, number: int) -> int | None:
        """After how many events the viewer's number was this for the first time; None if it never was.

        The first: between two of their numbers, things may have changed for them that no event told them of.
        """
        numbers = self._numbers(viewer)
        place = bisect_left(numbers, number)
        return place if place < len(numbers) and numbers[place] == number else None

    def seat_of(self, reference: str) -> SeatId | None:
        """The seat that a person is on."""
        return next((seat for seat, now in self.state.seats.items() if now.person == reference), None)


def _standing(sections: Sections) -> dict[str, Section]:
    """The sections there are, without those that grow."""
    return {
        name: section for name, section in zip(STANDING, _all_standing(sections), strict=True) if section is not None
    }


def name_of(viewer: Viewer) -> str:
    """The word for where somebody looks from: `seat:police`, `facilitator`, `observer`, `projector:` with the seats that look at it, or `public`."""
    match viewer:
        case actors.Seated(seat):
            return f"seat:{seat}"
        case actors.Facilitator():
            return "facilitator"
        case actors.Observer():
            return "observer"
        case Projector(seats):
            return "projector:" + ",".join(sorted(seats))
        case _:
            return "public"


def looks_from(proceedings: Proceedings, who: str, role: str) -> Viewer:
    """Where a member of the conference looks from now: it changes when they take a seat."""
    if role == "facilitator":
        return actors.Facilitator()
    if role == "projector":
        return projector(proceedings.scenario, proceedings.state)
    if role == "observer":
        return actors.Observer(who)
    seat = proceedings.seat_of(who)
    return actors.Seated(seat) if seat else Public()
