"""Test plans: what certain seats do in a conference that otherwise runs by itself, and what must come of it.

A seat that a plan names does only what the plan says, so its entries take the place of the seat's script; they go
through the same rules, wait for the floor like anybody, and are read by the reader of scenarios itself.

    read_plan(content) -> Plan, or PlanProblem raised;  failures(scenario, plan) -> what did not come out as expected

What is said of a plan is said in English and in Welsh.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType
from typing import TypeAlias

from simulations.engine.alone import Run, run_by_itself
from simulations.engine.events import BeatPlayed, PaperRevealed, PapersHanded, PassageShared, StatementRead
from simulations.engine.scenario.checks.ids import KIND_NAMES
from simulations.engine.scenario.decoding import decode
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.nodes import Entry, Listed, Mapped, Node, Refused, Scalar, parse
from simulations.engine.scenario.notebook import Notebook, Use
from simulations.engine.scenario.problems import Place, Problem
from simulations.engine.scenario.scripts import Beat
from simulations.engine.scenario.small_types import duration
from simulations.engine.scenario.typed import TypedReader
from simulations.engine.scenario.values import (
    ChildId,
    FactId,
    InjectId,
    OptionId,
    PaperId,
    PassageId,
    PersonId,
    PhaseId,
    SeatId,
    SeatOrAdultId,
    TopicId,
)
from simulations.engine.scenario.vocabulary import Language, Part, Player
from simulations.engine.telling import Told, told, told_measures

KEYS = ("scenario", "variant", "play", "expect")
EXPECTED = ("events", "measures", "unseen")


class PlanProblem(Exception):
    """A test plan that cannot be used: where, and what in both languages."""

    def __init__(self, place: Place, english: str, welsh: str) -> None:
        super().__init__(f"{place.line}:{place.column}: {english}")
        self.place, self.english, self.welsh = place, english, welsh

    def in_language(self, language: str) -> str:
        """The place, and the words."""
        return f"{self.place.line}:{self.place.column}: {self.welsh if language == 'cy' else self.english}"


@dataclass(frozen=True, slots=True)
class Unseen:
    """That a seat has not seen a fact before a moment: `after` so many seconds of a phase, or ever."""

    seat: SeatId
    fact: FactId
    phase: PhaseId | None = None
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
    uses: tuple[Use, ...] = ()


def read_plan(content: str | bytes, languages: tuple[Language, ...] = (Language.EN,)) -> Plan:
    """The plan in this YAML; PlanProblem if it is none."""
    try:
        root, problems = parse(decode(content))
    except Refused as refused:
        raise _as_problem(refused.problem) from refused
    notebook = Notebook(languages=languages, variants=())
    notebook.problems.extend(problems)
    plan = _plan(_mapping(root, KEYS), TypedReader(notebook))
    if notebook.problems:
        raise _as_problem(min(notebook.problems, key=lambda each: each.place))
    if not plan.scenario:
        raise PlanProblem(root.place, *_missing("scenario"))
    if not (plan.events or plan.measures or plan.unseen):
        raise PlanProblem(root.place, *EXPECTS_NOTHING)
    return replace(plan, uses=tuple(notebook.uses))


EXPECTS_NOTHING = (
    "The plan expects nothing, so it could not fail: write events, measures or unseen under `expect`.",
    "Nid yw'r cynllun yn disgwyl dim, felly ni allai fethu: ysgrifennwch events, measures neu unseen o dan `expect`.",
)


def _as_problem(problem: Problem) -> PlanProblem:
    return PlanProblem(problem.place, problem.in_language("en"), problem.in_language("cy"))


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
        seat = SeatId(_used(entries.pop("as", None), SeatId, reader) or "")
        waits: dict[str, Entry] = {key: entries.pop(key) for key in ("phase", "after") if key in entries}
        if not seat or "phase" not in waits:
            raise PlanProblem(
                node.place, "An entry of `play` tells `as` and `phase`.", "Mae cofnod o `play` yn dweud `as` a `phase`."
            )
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
        seat=SeatId(_needed(entries, "seat", SeatId, node, reader)),
        fact=FactId(_needed(entries, "fact", FactId, node, reader)),
        phase=PhaseId(_needed(until, "phase", PhaseId, node, reader)) if until else None,
        after=seconds if isinstance(seconds, int) else 0,
    )


def _used(entry: Entry | None, kind: object, reader: TypedReader) -> str | None:
    """The id under a key, remembered as one that the scenario must have."""
    word = _word(entry)
    if entry is not None and word is not None:
        reader.notebook.uses.append(Use(kind, word, "", entry.value.place))
    return word


def _needed(entries: dict[str, Entry], name: str, kind: object, within: Node, reader: TypedReader) -> str:
    word = _used(entries.get(name), kind, reader)
    if word is None:
        raise PlanProblem(within.place, *_missing(name))
    return word


def _missing(name: str) -> tuple[str, str]:
    """That a key is missing, in both languages."""
    return f"The key `{name}` is missing.", f"Mae'r allwedd `{name}` ar goll."


def _told(node: Node) -> Told:
    return {name: _word(entry) or "" for name, entry in _mapping(node, None).items()}


def _mapping(node: Node, allowed: tuple[str, ...] | None) -> dict[str, Entry]:
    if not isinstance(node, Mapped):
        raise PlanProblem(
            node.place, "Keys, each with its value, are wanted here.", "Mae angen allweddi yma, pob un â'i gwerth."
        )
    for name, entry in node.entries.items():
        if allowed is not None and name not in allowed:
            known = ", ".join(allowed)
            raise PlanProblem(
                entry.key.place,
                f"There is no key `{name}` here; there are: {known}.",
                f"Nid oes allwedd `{name}` yma; mae'r rhain: {known}.",
            )
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


Finding: TypeAlias = tuple[str, str]
"""What came out otherwise, in English and in Welsh."""


def failures(scenario: Scenario, plan: Plan, language: str = "en") -> tuple[str, ...]:
    """What did not come out as the plan expects, in its variant or else the first; empty where all did.

    Raises PlanProblem where the plan names what the scenario has not, KeyError on an unknown variant.
    """
    for use in plan.uses:
        _check_use(use, scenario)
    run = run_by_itself(_as_planned(scenario, plan), plan.variant or next(iter(scenario.variants), None))
    found = (*_missing_events(run, plan), *_other_measures(run, plan), *_seen(run, plan))
    found = (*found, *_not_carried_out(run, plan)) if found else ()
    return tuple(welsh if language == "cy" else english for english, welsh in found)


def _as_planned(scenario: Scenario, plan: Plan) -> Scenario:
    """The scenario with the plan's scripts, also in a seat that else only people play: the plan stands for them."""
    seats = dict(scenario.seats)
    for name in plan.scripts:
        if seats[name].part is Part.CHILD:
            place = next(use.place for use in plan.uses if use.id == name)
            raise PlanProblem(place, *NEVER_A_CHILD)
        seats[name] = replace(seats[name], played_by=(*seats[name].played_by, Player.SCRIPT))
    return replace(scenario, seats=seats, scripts={**scenario.scripts, **plan.scripts})


