"""Test plans: what certain seats do in a conference that otherwise runs by itself, and what must come of it.

A seat that a plan names does only what the plan says, so its entries take the place of the seat's script; they go
through the same rules, wait for the floor like anybody, and are read by the reader of scenarios itself.

    read_plan(text) -> Plan, or PlanProblem raised;  failures(scenario, plan) -> what did not come out as expected
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType

from simulations.engine.alone import Run, run_by_itself
from simulations.engine.events import PaperRevealed, PapersHanded, PassageShared, StatementRead
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.nodes import Entry, Listed, Mapped, Node, Refused, Scalar, parse
from simulations.engine.scenario.notebook import Notebook
from simulations.engine.scenario.scripts import Beat
from simulations.engine.scenario.small_types import duration
from simulations.engine.scenario.typed import TypedReader
from simulations.engine.scenario.values import FactId, PassageId, PhaseId, SeatId
from simulations.engine.scenario.vocabulary import Language
from simulations.engine.telling import Told, told, told_measures

KEYS = ("scenario", "variant", "play", "expect")
EXPECTED = ("events", "measures", "unseen")


class PlanProblem(Exception):
    """A test plan that cannot be read; says where and what."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """That a seat has not seen a fact before a moment: `after` so many seconds of a phase, or ever."""

    seat: str
    fact: str
    phase: str | None = None
    after: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A test plan as read."""

    scenario: str
    variant: str | None
    scripts: Mapping[SeatId, tuple[Beat, ...]]
    events: tuple[Told, ...]
    measures: Mapping[str, object]
    unseen: tuple[Unseen, ...]


def read_plan(text: str, languages: tuple[Language, ...] = (Language.EN,)) -> Plan:
    """The plan in this YAML; PlanProblem if it is none."""
    try:
        root, problems = parse(text)
    except Refused as refused:
        raise PlanProblem(refused.problem.in_language("en")) from refused
    notebook = Notebook(languages=languages, variants=())
    notebook.problems.extend(problems)
    plan = _plan(_mapping(root, KEYS), TypedReader(notebook))
    if notebook.problems:
        first = notebook.problems[0]
        raise PlanProblem(f"{first.line}:{first.column}: {first.in_language('en')}")
    return plan


def _plan(entries: dict[str, Entry], reader: TypedReader) -> Plan:
    expect = _mapping(entries["expect"].value, EXPECTED) if "expect" in entries else {}
    return Plan(
        scenario=_word(entries.get("scenario")) or "",
        variant=_word(entries.get("variant")),
        scripts=_scripts(_items(entries.get("play")), reader),
        events=tuple(_told(item) for item in _items(expect.get("events"))),
        measures=_plain_mapping(expect.get("measures")),
        unseen=tuple(_unseen(item, reader) for item in _items(expect.get("unseen"))),
    )


def _scripts(played: Iterable[Node], reader: TypedReader) -> Mapping[SeatId, tuple[Beat, ...]]:
    scripts: dict[SeatId, tuple[Beat, ...]] = {}
    for number, node in enumerate(played):
        entries = dict(_mapping(node, None))
        seat = SeatId(_word(entries.pop("as", None)) or "")
        waits: dict[str, Entry] = {key: entries.pop(key) for key in ("phase", "after") if key in entries}
        if not seat or "phase" not in waits:
            raise PlanProblem(f"{node.place.line}:{node.place.column}: An entry of `play` tells `as` and `phase`.")
        place = node.place
        entries["when"] = Entry(Scalar("when", place), Mapped(waits, place))
        beats = scripts.get(seat, ())
        path = f"scripts.{seat}.{len(beats)}"
        beat = reader.beat(Mapped(entries, place), f"play.{number}", f"{seat}.{len(beats)}")
        reader.notebook.at(path, node)
        if isinstance(beat, Beat):
            scripts[seat] = (*beats, beat)
    return MappingProxyType(scripts)


def _unseen(node: Node, reader: TypedReader) -> Unseen:
    entries = _mapping(node, ("seat", "fact", "until"))
    until = _mapping(entries["until"].value, ("phase", "after")) if "until" in entries else {}
    seconds = duration(until["after"].value, "until.after", reader.notebook) if "after" in until else 0
    return Unseen(
        seat=_word(entries.get("seat")) or "",
        fact=_word(entries.get("fact")) or "",
        phase=_word(until.get("phase")),
        after=seconds if isinstance(seconds, int) else 0,
    )


