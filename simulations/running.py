"""What `diogel scenario run` and `scenario test` print: a conference by scripts alone, and test plans over it."""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from simulations.commandline.action import CANNOT_OPEN, CannotDo, read_file, worded
from simulations.engine.alone import CannotRun, NeverEnds, Run, run_by_itself
from simulations.engine.scenario.decoding import LARGEST
from simulations.engine.scenario.model import Scenario
from simulations.engine.telling import Told, told, told_measures
from simulations.engine.testplans import PlanProblem, failures, read_plan

NO_VARIANT = (
    "{file}: There is no variant `{found}`; there are: {known}.",
    "{file}: Nid oes amrywiad `{found}`; mae'r rhain: {known}.",
)
NO_SEAT = (
    "{file}: There is no seat `{found}`; there are: {known}.",
    "{file}: Nid oes sedd `{found}`; mae'r rhain: {known}.",
)
NEVER_ENDS = (
    "{file}: The conference does not come to an end by itself: it stood in the phase `{phase}`, {events} events in.",
    "{file}: Nid yw'r gynhadledd yn dod i ben ohoni ei hun: safodd yn y cam `{phase}`, ar ôl {events} o ddigwyddiadau.",
)
SEE_CHECK = ("`scenario check` tells everything.", "Mae `scenario check` yn dweud y cyfan.")
UNDECIDED = (
    "The chair's script decided nothing, so the conference ended undecided.",
    "Ni phenderfynodd sgript y cadeirydd ddim, felly daeth y gynhadledd i ben heb benderfyniad.",
)
NO_SCENARIO = (
    "{file}: The scenario `{found}` is not beside the plan, as {found}.yaml or {found}.zip.",
    "{file}: Nid yw'r senario `{found}` wrth ochr y cynllun, fel {found}.yaml neu {found}.zip.",
)


def run_file(path: Path, variant: str | None, without: Iterable[str], language: str) -> Run:
    """Run a scenario by itself. Raises CannotDo where it has errors, or there is no such variant or seat."""
    scenario = may_be_held(path, language)
    chosen_variant = chosen(scenario, variant, path, language)
    for seat in without:
        if seat not in scenario.seats:
            raise CannotDo(worded(NO_SEAT, language, file=path, found=seat, known=", ".join(scenario.seats)))
    try:
        return run_by_itself(scenario, chosen_variant, without)
    except (CannotRun, NeverEnds) as refused:
        raise CannotDo(why_not(refused, path, language)) from refused


def may_be_held(path: Path, language: str) -> Scenario:
    """The scenario of a file without errors; CannotDo for any other."""
    try:
        reading = read_file(path)
    except OSError as error:
        raise CannotDo(worded(CANNOT_OPEN, language, file=path)) from error
    if reading.scenario is None or not reading.may_be_held:
        first = reading.errors[0]
        told_first = f"{path}:{first.line}:{first.column}: {first.in_language(language)}"
        raise CannotDo(f"{told_first} {worded(SEE_CHECK, language)}")
    return reading.scenario


def chosen(scenario: Scenario, variant: str | None, path: Path, language: str) -> str | None:
    """The variant asked for, or else the first one; CannotDo where there is none of that name."""
    if variant is None:
        return next(iter(scenario.variants), None)
    if variant not in scenario.variants:
        known = ", ".join(scenario.variants) or "–"
        raise CannotDo(worded(NO_VARIANT, language, file=path, found=variant, known=known))
    return variant


def why_not(refused: CannotRun | NeverEnds, path: Path, language: str) -> str:
    """Why a conference did not run to its end by itself."""
    if isinstance(refused, NeverEnds):
        run = refused.run
        return worded(NEVER_ENDS, language, file=path, phase=run.state.phase.id, events=len(run.events))
    refusal = refused.refusal
    return f"{path}: {refusal.message.in_language(language)} ({refusal.detail})"


def as_json(run: Run) -> str:
    """Everything that happened and the measures, as JSON."""
    events = [{"at": seconds(moment), **telling} for moment, telling in told(run)]
    return json.dumps({"events": events, "measures": told_measures(run)}, ensure_ascii=False, indent=2)


def as_lines(run: Run, language: str) -> Iterator[str]:
    """The same for a reader: a line an event, then the measures."""
    for moment, telling in told(run):
        yield f"{clock(moment)}  {line(telling)}"
    yield ""
    for name, value in told_measures(run).items():
        yield f"{name}: {json.dumps(value, ensure_ascii=False)}"
    if run.scenario.decisions and not run.state.decisions:
        yield worded(UNDECIDED, language)


def line(telling: Told) -> str:
    """One event as words."""
    return ", ".join(f"{key}: {value}" for key, value in telling.items())


def clock(moment: timedelta) -> str:
    """A moment of the conference, as minutes and seconds."""
    minutes, left = divmod(seconds(moment), 60)
    return f"{minutes:3d}:{left:02d}"


def seconds(moment: timedelta) -> int:
    """Whole seconds."""
    return int(moment.total_seconds())


def tested(path: Path, language: str) -> tuple[str, ...]:
    """What did not come out as a test plan expects. Raises CannotDo where the plan or its scenario cannot be used."""
    try:
        with path.open("rb") as file:
            plan = read_plan(file.read(LARGEST + 1))
        scenario = may_be_held(scenario_beside(path, plan.scenario, language), language)
        chosen(scenario, plan.variant, path, language)
        return failures(scenario, plan, language)
    except OSError as error:
        raise CannotDo(worded(CANNOT_OPEN, language, file=path)) from error
    except PlanProblem as problem:
        raise CannotDo(f"{path}:{problem.in_language(language)}") from problem
    except (CannotRun, NeverEnds) as refused:
        raise CannotDo(why_not(refused, path, language)) from refused


def scenario_beside(plan: Path, name: str, language: str) -> Path:
    """The file of the scenario that a plan names, which lies beside it; CannotDo where there is none."""
    for ending in (".yaml", ".zip"):
        path = plan.parent / f"{name}{ending}"
        if path.is_file():
            return path
    raise CannotDo(worded(NO_SCENARIO, language, file=plan, found=name))
