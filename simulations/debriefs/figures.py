"""What a conference came to, in figures for the group: side by side with other rooms, and as a file for evaluation.

No name, no seat and no word of anybody is in it. docs/measures.md defines each figure, and the file's shape.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from simulations.engine.measures import Measures, measure, plain
from simulations.engine.moment import Moment
from simulations.engine.sections import PoolRate
from simulations.models import Conference
from simulations.proceedings import Proceedings
from simulations.reflecting.counting import group
from simulations.scoring.sheets import agreed_of
from simulations.selectors import held_beside, proceedings_of

SCHEMA = "diogel.evaluation.1"
COUNTED_FROM = "views"
"""The step of a room's debrief from which its figures are shown: before it, marks and reasons may still be looked at."""


@dataclass(frozen=True, slots=True)
class RoomFigures:
    """One room; `pool` and the rest are None until its own debrief has come far enough."""

    name: str
    own: bool
    pool: PoolRate | None = None
    late: int | None = None
    breaches: int | None = None
    voices: int | None = None
    all_voices: int | None = None
    actions: int | None = None
    dissents: int | None = None


def counted(proceedings: Proceedings) -> Measures:
    """All measures as the conference stands."""
    return measure(as_it_stands(proceedings))


def as_it_stands(proceedings: Proceedings) -> Moment:
    """The conference at the moment of its last event."""
    state = proceedings.state
    return Moment(proceedings.scenario, state, state.last_at or datetime.min.replace(tzinfo=UTC))


def side_by_side(conference: Conference) -> list[RoomFigures]:
    """The rooms of the same cohort and hour, by their order."""
    rooms = held_beside(conference).select_related("version")
    return [_room(place, room, own=room.pk == conference.pk) for place, room in enumerate(rooms, 1)]


def _room(place: int, room: Conference, *, own: bool) -> RoomFigures:
    proceedings = proceedings_of(room)
    name = str(place)
    if COUNTED_FROM not in proceedings.state.steps:
        return RoomFigures(name, own)
    came_to = counted(proceedings)
    return RoomFigures(
        name=name,
        own=own,
        pool=came_to.pool,
        late=len(came_to.with_outcome("late")),
        breaches=len(came_to.breaches),
        voices=sum(voice.outcome in ("shared", "late") for voice in came_to.voices),
        all_voices=len(came_to.voices),
        actions=sum(sum(kinds.values()) for kinds in came_to.plan.actions.values()),
        dissents=came_to.dissents.recorded,
    )


def evaluation(conference: Conference, proceedings: Proceedings) -> dict[str, object]:
    """The file for evaluation, as docs/measures.md tells its shape."""
    agreed = agreed_of(conference)
    people = [seat for seat in proceedings.state.seats.values() if seat.filled == "person"]
    return {
        "schema": SCHEMA,
        "scenario": conference.version.scenario.slug,
        "variant": proceedings.scenario.variant,
        "status": conference.version.status,
        "held": f"{conference.planned_for:%Y-%m}",
        "setting": proceedings.state.setting,
        "alone": conference.alone,
        "people": len(people),
        "measures": plain(counted(proceedings)),
        "answers": group(conference).plain(),
        "rubric": {
            criterion.id: {"agreed": agreed.get(criterion.id), "levels": len(criterion.levels)}
            for criterion in proceedings.scenario.debrief.rubric.values()
        },
    }
