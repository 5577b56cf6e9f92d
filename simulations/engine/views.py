"""The sections that a viewer may see. (What of them is another than before: changing.py.)

Deny by default: each kind of viewer gets the sections that its row here names, and in each only what was said before
them, is their own, or is nobody's secret. Somebody at the door sees who sits where and no more.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from simulations.engine.actors import Facilitator, Observer, Seated
from simulations.engine.moment import Moment
from simulations.engine.scenario.model import Scenario
from simulations.engine.sections import Section, Sections
from simulations.engine.showing.arrangements import arrangements_section
from simulations.engine.showing.control import control_section
from simulations.engine.showing.debrief import debrief_section
from simulations.engine.showing.judgements import decisions_section, views_section
from simulations.engine.showing.log import log_section
from simulations.engine.showing.own import me_section, notices_section
from simulations.engine.showing.papers import papers_section
from simulations.engine.showing.plan import plan_section
from simulations.engine.showing.record import after_section, record_section
from simulations.engine.showing.removed import with_reasons
from simulations.engine.showing.review import review_section
from simulations.engine.showing.rubric import rubric_section
from simulations.engine.showing.table import floor_section, phase_section, roster_section
from simulations.engine.state import ConferenceState
from simulations.engine.viewers import Projector, Public, Viewer

__all__ = ["Public", "Viewer", "view"]

AT_THE_DOOR = ("phase", "roster", "me")
WATCHING = (
    *AT_THE_DOOR,
    "floor",
    "papers",
    "log",
    "views",
    "decisions",
    "plan",
    "arrangements",
    "review",
    "after",
    "notices",
    "debrief",
)
FOR_ALL = ("phase", "roster", "floor", "papers", "log", "views", "decisions", "plan")
"""Of `papers` a projector gets the common sheet, which every seat has, and nothing else; and nothing is its own."""
GRANTED: Mapping[type, tuple[str, ...]] = {
    Public: AT_THE_DOOR,
    Projector: FOR_ALL,
    Observer: (*WATCHING, "rubric"),
    Seated: (*WATCHING, "record"),
    Facilitator: (*WATCHING, "record", "control", "rubric"),
}

RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "phase": ("status", "setting", "clock", "phase", "began", "real_concern"),
    "roster": ("seats", "facilitator_in", "observers"),
    "floor": ("floor",),
    "papers": ("papers", "seats", "sharings", "reconciled", "arrangements"),
    "views": ("first_answers", "views", "opened", "phase", "seats", "sharings", "papers"),
    "decisions": ("decisions", "dissents"),
    "plan": ("plan", "interim", "phase", "arrangements"),
    "arrangements": ("arrangements", "decisions", "interim", "phase", "seats", "papers"),
    "review": ("reviews", "changes", "phase", "sharings", "papers", "arrangements"),
    "record": ("record", "decisions", "dissents", "plan", "interim", "arrangements", "reports", "phase", "seats"),
    "after": ("began", "dissents", "explained", "record"),
    "control": ("status", "seats", "papers", "facts", "injects", "chosen", "beats", "left_out", "views", "reconciled",
                "sharings", "concerns", "first_concerns", "phase", "setting", "first_views", "minutes", "going_on", "kept_back", "clock"),
    "rubric": ("scores",),
    "me": (
        "status", "phase", "seats", "floor", "observers", "facilitator_in", "papers", "asks", "reading", "concerns",
        "reports", "first_answers", "arrangements", "record",
        "first_concerns", "needs", "questions", "closed", "dissents", "plan", "interim", "views", "opened", "decisions", "sharings", "reconciling", "steps", "looked_back", "ended_early",
        "real_concern", "minutes", "going_on", "kept_back", "injects", "debriefing",
    ),
    "debrief": (
        "steps", "phase", "facts", "reconciled", "views", "decisions", "dissents", "status", "plan", "log", "first_concerns",
        "replayable", "reviews", "debriefing", "seats",
    ),
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
    "arrangements": arrangements_section,
    "review": review_section,
    "record": record_section,
    "after": after_section,
    "control": lambda moment, viewer: control_section(moment),
    "me": me_section,
    "debrief": debrief_section,
    "rubric": rubric_section,
}
EVERYBODYS = frozenset({"phase", "roster", "floor"})
"""Sections that show the same to everybody who has them."""


def view(scenario: Scenario, state: ConferenceState, viewer: Viewer, *, growing: bool = True) -> Sections:
    """Everything that this viewer may see; without the log and the notices, which grow, where `growing` is not asked for."""
    moment = as_it_stands(scenario, state)
    granted = GRANTED[type(viewer)]
    made: dict[str, Section | None] = {name: MAKE[name](moment, viewer) for name in granted if name in MAKE}
    if growing and "log" in granted:
        made["log"] = log_section(moment, viewer, state.log)
    if growing and "notices" in granted:
        made["notices"] = notices_section(moment, viewer, state.notices)
    return with_reasons(state, Sections(**made))  # type: ignore[arg-type]  # each stands under its own name


def as_it_stands(scenario: Scenario, state: ConferenceState) -> Moment:
    """Sections tell how it stood at the last event: they never depend on when they are asked for."""
    return Moment(scenario, state, state.last_at or datetime.min.replace(tzinfo=UTC))
