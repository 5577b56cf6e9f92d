"""Looking for private texts among what somebody was sent: every byte, however it was escaped."""

import html
import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from guests import Guest
from msgspec import structs

from simulations import log
from simulations.engine.events import (
    DebriefStepOpened,
    Event,
    PaperRevealed,
    PapersHanded,
    PassageShared,
    StatementRead,
)
from simulations.engine.scenario.meeting import Everyone
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.scripts import Action
from simulations.engine.scenario.values import Text
from simulations.engine.words import ScenarioText
from simulations.models import Conference

LONG_ENOUGH = 12
"""Characters: shorter texts could be met by chance."""
PIECE = 32
"""Characters of a text that are looked for; a rendering may break it up further on."""


@dataclass(frozen=True)
class Private:
    """A text, and who may have it: seats by id, or `facilitator`; and everybody once `once` was told at the table."""

    where: str
    whole: str
    allowed: frozenset[str]
    once: str = ""

    @property
    def words(self) -> str:
        """What is looked for: the beginning, up to what Markdown would turn into something else."""
        return _piece(self.whole)

    def found_in(self, sent: str) -> bool:
        """Whether these words stand in what was sent, in any guise."""
        return any(form in sent for form in forms(self.words))


def forms(words: str) -> set[str]:
    """The ways in which words may stand in a message."""
    plain = {words, html.escape(words), html.escape(words, quote=False), words.replace("'", "&#x27;")}
    escaped = {json.dumps(each, ensure_ascii=ascii)[1:-1] for each in plain for ascii in (True, False)}
    return plain | escaped


def private_texts(whole: Scenario, variant: str | None) -> list[Private]:
    """Every private text of the scenario, in both languages, in this variant and in the others."""
    # The running one last: what exists in it has owners, what exists only in others is nobody's.
    variants = [*(each for each in whole.variants if each != variant), variant]
    public = " ".join(_public(whole.for_variant(variant)))
    found = {
        (private.where, private.words): private
        for each in variants
        for private in _private(whole.for_variant(each), running=each == variant)
    }
    return [each for each in found.values() if len(each.words) >= LONG_ENOUGH and each.words not in public]


def _private(scenario: Scenario, *, running: bool) -> Iterator[Private]:
    nobody: frozenset[str] = frozenset()
    for paper in scenario.papers.values():
        holders = frozenset(map(str, paper.held_by)) if running else nobody
        for passage in paper.passages:
            yield from _of(f"passage {passage.id}", passage.text, holders, str(passage.id) if running else "")
    for seat in scenario.seats.values():
        yield from _of(f"brief of {seat.id}", seat.brief, frozenset({str(seat.id)}))
    for phase in scenario.phases:
        for seat_id, prompt in phase.prompts.items():
            yield from _of(f"prompt of {seat_id}", prompt, frozenset({str(seat_id)}))
    for fact in scenario.facts.values():
        yield from _of(f"gist of {fact.id}", fact.gist, nobody)
    for inject in scenario.injects.values():
        reached = frozenset({*map(str, scenario.reached_by(inject.id)), "facilitator"})
        watched = reached | {"observer", "projector"} if inject.to is Everyone.EVERYONE else reached
        yield from _of(f"inject {inject.id}", inject.text, watched)
    for name, title in scenario.variants.items():
        yield from _of(f"variant {name}", title, frozenset({"facilitator"}))
    for seat_id, beats in scenario.scripts.items():
        for number, beat in enumerate(beats):
            for action in beat.actions:
                yield from _lines(f"scripts.{seat_id}.{number}.{action.written}", action)
    for answer in scenario.defensible_answers().values():
        yield from _of("a defensible answer", answer.why, nobody)
    for pitfall in scenario.debrief.pitfalls.values():
        yield from _of("a pitfall", pitfall.text, nobody)
    for line in scenario.debrief.rubric.values():
        for text in (line.text, *line.levels):
            yield from _of(f"rubric {line.id}", text, frozenset({"facilitator", "observer"}))


