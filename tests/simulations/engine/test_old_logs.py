"""Every log ever written replays: some kept from each version of the events, beside the scenario and the terms they were held on.

`conference-VERSION-NUMBER.jsonl` has the events, `.yaml` the scenario, `.json` its variant, the terms and what it came to. A log of
an older version is never written anew: lift its events in `storing.UPCASTERS`. The newest one has an event of every
type; once a type is added, the logs of the version that is not released yet are made again on purpose, by

    KEEP_LOGS=0.2 ./run test tests/simulations/engine/test_old_logs.py
"""

import json
import os
import shutil
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from rehearsing import Rehearsal, scenario_at
from wandering import wandered

from simulations.engine.events import Event
from simulations.engine.evolving import replay
from simulations.engine.measures import measure, plain
from simulations.engine.moment import Moment
from simulations.engine.scenario.model import Scenario
from simulations.engine.state import ConferenceState
from simulations.engine.storing import decode, encode, tag_of
from simulations.engine.terms import Terms

FILES = Path(__file__).parents[2] / "files"
LOGS = sorted((FILES / "logs").glob("*.jsonl"))
TAGS = {kind.__struct_config__.tag for kind in get_args(Event)}
HELD_ON = (("complete", "masked"), ("bryn-awel", "calm"), ("on-the-clock", None))
TERMS = (Terms(), Terms(setting="one-room"), Terms(alone=True))
COUNTED = ("pool_rate", "shared", "late", "never_shared", "not_known", "breaches", "plan", "dissents", "times")


def came_to(scenario: Scenario, state: ConferenceState) -> dict[str, Any]:
    """What of a conference's end must never become another."""
    assert state.last_at is not None
    counted = plain(measure(Moment(scenario, state, state.last_at)))
    return {
        "status": state.status,
        "phase": state.phase.id,
        "number": state.number,
        "log": [item.kind for item in state.log],
        "decisions": {child: record.option for (_, child), record in state.decisions.items()},
        "views": sorted(f"{seat} {child} {view.option}" for (seat, _, child), view in state.views.items()),
        "measures": {name: counted[name] for name in COUNTED},
    }


def held_on(log: Path) -> tuple[Scenario, Terms, dict[str, Any]]:
    """The scenario and the terms of a log, and what it came to."""
    beside = json.loads(log.with_suffix(".json").read_text(encoding="utf-8"))
    scenario = scenario_at(log.with_suffix(".yaml"), beside["variant"])
    return scenario, msgspec.convert(beside["terms"], Terms), beside["came_to"]


@pytest.mark.parametrize("log", LOGS, ids=lambda log: log.stem)
def test_a_log_of_an_earlier_version_replays_to_the_conference_it_was(log: Path) -> None:
    scenario, terms, expected = held_on(log)
    state = replay(scenario, map(decode, log.read_bytes().splitlines()), terms)
    assert came_to(scenario, state) == expected


def test_the_newest_log_has_an_event_of_every_type() -> None:
    if version := os.environ.get("KEEP_LOGS"):
        keep(version)
    newest = max(_version(log) for log in (FILES / "logs").glob("*.jsonl"))
    lines = [
        line
        for log in (FILES / "logs").glob("*.jsonl")
        if _version(log) == newest
        for line in log.read_bytes().splitlines()
    ]
    assert {tag_of(decode(line)) for line in lines} == TAGS, "a new type? Make the log again, as this file says."


def _version(log: Path) -> tuple[int, ...]:
    return tuple(map(int, log.stem.split("-")[1].split(".")))


# Making the logs of a version that is not released


def keep(version: str) -> None:
    """Conferences held by chance until everything has happened in one of them; few enough to keep."""
    assert os.environ.get("CI") != "true"
    for old in (FILES / "logs").glob(f"conference-{version}-*"):
        old.unlink()
    lacking, number = set(TAGS), 0
    for seed in range(60):
        for name, variant in HELD_ON:
            for terms in TERMS:
                held = wandered(scenario_at(FILES / f"scenarios/{name}.yaml", variant), terms, seed)
                new = lacking & set(map(tag_of, held.events))
                # The first one has most; of the others only those that add something.
                if len(new) > 70 or (number and new):
                    number += 1
                    lacking -= new
                    _write(FILES / f"logs/conference-{version}-{number}.jsonl", held, FILES / f"scenarios/{name}.yaml")
        if not lacking:
            return
    raise AssertionError(lacking)


def _write(log: Path, held: Rehearsal, scenario: Path) -> None:
    state = replay(held.scenario, held.events, held.state.terms)
    beside = {
        "variant": held.scenario.variant,
        "terms": msgspec.to_builtins(held.state.terms),
        "came_to": came_to(held.scenario, state),
    }
    log.write_bytes(b"".join(encode(event) + b"\n" for event in held.events))
    log.with_suffix(".json").write_text(json.dumps(beside, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(scenario, log.with_suffix(".yaml"))
