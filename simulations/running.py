"""What `diogel scenario run` and `scenario test` print: a conference by scripts alone, and test plans over it."""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from simulations.engine.alone import CannotRun, Run, run_by_itself
from simulations.engine.scenario import Reading, read
from simulations.engine.scenario.model import Scenario
from simulations.engine.telling import Told, told, told_measures
from simulations.engine.testplans import PlanProblem, failures, read_plan


class CannotDo(Exception):
    """A file that cannot be run or tested; says why, in one line."""


def run_file(reading: Reading, variant: str | None, without: Iterable[str]) -> Run:
    """Run a scenario by itself. Raises CannotDo where it has errors, or there is no such variant or seat."""
    scenario = may_be_held(reading)
    try:
        return run_by_itself(scenario, chosen(scenario, variant), without)
    except KeyError as unknown:
        raise CannotDo(f"There is no seat {unknown}; there are: {', '.join(scenario.seats)}.") from unknown
    except CannotRun as refused:
        raise CannotDo(f"{refused} ({refused.refusal.detail})") from refused


def may_be_held(reading: Reading) -> Scenario:
    """The scenario of a reading without errors; CannotDo for any other."""
    if reading.scenario is None or not reading.may_be_held:
        first = reading.errors[0]
        raise CannotDo(f"{first.line}:{first.column}: {first.in_language('en')} `scenario check` tells everything.")
    return reading.scenario


def chosen(scenario: Scenario, variant: str | None) -> str | None:
    """The variant asked for, or else the first one; CannotDo where there is none of that name."""
    if variant is None:
        return next(iter(scenario.variants), None)
    if variant not in scenario.variants:
        raise CannotDo(f"There is no variant `{variant}`; there are: {', '.join(scenario.variants) or 'none'}.")
    return variant


def as_json(run: Run) -> str:
    """Everything that happened and the measures, as JSON."""
    events = [{"at": seconds(moment), **telling} for moment, telling in told(run)]
    return json.dumps({"events": events, "measures": told_measures(run)}, ensure_ascii=False, indent=2)


def as_lines(run: Run) -> Iterator[str]:
    """The same for a reader: a line an event, then the measures."""
    for moment, telling in told(run):
        yield f"{clock(moment)}  {line(telling)}"
    yield ""
    for name, value in told_measures(run).items():
        yield f"{name}: {json.dumps(value, ensure_ascii=False)}"
    if not run.state.decisions:
        yield "The chair's script decided nothing, so the conference ended undecided."


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


def tested(path: Path) -> tuple[str, ...]:
    """What did not come out as a test plan expects. Raises CannotDo where the plan or its scenario cannot be used."""
    try:
        plan = read_plan(path.read_text(encoding="utf-8"))
        scenario = may_be_held(read((path.parent / f"{plan.scenario}.yaml").read_bytes()))
        chosen(scenario, plan.variant)
        return failures(scenario, plan)
    except (OSError, UnicodeDecodeError) as unreadable:
        raise CannotDo(f"Cannot be read: {unreadable}") from unreadable
    except PlanProblem as problem:
        raise CannotDo(str(problem)) from problem
    except CannotRun as refused:
        raise CannotDo(f"{refused} ({refused.refusal.detail})") from refused
    except KeyError as unknown:
        raise CannotDo(f"There is no seat {unknown} in the scenario.") from unknown
