"""Deciding and time: a decision has phases and views, and a session has a length and a break."""

from itertools import dropwhile, takewhile

from simulations.engine.scenario.meeting import Phase
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.notebook import Notebook
from simulations.engine.scenario.vocabulary import OUT_OF_ROLE, Agenda, Attendance

LONGEST_SESSION = 240
LONGEST_WITHOUT_BREAK = 45
"""Minutes."""


def check(scenario: Scenario, notebook: Notebook) -> None:
    """Look at what is decided when and by whom, and at the time it takes."""
    if not notebook.sound("phases.*.agenda", "phases.*.id"):
        return
    _check_needed(scenario, notebook)
    _check_end(scenario.phases, notebook)
    _check_phases(scenario, notebook)
    _check_decisions(scenario, notebook)
    _check_time(scenario.phases, notebook)


def _check_needed(scenario: Scenario, notebook: Notebook) -> None:
    """Where something is decided there are children and decisions."""
    if not any(phase.decide or phase.agenda is Agenda.DECISION for phase in scenario.phases):
        return
    if not scenario.family.children and notebook.sound("family.children.*.id"):
        notebook.error("missing-key", "family", found="family.children")
    if not scenario.decisions and notebook.sound("decisions.*.id"):
        notebook.error("missing-key", "decisions", found="decisions")


def _check_end(phases: tuple[Phase, ...], notebook: Notebook) -> None:
    """Once roles are left the debrief may be opened, so nothing of the meeting can still come."""
    over = False
    for number, phase in enumerate(phases):
        if over and phase.agenda not in OUT_OF_ROLE | {Agenda.BREAK}:
            notebook.error("meeting-over", f"phases.{number}.agenda", found=phase.agenda)
        over = over or phase.agenda in OUT_OF_ROLE


def _check_phases(scenario: Scenario, notebook: Notebook) -> None:
    for number, phase in enumerate(scenario.phases):
        if phase.decide and phase.agenda is not Agenda.DECISION:
            path = f"phases.{number}.decide"
            notebook.error("phase-cannot-decide", path, found=phase.id, agenda=phase.agenda)
        if phase.agenda is Agenda.DECISION and not phase.decide and notebook.sound(f"phases.{number}.decide"):
            notebook.warn("phase-decides-nothing", f"phases.{number}", found=phase.id)


def _check_decisions(scenario: Scenario, notebook: Notebook) -> None:
    decided = {decision for phase in scenario.phases for decision in phase.decide}
    seats = [scenario.seats[seat] for seat in scenario.seats_giving_views()]
    for decision in scenario.decisions:
        views_known = scenario.seats and notebook.sound("seats.*.part", "seats.*.attends")
        if views_known and all(seat.attends is Attendance.REPORT_ONLY for seat in seats):
            notebook.error("decision-without-views", f"decisions.{decision}", found=decision)
        if decision not in decided and notebook.sound("phases.*.decide"):
            notebook.warn("decision-never-taken", f"decisions.{decision}", found=decision)


def _check_time(phases: tuple[Phase, ...], notebook: Notebook) -> None:
    total = sum(phase.minutes for phase in phases)
    if total > LONGEST_SESSION:
        notebook.warn("too-long", "phases", found=str(total))
    opened = dropwhile(lambda phase: phase.agenda is not Agenda.OPENING, phases)
    meeting = list(takewhile(lambda phase: phase.agenda not in OUT_OF_ROLE, opened))
    length = sum(phase.minutes for phase in meeting)
    if length > LONGEST_WITHOUT_BREAK and all(phase.agenda is not Agenda.BREAK for phase in meeting):
        notebook.warn("no-break", "phases", found=str(length))