NEVER_A_CHILD = (
    "A child is played by nobody, in a test plan neither: its words are read out. Have another seat `read` them.",
    "Nid oes neb yn chwarae plentyn, nac mewn cynllun profi chwaith: darllenir ei eiriau. Gadewch i sedd arall eu darllen â `read`.",
)


def _check_use(use: Use, scenario: Scenario) -> None:
    """Raise PlanProblem on an id that the scenario has not: what waits for it would pass in silence."""
    defined: Mapping[object, Iterable[str]] = {
        SeatId: scenario.seats,
        FactId: scenario.facts,
        PhaseId: [phase.id for phase in scenario.phases],
        PaperId: scenario.papers,
        TopicId: scenario.topics,
        InjectId: scenario.injects,
        ChildId: scenario.family.children,
        PersonId: [*scenario.family.children, *scenario.family.adults],
        SeatOrAdultId: [*scenario.seats, *scenario.family.adults],
        OptionId: [option for decision in scenario.decisions.values() for option in decision.options],
    }
    known = list(defined.get(use.kind, (use.id,)))
    if use.id not in known:
        kind_en, kind_cy = KIND_NAMES[use.kind]
        there = ", ".join(known)
        raise PlanProblem(
            use.place,
            f"The scenario has no {kind_en} `{use.id}`; it has: {there}.",
            f"Nid oes gan y senario hwn ({kind_cy}): `{use.id}`; mae ganddo: {there}.",
        )


def _missing_events(run: Run, plan: Plan) -> Iterator[Finding]:
    happened = iter([telling for _, telling in told(run)])
    for expected in plan.events:
        if not any(expected.items() <= telling.items() for telling in happened):
            line = _line(expected)
            yield f"did not happen, or not in this order: {line}", f"ni ddigwyddodd, neu nid yn y drefn hon: {line}"
            return


def _not_carried_out(run: Run, plan: Plan) -> Iterator[Finding]:
    """What the plan has a seat do that the rules did not let it do, which may well be why something else came out."""
    for event in run.events:
        seat = event.beat.rpartition(".")[0] if isinstance(event, BeatPlayed) else ""
        if isinstance(event, BeatPlayed) and seat in plan.scripts:
            for why in event.left_out:
                yield f"{seat} was not able to do as planned: {why}", f"ni allai {seat} wneud fel y cynlluniwyd: {why}"


def _line(telling: Told) -> str:
    return ", ".join(f"{key}: {value}" for key, value in telling.items())


def _other_measures(run: Run, plan: Plan) -> Iterator[Finding]:
    measured = told_measures(run)
    for name, expected in plan.measures.items():
        if name not in measured:
            known = ", ".join(measured)
            yield f"there is no measure `{name}`; there are: {known}", f"nid oes mesur `{name}`; mae'r rhain: {known}"
        elif _comparable(measured[name]) != _comparable(_as_listed(expected, measured[name])):
            found = measured[name]
            yield f"{name} is {found}, expected {expected}", f"{name} yw {found}, disgwyliwyd {expected}"


def _as_listed(expected: object, found: object) -> object:
    """What is expected, with a single one that stands without brackets where a list was found."""
    if isinstance(found, list) and not isinstance(expected, list):
        return [expected]
    if isinstance(found, dict) and isinstance(expected, dict):
        return {name: _as_listed(value, found.get(name)) for name, value in expected.items()}
    return expected


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


def _seen(run: Run, plan: Plan) -> Iterator[Finding]:
    for unseen in plan.unseen:
        until = _until(run, unseen)
        for moment, passages in _reached(run, unseen.seat):
            facts = {run.scenario.passage(passage).fact for passage in passages}
            if unseen.fact in facts and (until is None or moment < until):
                seat, fact = unseen.seat, unseen.fact
                yield (
                    f"{seat} saw {fact} {moment} into the conference",
                    f"gwelodd {seat} {fact} {moment} i mewn i'r gynhadledd",
                )
                break


def _until(run: Run, unseen: Unseen) -> timedelta | None:
    if unseen.phase is None:
        return None
    began = run.state.began.get(unseen.phase)
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
