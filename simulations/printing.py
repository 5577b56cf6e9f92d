"""What those who run a conference print: a run sheet, and for each seat its card and its papers with boxes to tick.

Every seat's papers are in it, so it is for those who run the conference alone. What a passage carries is not: on paper as
on the screen nobody at the table is told which passages matter. Each part comes in every language of the scenario.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone, translation

from design.markdown import to_html
from simulations import families
from simulations.engine.scenario.drawing.words import WORDS, moment_of
from simulations.engine.scenario.family import Seat
from simulations.engine.scenario.meeting import Inject
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import HandedOver, Paper, Passage
from simulations.engine.scenario.values import PhaseId, SeatId
from simulations.engine.scenario.vocabulary import Part
from simulations.models import Conference
from simulations.wording import AGENDA, SECTORS, named

Printed = dict[str, Any]


def pack(conference: Conference) -> list[Printed]:
    """The whole pack, once in each language of the scenario."""
    return [_in_language(conference, str(language)) for language in conference.scenario().languages]


def _in_language(conference: Conference, language: str) -> Printed:
    scenario = conference.scenario()
    with translation.override(language):
        return {
            "language": language,
            "title": scenario.title.in_language(language),
            "starts": timezone.localtime(conference.planned_for),
            "phases": list(_phases(scenario, timezone.localtime(conference.planned_for))),
            "injects": [_inject(scenario, inject, language) for inject in scenario.injects.values()],
            "family": families.shown(scenario.family, language),
            "sheet": to_html(scenario.common_sheet.in_language(language)) if scenario.common_sheet else "",
            "seats": [
                _seat(scenario, seat, language) for seat in scenario.seats.values() if seat.part is not Part.CHILD
            ],
            "statements": [
                _seat(scenario, seat, language) for seat in scenario.seats.values() if seat.part is Part.CHILD
            ],
        }


def _phases(scenario: Scenario, starts: datetime) -> Iterator[Printed]:
    for phase in scenario.phases:
        yield {"name": str(named(AGENDA, phase.agenda)), "at": starts, "minutes": phase.minutes}
        starts += timedelta(minutes=phase.minutes)


def _inject(scenario: Scenario, inject: Inject, language: str) -> Printed:
    to = inject.to if isinstance(inject.to, tuple) else tuple(scenario.seats)
    everyone = not isinstance(inject.to, tuple)
    return {
        "when": _when(inject, scenario, language),
        "to": "" if everyone else ", ".join(scenario.seats[seat].title.in_language(language) for seat in to),
        "text": inject.text.in_language(language) if inject.text else "",
    }


def _when(inject: Inject, scenario: Scenario, language: str) -> str:
    """When it happens, as far as a short line can tell: `Opening + 8:00`."""
    if inject.when is None:
        return WORDS["by-hand"].in_language(language)
    phase, after = moment_of(inject, scenario)
    name = str(named(AGENDA, scenario.phase(PhaseId(phase)).agenda)) if phase else ""
    told = [name, f"{after // 60}:{after % 60:02}" if after is not None else ""]
    return " + ".join(each for each in told if each) or WORDS["otherwise"].in_language(language)


def _seat(scenario: Scenario, seat: Seat, language: str) -> Printed:
    return {
        "title": seat.title.in_language(language),
        "sector": str(named(SECTORS, seat.sector)),
        "brief": to_html(seat.brief.in_language(language)) if seat.brief else "",
        "papers": [_paper(scenario, paper, seat.id, language) for paper in scenario.papers_of(seat.id)],
    }


def _paper(scenario: Scenario, paper: Paper, seat: SeatId, language: str) -> Printed:
    later = paper.available is not HandedOver.START or paper.id in scenario.dealt_papers()
    return {
        "id": paper.id,
        "file": paper.file,
        "title": paper.title.in_language(language),
        "source": paper.source.in_language(language) if paper.source else "",
        "later": later,
        "passages": [_passage(passage, passage.spoken or paper.spoken, language) for passage in paper.passages],
    }


def _passage(passage: Passage, spoken: str | None, language: str) -> Printed:
    """What was said in one language stands as it was said, with its rendering below where the reader's is another."""
    said_in = str(spoken or language)
    rendering = passage.text.in_language(language) if said_in != language else ""
    return {"words": passage.text.in_language(said_in), "language": said_in, "rendering": rendering}
