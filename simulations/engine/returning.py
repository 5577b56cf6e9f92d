"""Coming back, and coming late: what somebody missed reaches them as a notice of their own (see `showing.catching_up`)."""

from msgspec.structs import replace

from simulations.engine.audience import Happening
from simulations.engine.moment import only
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import ConferenceState, Notice


def told_what_they_missed(state: ConferenceState, event: Happening, seat: SeatId) -> ConferenceState:
    """The state with a notice for this seat of what has happened since it was last here, once the conference is on."""
    if state.phase.id is None:
        return state
    since = state.seats[seat].away_since
    notice = Notice(
        key=f"catch-up-{event.at.isoformat()}",
        kind="catch-up",
        at=event.at,
        audience=only(seat),
        seat=seat,
        since=since,
    )
    return replace(state, notices=state.notices.and_then(notice))
