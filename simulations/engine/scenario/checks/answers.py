"""Answers: a view, a decision and a defensible answer are ones that the decision they are about allows.

Options are looked up in the decision that is taken where the answer is given, since two decisions may have options of one
name; whether an option is in any decision at all is told with the ids.
"""

from collections.abc import Iterator, Mapping

from simulations.engine.scenario.checks.possible import pinned_phase
from simulations.engine.scenario.meeting import Decision, Phase, PlanForm
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.notebook import Notebook, listed
from simulations.engine.scenario.scripts import (
    AT_ONCE,
    Action,
    AgreeInterimSafety,
    Beat,
    Choose,
    Decide,
    Explain,
    FormCoreGroup,
    GiveView,
    OpenViews,
    ProposeAction,
    ScriptedDecision,
    ScriptedView,
)
from simulations.engine.scenario.values import ChildId, OptionId
from simulations.engine.scenario.vocabulary import FINISHING, ON_THE_REGISTER, PLANNING, Agenda, Category

AGENDAS: Mapping[type, frozenset[Agenda]] = {
    GiveView: frozenset({Agenda.DECISION}),
    OpenViews: frozenset({Agenda.DECISION}),
    Decide: frozenset({Agenda.DECISION}),
    ProposeAction: PLANNING,
    AgreeInterimSafety: PLANNING | {Agenda.DECISION},
    FormCoreGroup: PLANNING,
    Explain: FINISHING,
}
"""The points of the agenda at which an action is carried out; elsewhere the rules refuse it."""


def check(scenario: Scenario, notebook: Notebook) -> None:
    """Look at every answer that a script or the debrief gives."""
    if not notebook.sound(
        "decisions.*.options", "decisions.*.categories", "phases.*.id", "phases.*.agenda", "phases.*.decide"
    ):
        return
    for beats in scenario.scripts.values():
        for beat in beats:
            if notebook.sound(f"scripts.{beat.id}.when", f"scripts.{beat.id}.after"):
                _check_beat(beat, scenario, notebook)
    _check_debrief(scenario, notebook)


def _check_beat(beat: Beat, scenario: Scenario, notebook: Notebook) -> None:
    phases = _phases_of(beat, scenario)
    for action in beat.actions:
        path = f"scripts.{beat.id}.{action.written}"
        allowed = AGENDAS.get(type(action))
        if allowed is not None and not any(phase.agenda in allowed for phase in phases):
            notebook.error("not-on-this-agenda", path, found=action.written, allowed=listed(sorted(allowed)))
            continue
        decisions = [scenario.decisions[each] for each in dict.fromkeys(d for phase in phases for d in phase.decide)]
        for child, answer in _answers(action) if decisions else ():
            _check_answer(f"{path}.{child}", answer.decision, answer.categories, decisions, notebook)
        if (
            isinstance(action, ProposeAction)
            and notebook.sound("plan.kinds")
            and action.kind not in (scenario.plan or PlanForm()).kinds
        ):
            notebook.error("plan-without-kind", f"{path}.kind", found=action.kind)
        if isinstance(action, Choose):
            _check_choices(beat, action, scenario, notebook)


def _phases_of(beat: Beat, scenario: Scenario) -> tuple[Phase, ...]:
    """The phases that may be on when a beat is played: the one it names, and with an `after` those that follow."""
    pinned = pinned_phase(beat.when)
    if pinned is None:
        return scenario.phases
    number = [phase.id for phase in scenario.phases].index(pinned)
    return scenario.phases[number : None if beat.after > AT_ONCE else number + 1]


def _answers(action: Action) -> Iterator[tuple[ChildId, ScriptedView | ScriptedDecision]]:
    if isinstance(action, GiveView):
        yield from action.views.items()
    if isinstance(action, Decide):
        yield from action.decisions.items()


def _check_answer(
    path: str, option: OptionId, categories: tuple[Category, ...], decisions: list[Decision], notebook: Notebook
) -> None:
    """One answer: the option is one of the decision's, and so are its categories; on the register it has some."""
    if not notebook.sound(path):
        return
    having = [decision for decision in decisions if option in decision.options]
    if not having:
        options = listed(option for decision in decisions for option in decision.options)
        notebook.error("option-not-decided", f"{path}.decision", found=option, known=options, hint="options")
        return
    if option in ON_THE_REGISTER and not categories and any(decision.categories for decision in having):
        notebook.error("category-needed", path, found=option)
    elif option not in ON_THE_REGISTER and categories:
        notebook.error("category-not-wanted", f"{path}.categories", found=option)
    else:
        _check_categories(f"{path}.categories", categories, having, notebook)


def _check_categories(
    path: str, categories: tuple[Category, ...], decisions: list[Decision], notebook: Notebook
) -> None:
    known = dict.fromkeys(category for decision in decisions for category in decision.categories)
    for category in categories:
        if category not in known:
            notebook.error("category-not-in-decision", path, found=category, allowed=listed(known) or "–")


def _check_choices(beat: Beat, action: Choose, scenario: Scenario, notebook: Notebook) -> None:
    seat = beat.id.rpartition(".")[0]
    for inject in action.choices:
        asking = scenario.injects.get(inject)
        question = asking.ask if asking is not None else None
        if question is not None and question.of != seat:
            notebook.error("another-is-asked", f"scripts.{beat.id}.choose.{inject}", found=question.of)


def _check_debrief(scenario: Scenario, notebook: Notebook) -> None:
    for variant, answers in scenario.debrief.defensible.items():
        for child, answer in answers.items():
            path = f"debrief.defensible.{variant}.{child}"
            if not notebook.sound(path):
                continue
            options = set(answer.decisions)
            having = [each for each in scenario.decisions.values() if options.intersection(each.options)]
            if answer.categories and options.isdisjoint(ON_THE_REGISTER):
                notebook.error("category-not-wanted", f"{path}.categories", found=listed(answer.decisions))
                continue
            _check_categories(f"{path}.categories", answer.categories, having, notebook)
            _check_categories(f"{path}.may", answer.may, having, notebook)
