"""Filling in what a file may leave to the rules: whose an adult is, what a fact is about, who plays a seat."""

from collections.abc import Container
from dataclasses import replace
from types import MappingProxyType

from simulations.engine.scenario.family import PLAYED_BY_DEFAULT, Adult, Seat
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import Fact
from simulations.engine.scenario.values import ChildId


def filled(scenario: Scenario, written: Container[str]) -> Scenario:
    """The scenario with nothing left open; `written` has the paths that the file itself gives."""
    children = tuple(scenario.family.children)
    adults = {name: _adult(adult, children) for name, adult in scenario.family.adults.items()}
    facts = {name: _fact(fact, children) for name, fact in scenario.facts.items()}
    seats = {name: _seat(seat, written) for name, seat in scenario.seats.items()}
    return replace(
        scenario,
        family=replace(scenario.family, adults=MappingProxyType(adults)),
        facts=MappingProxyType(facts),
        seats=MappingProxyType(seats),
    )


def _adult(adult: Adult, children: tuple[ChildId, ...]) -> Adult:
    return adult if adult.of else replace(adult, of=children)


def _fact(fact: Fact, children: tuple[ChildId, ...]) -> Fact:
    return fact if fact.about else replace(fact, about=children)


def _seat(seat: Seat, written: Container[str]) -> Seat:
    if seat.played_by or f"seats.{seat.id}.played_by" in written:
        return seat
    return replace(seat, played_by=PLAYED_BY_DEFAULT[seat.part])
