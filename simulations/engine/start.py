"""The lobby: how it stands before anything has happened."""

from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import HandedOver
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import ConferenceState, HeldPaper, SeatState
from simulations.engine.terms import IN_WRITING, Terms


def start(scenario: Scenario, terms: Terms = IN_WRITING) -> ConferenceState:
    """The lobby of a conference on a scenario narrowed to its variant (`for_variant`): seats empty, papers laid out."""
    return ConferenceState(
        terms=terms,
        seats={seat: SeatState() for seat in scenario.seats},
        papers={seat: _at_start(scenario, seat) for seat in scenario.seats},
    )


def _at_start(scenario: Scenario, seat: SeatId) -> tuple[HeldPaper, ...]:
    dealt = scenario.dealt_papers()
    there = (paper for paper in scenario.papers_of(seat) if paper.available is HandedOver.START)
    return tuple(HeldPaper(paper=paper.id) for paper in there if paper.id not in dealt)
