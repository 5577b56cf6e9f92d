"""The conference as it was at any moment, seen from any seat that agrees: what the debrief's timeline shows.

    as_it_was(scenario, events, terms, moment, looks, seat) -> Sections, or a Refusal

Deny by default. Nothing is replayed before the facilitator has opened the timeline. One sees again what one's own seat
saw then; from another's seat, and only where its person agrees, what lay on that table: their papers and what was
said before them, and nothing that was theirs alone (levels of concern, notes, whispers, what the chair was told). The
facilitator may look from every seat in that way. Whoever watched, or stood at the door, replays nothing.
"""

from collections.abc import Iterable
from datetime import timedelta

from msgspec.structs import replace

from simulations.engine.actors import Facilitator, Seated
from simulations.engine.agreeing import may_look
from simulations.engine.events import Event
from simulations.engine.evolving import evolve
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.sections import Sections
from simulations.engine.start import start
from simulations.engine.state import ConferenceState
from simulations.engine.terms import Terms
from simulations.engine.viewers import Viewer
from simulations.engine.views import view

ON_THE_TABLE = ("phase", "roster", "floor", "papers", "log", "views", "decisions", "plan", "arrangements", "review")
"""The sections that are replayed from somebody else's seat."""
ONES_OWN = (*ON_THE_TABLE, "record", "notices", "me")
"""And from one's own. The debrief is not replayed: it is on."""


def as_it_was(
    scenario: Scenario, events: Iterable[Event], terms: Terms, moment: timedelta, looks: Viewer, seat: SeatId
) -> Sections | Refusal:
    """What a seat saw at a moment of the conference's own clock, for somebody who looks at it now.

    `events` are all of the conference so far. What happened while the clock stood belongs to the moment at which it stood.
    """
    now, then = _now_and_then(scenario, events, terms, moment)
    if refusal := may_not_look(scenario, now, looks, seat):
        return refusal
    own = looks == Seated(seat)
    granted = ONES_OWN if own else ON_THE_TABLE
    # Words taken away since are taken away then, too.
    seen = view(scenario, replace(then, removed=now.removed), Seated(seat))
    kept = {name: getattr(seen, name) for name in granted}
    if own and seen.me is not None:
        # It is over: nothing can be asked for in a moment gone by.
        kept["me"] = replace(seen.me, may=())
    return Sections(**kept)


def may_not_look(scenario: Scenario, now: ConferenceState, looks: Viewer, seat: SeatId) -> Refusal | None:
    """Whether this seat is kept from this viewer, as it stands now; None where they may look."""
    if seat not in scenario.seats:
        return refuse("no-such-seat")
    if not isinstance(looks, Seated | Facilitator):
        return refuse("not-yours")
    if may_look(now, looks, seat):
        return None
    return refuse("replay-not-agreed" if "timeline" in now.steps else "replay-not-open")


def _now_and_then(
    scenario: Scenario, events: Iterable[Event], terms: Terms, moment: timedelta
) -> tuple[ConferenceState, ConferenceState]:
    """The state now, and the one after the last event that happened by a moment of the conference."""
    now = then = start(scenario, terms)
    for event in events:
        now = evolve(scenario, now, event)
        if now.clock.read(event.at) <= moment:
            then = now
    return now, then
