"""Who knows what: every fact is held, every paper can be got, and a script shares only what its seat holds."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from simulations.engine.scenario.checks.possible import LOOKED_AT, never_there, why_never
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.notebook import Notebook
from simulations.engine.scenario.papers import HandedOver, HandedOverWhen
from simulations.engine.scenario.scripts import Beat, Share, ShareAs
from simulations.engine.scenario.values import FactId, InjectId, SeatId

CARRYING = ("papers.*.passages", "papers.*.variants", "facts.*.variants", "variants")
"""What says which facts are carried by some paper."""
HANDED = ("injects.*.to", "injects.*.deal", "injects.*.effect", "injects.*.variants")
"""What says which papers come into other hands."""


def check(scenarios: dict[str, Scenario], whole: Scenario, notebook: Notebook) -> None:
    """Look at who knows what, in every variant."""
    unheld: dict[str, list[str]] = {}
    if notebook.sound(*CARRYING):
        unheld = {name: list(_unheld(one)) for name, one in scenarios.items()}
        note_by_variant("fact-not-held", unheld, notebook)
    if notebook.sound(*LOOKED_AT):
        unreached = {name: list(_out_of_reach(one, notebook)) for name, one in scenarios.items()}
        note_by_variant("paper-out-of-reach", unreached, notebook)
    told = {path.rpartition(".")[2] for paths in unheld.values() for path in paths}
    for paper in whole.papers.values():
        if not paper.held_by and notebook.sound(f"papers.{paper.id}.held_by"):
            notebook.error("paper-not-held", f"papers.{paper.id}.held_by", found=paper.id)
            told.update(passage.fact for passage in paper.passages if passage.fact)
        if paper.file is not None and not stays_beside(paper.file):
            notebook.error("file-elsewhere", f"papers.{paper.id}.file", found=paper.file)
    _check_shares(whole, told, notebook)


def stays_beside(name: str) -> bool:
    """Whether the name of a file leads nowhere but beside the scenario, or into a folder there, on any system."""
    path = PurePosixPath(name)
    return not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name)


def note_by_variant(code: str, found: dict[str, list[str]], notebook: Notebook) -> None:
    """Note each path once, with the variants it is true of where it is not true of all."""
    variants: defaultdict[str, list[str]] = defaultdict(list)
    for variant, paths in found.items():
        for path in paths:
            variants[path].append(variant)
    for path, names in variants.items():
        english, welsh = in_variants(names, len(found))
        notebook.error(code, path, found=path.rpartition(".")[2], variant_en=english, variant_cy=welsh)


def in_variants(names: list[str], of: int) -> tuple[str, str]:
    """The words that say in which variants something is so; none where it is so in all."""
    if len(names) == of:
        return "", ""
    quoted = ", ".join(f"“{name}”" for name in names)
    return f" (variant: {quoted})", f" (amrywiad: {quoted})"


def _unheld(scenario: Scenario) -> Iterable[str]:
    carried = {passage.fact for paper in scenario.papers.values() for passage in paper.passages}
    yield from (f"facts.{fact}" for fact in scenario.facts if fact not in carried)


def _out_of_reach(scenario: Scenario, notebook: Notebook) -> Iterable[str]:
    """The papers that nothing hands over: what they wait for cannot happen, or whoever holds them never comes."""
    dealt, away = scenario.dealt_papers(), never_there(scenario)
    for paper in scenario.papers.values():
        if paper.id in dealt or not notebook.sound(f"papers.{paper.id}.available"):
            continue
        waits = paper.available.when if isinstance(paper.available, HandedOverWhen) else None
        if (waits is not None and why_never(waits, scenario)) or away.issuperset(paper.held_by or ("",)):
            yield f"papers.{paper.id}"


def _check_shares(scenario: Scenario, told: set[str], notebook: Notebook) -> None:
    """Look at what scripts share, but for the facts of which it is told already that nobody holds them."""
    if not notebook.sound(*CARRYING, "papers.*.held_by", "papers.*.available", *HANDED):
        return
    for seat, beats in scenario.scripts.items():
        could_hold = {*scenario.facts_of(seat), *_facts_on_the_way(scenario, seat)}
        for beat in beats:
            for path, fact in _shared_by(beat):
                if fact not in could_hold and fact not in told and notebook.sound(path):
                    notebook.error("shares-what-it-lacks", path, found=fact, seat=seat)


def _facts_on_the_way(scenario: Scenario, seat: SeatId) -> Iterable[FactId]:
    """Facts that may come into a seat's hands: dealt to it, shown to all, or on request."""
    revealed = {inject.effect.reveal for inject in scenario.injects.values() if inject.effect}
    dealt = {paper for inject in scenario.injects for paper in _dealt_to(scenario, seat, inject)}
    for paper in scenario.papers.values():
        if paper.id in dealt or paper.id in revealed or paper.available is HandedOver.ON_REQUEST:
            yield from (passage.fact for passage in paper.passages if passage.fact)


def _dealt_to(scenario: Scenario, seat: SeatId, inject: InjectId) -> Iterable[str]:
    return scenario.injects[inject].deal if seat in scenario.reached_by(inject) else ()


def _shared_by(beat: Beat) -> Iterable[tuple[str, FactId]]:
    for action in beat.actions:
        if isinstance(action, Share):
            yield from ((f"scripts.{beat.id}.share", fact) for fact in action.facts)
        if isinstance(action, ShareAs):
            yield f"scripts.{beat.id}.share_as.fact", action.fact
