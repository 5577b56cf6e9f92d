"""The conference gone through again: the room's regions as a seat saw them at a moment of the timeline.

What may be seen is the engine's to say (`replaying.as_it_was`); here it is drawn by the templates of the room. Nothing can
be pressed in a moment gone by, so buttons and forms are left out.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.utils.safestring import SafeString, mark_safe

from simulations import log
from simulations.engine.agreeing import may_look
from simulations.engine.refusals import Refusal
from simulations.engine.replaying import as_it_was
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.viewers import Viewer
from simulations.live.drawing import Drawing
from simulations.live.membership import people_of
from simulations.live.render import Words
from simulations.models import Conference
from simulations.proceedings import Proceedings

PRESSED = re.compile(r"<(button|form)\b.*?</\1>", re.DOTALL)
SHOWN = ("talk", "papers", "views", "plan")
"""The regions that are drawn, in this order."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the conference as a seat saw it: `regions` is HTML by the region's name."""

    seconds: int
    phase: str
    regions: dict[str, SafeString]


def moment_of(
    conference: Conference, proceedings: Proceedings, looks: Viewer, seat: str, seconds: int, language: str
) -> Moment | Refusal:
    """What a seat saw so many seconds into the conference, for whoever looks now; a Refusal where they may not."""
    at = timedelta(seconds=seconds)
    terms = proceedings.state.terms
    seen = as_it_was(proceedings.scenario, proceedings.events, terms, at, looks, SeatId(seat))
    if isinstance(seen, Refusal):
        return seen
    words = Words(log.typed_in(proceedings.events), people_of(conference.pk))
    drawn = Drawing(words, language).draw(seen, seen)
    # Drawn by the room's own templates, which escape what people typed.
    regions = {name: mark_safe(PRESSED.sub("", drawn[name])) for name in SHOWN if name in drawn}  # noqa: S308
    return Moment(seconds, seen.phase.agenda or "" if seen.phase else "", regions)


def seats_to_look_from(scenario: Scenario, proceedings: Proceedings, looks: Viewer) -> list[SeatId]:
    """The seats from which this viewer may look, in the file's order."""
    return [seat for seat in scenario.seats if may_look(proceedings.state, looks, seat)]