def _public(scenario: Scenario) -> Iterator[str]:
    """What everybody knows or hears: a private text that says the same is no secret."""
    texts = [scenario.title, scenario.summary, scenario.common_sheet, *(line.text for line in scenario.chronology)]
    texts += [topic.text for topic in scenario.topics.values()]
    for text in texts:
        if text is not None:
            yield from (words for _language, words in text.words)


def _lines(path: str, action: Action) -> Iterator[Private]:
    """What a script will say: anybody may have it once it was said."""
    for field in fields(action):
        text = getattr(action, field.name)
        if isinstance(text, Text):
            for language, words in text.words:
                yield Private(f"{path} ({language})", words, frozenset(), _piece(words))


def told_in(scenario: Scenario, events: Iterable[Event]) -> set[str]:
    """What was told at the table, by these events: passages by id, and the beginnings of scripts' lines."""
    told: set[str] = set()
    for event in events:
        match event:
            case PassageShared(passage=passage):
                told.add(str(passage))
            case StatementRead(paper=paper) | PaperRevealed(paper=paper):
                told.update(str(passage.id) for passage in scenario.papers[paper].passages)
        for said in structs.astuple(event):
            if isinstance(said, ScenarioText):
                told.update(_piece(words) for _language, words in scenario.text_at(said.path).words)
    return told


def _of(where: str, text: Text | None, allowed: frozenset[str], once: str = "") -> Iterator[Private]:
    for language, words in text.words if text else ():
        yield Private(f"{where} ({language})", words, allowed, once)


def _piece(words: str) -> str:
    """The beginning, up to what Markdown would turn into something else."""
    return re.split(r"[*_`\n\[\]#]", words.strip())[0][:PIECE].strip()


def leaks(privates: Iterable[Private], places: Collection[str], told: set[str], sent: str) -> list[str]:
    """Where the private texts stand that somebody in these places was sent and may not have."""
    everything = [(each, bool(each.allowed.intersection(places)) or each.once in told) for each in privates]
    own = [each.whole for each, theirs in everything if theirs]
    forbidden = [each for each, theirs in everything if not theirs]
    # What begins as something that they may have is no token: a gist may begin as its passage does.
    tokens = [each for each in forbidden if not any(each.words in text for text in own)]
    return [each.where for each in tokens if each.found_in(sent)]


def sent_to_others(guests: Sequence[Guest]) -> dict[str, list[str]]:
    """What somebody who sat at a real socket was sent and may not have: by where they looked from, where it stands.

    Once the debrief was opened step by step, what was kept is kept no longer: such a conference is not searched.
    """
    found: dict[str, list[str]] = {}
    for conference in Conference.objects.filter(pk__in={guest.conference for guest in guests}).select_related(
        "version"
    ):
        events = log.read(conference.pk).events
        if any(isinstance(event, DebriefStepOpened) for event in events):
            continue
        told = told_in(conference.scenario(), events)
        privates = handed(
            conference.scenario(), events, private_texts(conference.version.read(), conference.variant or None)
        )
        for guest in guests:
            if guest.conference == conference.pk:
                guest.take_in_the_rest()
                places = {place_in(place) for place in guest.looked_from}
                found[", ".join(sorted(places))] = leaks(privates, places, told, guest.texts())
    return {place: where for place, where in found.items() if where}


def handed(scenario: Scenario, events: Iterable[Event], privates: Iterable[Private]) -> list[Private]:
    """The same texts, with those among their owners into whose hands a paper came."""
    into: dict[str, set[str]] = {}
    for event in events:
        if isinstance(event, PapersHanded):
            for paper in event.papers:
                for passage in scenario.papers[paper].passages:
                    into.setdefault(str(passage.id), set()).add(str(event.seat))
    return [replace(each, allowed=each.allowed | into.get(each.once, set())) for each in privates]


def place_in(viewer: str) -> str:
    """The name here of where a guest looks from: a seat by its id, `facilitator`, `observer`, `projector` or `public`."""
    kind, _colon, seat = viewer.partition(":")
    return seat if kind == "seat" else kind