def _told(node: Node) -> Told:
    return {name: _word(entry) or "" for name, entry in _mapping(node, None).items()}


def _mapping(node: Node, allowed: tuple[str, ...] | None) -> dict[str, Entry]:
    if not isinstance(node, Mapped):
        raise PlanProblem(f"{node.place.line}:{node.place.column}: A mapping of keys is wanted here.")
    for name, entry in node.entries.items():
        if allowed is not None and name not in allowed:
            where = f"{entry.key.place.line}:{entry.key.place.column}"
            raise PlanProblem(f"{where}: There is no key `{name}` here; there are: {', '.join(allowed)}.")
    return node.entries


def _items(entry: Entry | None) -> tuple[Node, ...]:
    if entry is None:
        return ()
    return entry.value.items if isinstance(entry.value, Listed) else (entry.value,)


def _word(entry: Entry | None) -> str | None:
    return entry.value.value if entry is not None and isinstance(entry.value, Scalar) else None


def _plain_mapping(entry: Entry | None) -> Mapping[str, object]:
    return {} if entry is None else {name: _plain(each.value) for name, each in _mapping(entry.value, None).items()}


def _plain(node: Node) -> object:
    if isinstance(node, Listed):
        return [_plain(item) for item in node.items]
    if isinstance(node, Mapped):
        return {name: _plain(entry.value) for name, entry in node.entries.items()}
    return node.value


# Running


def failures(scenario: Scenario, plan: Plan) -> tuple[str, ...]:
    """What did not come out as the plan expects; empty where all did. KeyError on an unknown variant or seat."""
    for seat in plan.scripts:
        if seat not in scenario.seats:
            raise KeyError(seat)
    run = run_by_itself(replace(scenario, scripts={**scenario.scripts, **plan.scripts}), plan.variant)
    return (*_missing_events(run, plan), *_other_measures(run, plan), *_seen(run, plan))


def _missing_events(run: Run, plan: Plan) -> Iterator[str]:
    happened = iter([telling for _, telling in told(run)])
    for expected in plan.events:
        if not any(expected.items() <= telling.items() for telling in happened):
            yield f"did not happen, or not in this order: {_line(expected)}"
            return


def _line(telling: Told) -> str:
    return ", ".join(f"{key}: {value}" for key, value in telling.items())


def _other_measures(run: Run, plan: Plan) -> Iterator[str]:
    measured = told_measures(run)
    for name, expected in plan.measures.items():
        if name not in measured:
            yield f"there is no measure `{name}`; there are: {', '.join(measured)}"
        elif _comparable(measured[name]) != _comparable(expected):
            yield f"{name} is {measured[name]}, expected {expected}"


def _comparable(value: object) -> object:
    """Numbers by their value, lists in any order, everything else as written."""
    if isinstance(value, list):
        return sorted(str(item) for item in value)
    if isinstance(value, dict):
        return {str(key): _comparable(item) for key, item in value.items()}
    try:
        return float(str(value))
    except ValueError:
        return str(value)


def _seen(run: Run, plan: Plan) -> Iterator[str]:
    for unseen in plan.unseen:
        until = _until(run, unseen)
        for moment, passages in _reached(run, SeatId(unseen.seat)):
            facts = {run.scenario.passage(passage).fact for passage in passages}
            if FactId(unseen.fact) in facts and (until is None or moment < until):
                yield f"{unseen.seat} saw {unseen.fact} {moment} into the conference"
                break


def _until(run: Run, unseen: Unseen) -> timedelta | None:
    if unseen.phase is None:
        return None
    began = run.state.began.get(PhaseId(unseen.phase))
    return None if began is None else began + timedelta(seconds=unseen.after)


def _reached(run: Run, seat: SeatId) -> Iterator[tuple[timedelta, tuple[PassageId, ...]]]:
    """Each time that passages came before a seat, or into its hands."""
    start = tuple(held.paper for held in run.state.papers[seat] if held.why == "start")
    yield timedelta(), tuple(passage.id for paper in start for passage in run.scenario.papers[paper].passages)
    for event in run.events:
        if seat not in event.audience.seats:
            continue
        moment = run.state.clock.was(event.at)
        match event:
            case PassageShared(passage=passage):
                yield moment, (passage,)
            case StatementRead(paper=paper) | PaperRevealed(paper=paper):
                yield moment, tuple(each.id for each in run.scenario.papers[paper].passages)
            case PapersHanded(papers=papers):
                yield moment, tuple(each.id for paper in papers for each in run.scenario.papers[paper].passages)
            case _:
                pass
