"""One moment of a conference: the scenario, what is so, and what time it is. Every rule is asked of it.

The small questions that all areas share are answered here: who is in the room, what the agenda allows, who acts as
chair, and who hears what is said (the audience of an event).
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

import msgspec

from simulations.engine.actors import Actor, Facilitator, Speaker
from simulations.engine.audience import Audience
from simulations.engine.events import Event
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.family import Seat
from simulations.engine.scenario.meeting import Phase
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import FactId, PassageId, PhaseId, SeatId
from simulations.engine.scenario.vocabulary import AT_THE_TABLE as AT_THE_TABLE
from simulations.engine.scenario.vocabulary import OUT_OF_ROLE as OUT_OF_ROLE
from simulations.engine.scenario.vocabulary import Agenda, Attendance, Part
from simulations.engine.state import ConferenceState, SeatState

Answer = tuple[Event, ...] | Refusal
"""What a command comes to: what happens, or why not."""

Deciders = Mapping[type, Callable[["Moment", Any], Answer]]
"""What carries out each command. Each function takes the one type that it stands under, which a mapping cannot say."""
Evolvers = Mapping[type, Callable[[Scenario, ConferenceState, Any], ConferenceState]]
"""What each event does to the state; likewise."""

SILENT = frozenset({Agenda.READING, Agenda.BREAK})
"""Nobody speaks to the whole room in these."""
PREPARING = frozenset({Part.CHAIR, Part.FAMILY, Part.CHILD, Part.SUPPORTER, Part.ADVOCATE, Part.INTERPRETER})
"""Who is with the chair while the chair prepares: the family, before the others come in."""


class Moment(msgspec.Struct, frozen=True, dict=True):
    """The scenario (one variant), the state, and now; `asked_in` is the state that the command found, as it goes on."""

    scenario: Scenario
    state: ConferenceState
    now: datetime
    asked_in: ConferenceState | None = None

    # Time and agenda

    @cached_property
    def elapsed(self) -> timedelta:
        """The moment on the conference's own clock."""
        return self.state.clock.read(self.now)

    @property
    def phase(self) -> Phase | None:
        """The phase that is on."""
        return phase_of(self.scenario, self.state)

    @property
    def agenda(self) -> Agenda | None:
        """What that phase is for."""
        return self.phase.agenda if self.phase else None

    @property
    def at_table(self) -> bool:
        """Whether the conference itself is on."""
        return self.agenda in AT_THE_TABLE

    def next_phase(self) -> Phase | None:
        """The phase that would come next."""
        phases = self.scenario.phases
        if self.phase is None:
            return phases[0]
        following = phases[phases.index(self.phase) + 1 :]
        return following[0] if following else None

    def phase_at(self, moment: timedelta) -> PhaseId | None:
        """The phase that was on at a moment of the conference."""
        begun = [phase for phase, began in self.state.began.items() if began <= moment]
        return begun[-1] if begun else None

    # Seats

    def seat(self, seat: SeatId) -> SeatState:
        """How it stands with a seat."""
        return self.state.seats[seat]

    def in_room(self, seat: SeatId) -> bool:
        """Whether somebody on this seat hears what is said."""
        return in_room(self.scenario.seats[seat], self.state.seats[seat])

    @cached_property
    def room(self) -> frozenset[SeatId]:
        """All seats that hear what is said at the table."""
        return frozenset(seat for seat in self.scenario.seats if self.in_room(seat))

    @property
    def chair(self) -> SeatId | None:
        """The chair's seat, if there is one."""
        chairs = (seat.id for seat in self.scenario.seats.values() if seat.part is Part.CHAIR)
        return next(chairs, None)

    def acts_as_chair(self, actor: Actor) -> bool:
        """Whether the chair's powers are this actor's: the chair's, or the facilitator's while no person is there."""
        if isinstance(actor, Speaker):
            return actor.seat == self.chair and self.in_room(actor.seat)
        return isinstance(actor, Facilitator) and not self.person_in_chair()

    def person_in_chair(self) -> bool:
        """Whether a person chairs, and is in the room."""
        chair = self.chair
        return chair is not None and self.seat(chair).filled == "person" and self.in_room(chair)

    def holds_passage(self, seat: SeatId, passage: PassageId) -> bool:
        """Whether a passage is in a seat's hands; False also where there is no such passage."""
        papers = (self.scenario.papers[held.paper] for held in self.state.papers.get(seat, ()))
        return any(each.id == passage for paper in papers for each in paper.passages)

    # Facts

    def fact_in(self, passage: PassageId) -> FactId | None:
        """The fact that a passage carries."""
        return self.scenario.passage(passage).fact

    def kept_from_room(self, passages: tuple[PassageId, ...]) -> bool:
        """Whether any of this is withheld from somebody who would hear it now."""
        facts = {self.fact_in(passage) for passage in passages}
        return any(facts.intersection(self.scenario.withheld_from(seat)) for seat in self.hearers().seats)

    # Audiences

    def hearers(self) -> Audience:
        """Who hears what is said to the room now."""
        seats = self.room
        if self.agenda is Agenda.CHAIR_PREPARES:
            seats = frozenset(seat for seat in seats if self.scenario.seats[seat].part in PREPARING)
        return Audience(seats, self.state.facilitator_in, bool(self.state.observers))

    def hearers_of(self, actor: Actor) -> Audience:
        """Who hears what this actor says to the room: a facilitator who acts for an absent chair knows what they said."""
        heard = self.hearers()
        return Audience(heard.seats, heard.facilitator or isinstance(actor, Facilitator), heard.observers)

    def everyone(self) -> Audience:
        """All there are: what is no secret, such as a phase that begins."""
        return Audience(frozenset(self.scenario.seats), True, True)


def only(*seats: SeatId, facilitator: bool = False) -> Audience:
    """Just these seats, and the facilitator if told."""
    return Audience(frozenset(seats), facilitator, False)


def in_room(seat: Seat, state: SeatState) -> bool:
    """Whether somebody on this seat hears what is said."""
    if state.filled not in ("person", "script") or state.out or state.cut_off or state.sent_out or state.reading:
        return False
    if not seat.present and not state.arrived:
        return False
    return seat.attends is not Attendance.REPORT_ONLY or state.on_the_line


def phase_of(scenario: Scenario, state: ConferenceState) -> Phase | None:
    """The phase that is on; None in the lobby."""
    return scenario.phase(state.phase.id) if state.phase.id else None
