"""The sections that a viewer may see: whole (`view`), or what is another than before (`change`).

Deny by default: each kind of viewer gets the sections that its row here names, and in each only what was said before
them, is their own, or is nobody's secret. Somebody at the door sees who sits where and no more.

A state shares with the one before it whatever an event left alone, so a change looks only at the sections whose parts
of the state are other objects than before, and of the log and the notices only at what was added or taken back.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from simulations.engine.actors import Facilitator, Observer, Seated
from simulations.engine.moment import Moment
from simulations.engine.scenario.model import Scenario
from simulations.engine.sections import Section, Sections
from simulations.engine.showing.control import control_section
from simulations.engine.showing.debrief import debrief_section
from simulations.engine.showing.judgements import decisions_section, views_section
from simulations.engine.showing.log import log_section
from simulations.engine.showing.own import me_section, notices_section
from simulations.engine.showing.papers import papers_section
from simulations.engine.showing.plan import plan_section
from simulations.engine.showing.table import floor_section, phase_section, roster_section
from simulations.engine.state import ConferenceState, LogItem
from simulations.engine.viewers import Public, Viewer

__all__ = ["Public", "Viewer", "change", "view"]

AT_THE_DOOR = ("phase", "roster", "me")
WATCHING = (*AT_THE_DOOR, "floor", "papers", "log", "views", "decisions", "plan", "notices", "debrief")
GRANTED: Mapping[type, tuple[str, ...]] = {
    Public: AT_THE_DOOR,
    Observer: WATCHING,
    Seated: WATCHING,
    Facilitator: (*WATCHING, "control"),
}

RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "phase": ("status", "setting", "clock", "phase", "began"),
    "roster": ("seats", "facilitator_in", "observers"),
    "floor": ("floor",),
    "papers": ("papers", "seats", "sharings", "reconciled"),
    "views": ("views", "opened", "phase", "seats", "sharings", "papers"),
    "decisions": ("decisions", "dissents"),
    "plan": ("plan", "interim", "phase"),
    "control": ("status", "seats", "papers", "facts", "injects", "chosen", "beats", "left_out", "views", "reconciled"),
    "me": (
        "status", "phase", "seats", "floor", "observers", "facilitator_in", "papers", "asks", "reading", "concerns",
        "first_concerns", "needs", "questions", "closed", "dissents", "plan", "interim", "views", "opened", "decisions", "sharings", "reconciling", "steps", "ended_early",
    ),
    "debrief": ("steps", "phase", "facts", "reconciled", "views", "decisions", "dissents", "status"),
}  # fmt: skip
"""Which parts of the state each section is made of; the log and the notices are told apart by their length."""

MAKE: Mapping[str, Callable[[Moment, Viewer], Section | None]] = {
    "phase": lambda moment, viewer: phase_section(moment),
    "roster": lambda moment, viewer: roster_section(moment),
    "floor": lambda moment, viewer: floor_section(moment),
    "papers": papers_section,
    "views": views_section,
    "decisions": decisions_section,
    "plan": plan_section,
    "control": lambda moment, viewer: control_section(moment),
    "me": me_section,
    "debrief": debrief_section,
}


def view(scenario: Scenario, state: ConferenceState, viewer: Viewer) -> Sections:
    """Everything that this viewer may see."""
    moment = _as_it_stands(scenario, state)
    granted = GRANTED[type(viewer)]
    made: dict[str, Section | None] = {name: MAKE[name](moment, viewer) for name in granted if name in MAKE}
    if "log" in granted:
        made["log"] = log_section(moment, viewer, state.log)
        made["notices"] = notices_section(moment, viewer, state.notices)
    return Sections(**made)  # type: ignore[arg-type]  # each stands under its own name


def change(scenario: Scenario, before: ConferenceState, after: ConferenceState, viewer: Viewer) -> Sections:
    """What became another for this viewer between two states of one conference; None for what did not."""
    moment = _as_it_stands(scenario, after)
    granted = GRANTED[type(viewer)]
    made: dict[str, Section | None] = {
        name: MAKE[name](moment, viewer) for name in granted if name in MAKE and _touched(name, before, after)
    }
    if "log" in granted:
        log = log_section(moment, viewer, _changed_items(before, after))
        notices = notices_section(moment, viewer, after.notices.since(len(before.notices)))
        made["log"] = log if log.items else None
        made["notices"] = notices if notices.items else None
    return Sections(**made)  # type: ignore[arg-type]  # each stands under its own name


def _touched(section: str, before: ConferenceState, after: ConferenceState) -> bool:
    return any(getattr(before, part) is not getattr(after, part) for part in RESTS_ON[section])


def _changed_items(before: ConferenceState, after: ConferenceState) -> list[LogItem]:
    """The items added, after those taken back meanwhile."""
    length = len(before.log)
    places = sorted(int(key[1:]) - 1 for key in after.undone - before.undone)
    undone = [next(after.log.since(place)) for place in places if place < length]
    return [*undone, *after.log.since(length)]


def _as_it_stands(scenario: Scenario, state: ConferenceState) -> Moment:
    """Sections tell how it stood at the last event: they never depend on when they are asked for."""
    return Moment(scenario, state, state.last_at or datetime.min.replace(tzinfo=UTC))
