"""Casting: who may play what, whom a seat stands for, and what a script in it may do."""

from simulations.engine.scenario.family import Seat
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.notebook import Notebook
from simulations.engine.scenario.scripts import (
    CHAIRS_ACTIONS,
    AgreeInterimSafety,
    Ask,
    Beat,
    Concern,
    Dissent,
    Explain,
    GiveView,
    ProposeAction,
    ReadOut,
    ScriptedView,
)
from simulations.engine.scenario.values import PaperId
from simulations.engine.scenario.vocabulary import PRACTITIONERS, AfterTaskKind, Attendance, Part, Player

FOR_A_CHILD = {Player.STATEMENT, Player.TRAINER, Player.ACTOR}
STANDS_FOR_SOMEBODY = {Part.FAMILY, Part.CHILD, Part.ADVOCATE, Part.SUPPORTER}


def check(scenario: Scenario, notebook: Notebook) -> None:
    """Look at every seat, and at every beat of its script."""
    for seat in scenario.seats.values():
        _check_players(seat, scenario, notebook)
        _check_person(seat, scenario, notebook)
        _check_required(seat, scenario, notebook)
    _check_chairs(scenario, notebook)
    for name, beats in scenario.scripts.items():
        if name in scenario.seats:
            _check_script(scenario.seats[name], beats, scenario, notebook)


def forbidden(seat: Seat, scenario: Scenario) -> set[Player]:
    """Who may never play this seat, whatever its file says."""
    never: set[Player] = set()
    if seat.part is Part.CHILD:
        never |= set(Player) - FOR_A_CHILD
    if not seat.part.is_family:
        never.add(Player.STATEMENT)
    if _is_said_to_harm(seat, scenario):
        never.add(Player.LEARNER)
    return never


def _is_said_to_harm(seat: Seat, scenario: Scenario) -> bool:
    person = {str(adult.id): adult for adult in scenario.family.adults.values()}.get(str(seat.of))
    return person is not None and person.alleged_harm and seat.part is not Part.ADVOCATE


def _check_players(seat: Seat, scenario: Scenario, notebook: Notebook) -> None:
    path = f"seats.{seat.id}.played_by"
    players = set(seat.played_by)
    if seat.part is Part.CHILD and players - FOR_A_CHILD:
        notebook.error("casting-child", path)
    elif _is_said_to_harm(seat, scenario) and Player.LEARNER in players:
        notebook.error("casting-alleged-harm", path)
    elif Player.STATEMENT in players and not seat.part.is_family:
        notebook.error("casting-statement", path)


def _check_person(seat: Seat, scenario: Scenario, notebook: Notebook) -> None:
    if seat.of is None:
        return
    is_child, is_adult = str(seat.of) in scenario.family.children, str(seat.of) in scenario.family.adults
    fits = {Part.CHILD: is_child, Part.FAMILY: is_adult}.get(seat.part, seat.part in STANDS_FOR_SOMEBODY)
    if not fits and (is_child or is_adult):
        notebook.error("casting-of", f"seats.{seat.id}.of", found=seat.of, part=seat.part)


def _check_required(seat: Seat, scenario: Scenario, notebook: Notebook) -> None:
    if not seat.required:
        return
    if not notebook.sound(f"seats.{seat.id}.played_by", f"seats.{seat.id}.of", "family.adults.*.alleged_harm"):
        return
    able = set(seat.played_by) - forbidden(seat, scenario)
    if Player.STATEMENT in able and not scenario.papers_of(seat.id) and notebook.sound("papers.*.held_by"):
        able.discard(Player.STATEMENT)
    if not able or seat.attends is Attendance.REPORT_ONLY:
        notebook.error("required-seat-unplayable", f"seats.{seat.id}", found=seat.id)
    elif able == {Player.SCRIPT} and seat.id not in scenario.scripts and notebook.sound("scripts"):
        notebook.error("script-without-beats", f"seats.{seat.id}", found=seat.id)


def _check_chairs(scenario: Scenario, notebook: Notebook) -> None:
    chairs = [seat.id for seat in scenario.seats.values() if seat.part is Part.CHAIR]
    if not chairs and scenario.seats and notebook.sound("seats.*.part"):
        notebook.warn("no-chair", "seats")
    for chair in chairs[1:]:
        notebook.error("second-chair", f"seats.{chair}.part")


def _check_script(seat: Seat, beats: tuple[Beat, ...], scenario: Scenario, notebook: Notebook) -> None:
    path = f"scripts.{seat.id}"
    if seat.part is Part.CHILD:
        notebook.error("casting-child-script", path, found=seat.id)
    elif Player.SCRIPT not in seat.played_by and notebook.sound(f"seats.{seat.id}.played_by"):
        notebook.error("script-never-plays", path, found=seat.id)
    for beat in beats:
        _check_beat(seat, beat, scenario, notebook)


def _check_beat(seat: Seat, beat: Beat, scenario: Scenario, notebook: Notebook) -> None:
    explaining = scenario.after.get(AfterTaskKind.EXPLAIN)
    explains = explaining is not None and explaining.by == seat.id
    for action in beat.actions:
        path = f"scripts.{beat.id}.{action.written}"
        chairs = isinstance(action, CHAIRS_ACTIONS) or (isinstance(action, Explain) and not explains)
        if chairs and seat.part is not Part.CHAIR and notebook.sound("after"):
            notebook.error("casting-chair", path, found=action.written)
        if isinstance(action, GiveView | Concern | Dissent) and not seat.part.gives_view:
            notebook.error("casting-view", path, part=seat.part)
        if isinstance(action, Ask | ProposeAction | AgreeInterimSafety) and seat.part not in PRACTITIONERS:
            notebook.error("casting-practitioner", path, part=seat.part, found=action.written)
        if isinstance(action, Ask) and (action.topic is None) == (action.text is None) and notebook.sound(path):
            notebook.error("ask-needs-one", path)
        if isinstance(action, Ask) and action.of == seat.id:
            notebook.error("asks-itself", f"{path}.of", found=seat.id)
        if (
            isinstance(action, ReadOut)
            and notebook.sound(path, *READABLE)
            and not _is_statement(action.paper, scenario)
        ):
            notebook.error("not-a-statement", path, found=action.paper)
        for child, view in action.views.items() if isinstance(action, GiveView) else ():
            _check_view(view, f"{path}.{child}", notebook)


READABLE = ("seats.*.played_by", "papers.*.held_by", "injects.*.to", "injects.*.deal")
"""What says which papers are somebody's statement."""


def _is_statement(paper: PaperId, scenario: Scenario) -> bool:
    """Whether a paper is, or may come to be, in the hands of a seat whose words are read out."""
    dealt_by = (inject.id for inject in scenario.injects.values() if paper in inject.deal)
    holders = {*scenario.papers[paper].held_by, *(seat for each in dealt_by for seat in scenario.reached_by(each))}
    return any(Player.STATEMENT in scenario.seats[seat].played_by for seat in holders)


def _check_view(view: ScriptedView, path: str, notebook: Notebook) -> None:
    if not view.because and view.why is None and notebook.sound(path):
        notebook.error("view-needs-reason", path)
