"""Rooms and seats for people of several services."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.inviting.seating import Guest, Place, propose, rooms

SECTORS = ["police", "health", "education", "childrens-services", "housing", ""]
guests = st.lists(st.sampled_from(SECTORS), max_size=14).map(
    lambda sectors: [Guest(f"g{number}", sector) for number, sector in enumerate(sectors)]
)
places = st.lists(st.tuples(st.sampled_from(SECTORS[:5]), st.booleans()), max_size=10).map(
    lambda drawn: [Place(f"s{number}", sector, required) for number, (sector, required) in enumerate(drawn)]
)


def test_police_sit_for_the_police_and_a_nurse_for_health() -> None:
    seats = [Place("school", "education"), Place("police", "police"), Place("nurse", "health")]
    people = [Guest("ann", "health"), Guest("bob", "police")]
    assert propose(seats, people) == {"ann": "nurse", "bob": "police"}


def test_swapped_police_sit_in_educations_seat() -> None:
    seats = [Place("school", "education"), Place("police", "police")]
    people = [Guest("bob", "police"), Guest("cai", "education")]
    assert propose(seats, people, swapped=True) == {"bob": "school", "cai": "police"}


def test_a_required_seat_is_filled_before_anybody_is_comfortable() -> None:
    seats = [Place("police", "police"), Place("chair", "childrens-services", required=True)]
    assert propose(seats, [Guest("bob", "police")]) == {"bob": "chair"}


def test_nobody_who_speaks_one_language_is_proposed_to_interpret() -> None:
    seats = [Place("interpreter", "third-sector", both=True), Place("police", "police")]
    one_language = [Guest("ann", "third-sector"), Guest("bob", "third-sector")]
    for swapped in (False, True):
        assert propose(seats, one_language, swapped=swapped) == {"ann": "police"}
    assert propose(seats, [Guest("ann", "police"), Guest("bob", "police", both=True)]) == {
        "ann": "police",
        "bob": "interpreter",
    }


def test_more_people_than_seats_leaves_some_without_a_proposal() -> None:
    assert len(propose([Place("police", "police")], [Guest("a", "police"), Guest("b", "police")])) == 1


def test_there_are_no_rooms_without_a_room() -> None:
    with pytest.raises(ValueError, match="0 rooms"):
        rooms([], 0)


@given(places=places, people=guests, swapped=st.booleans())
def test_nobody_has_two_seats_and_no_seat_two_people(places: list[Place], people: list[Guest], swapped: bool) -> None:
    proposal = propose(places, people, swapped=swapped)
    assert len(set(proposal.values())) == len(proposal) == min(len(places), len(people))


@given(places=places, people=guests, swapped=st.booleans())
def test_no_required_seat_is_empty_while_somebody_sits_elsewhere(
    places: list[Place], people: list[Guest], swapped: bool
) -> None:
    taken = set(propose(places, people, swapped=swapped).values())
    empty = [place for place in places if place.required and place.seat not in taken]
    assert not empty or all(place.required for place in places if place.seat in taken)


@given(people=guests)
def test_where_everybody_could_sit_elsewhere_nobody_swapped_sits_at_home(people: list[Guest]) -> None:
    sectors = SECTORS[:5]
    seats = [Place(f"{sector}-{number}", sector) for sector in sectors for number in range(len(people))]
    home = {guest.reference: guest.sector for guest in people}
    proposal = propose(seats, people, swapped=True)
    assert all(
        not seat.startswith(f"{home[reference]}-") or not home[reference] for reference, seat in proposal.items()
    )


@given(people=guests, count=st.integers(1, 4))
def test_rooms_are_even_and_so_is_every_service_in_them(people: list[Guest], count: int) -> None:
    shared = rooms(people, count)
    assert Counter(guest for room in shared for guest in room) == Counter(people)
    sizes = [len(room) for room in shared]
    assert max(sizes) - min(sizes) <= 1
    for sector in SECTORS:
        numbers = [sum(guest.sector == sector for guest in room) for room in shared]
        assert max(numbers) - min(numbers) <= 1
