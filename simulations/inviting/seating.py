"""Who goes into which room, and who is proposed for which seat: pure rules, no database.

A cohort learns most where services are mixed, so rooms get people of each service in turn. In a room a person is
proposed for a seat of their own service, or, where the facilitator wants seats swapped, for one of another: the police
sit in education's seat and see what the school can and cannot know. A proposal binds nobody.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody to be seated. `sector` is their service in the scenario's words; empty where it is not known.

    `both`: they speak Welsh at the table, and so both languages.
    """

    reference: str
    sector: str
    both: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A seat that a learner may have. `required`: the conference cannot start while it is empty. `both`: it takes both languages."""

    seat: str
    sector: str
    required: bool = False
    both: bool = False


def rooms(guests: Iterable[Guest], count: int) -> tuple[tuple[Guest, ...], ...]:
    """The guests over so many rooms: sizes differ by one at most, and so does each service's number in them.

    Raises ValueError for less than one room.
    """
    if count < 1:
        raise ValueError(f"there is no sharing people out over {count} rooms")
    in_turn = sorted(guests, key=lambda guest: guest.sector)
    return tuple(tuple(in_turn[room::count]) for room in range(count))


def propose(places: Sequence[Place], guests: Sequence[Guest], *, swapped: bool = False) -> dict[str, str]:
    """A seat for each guest as far as seats go, by the guest's reference.

    Required seats are filled first. As many as can be get a seat of their own service (swapped: of another one);
    whoever is left gets one of the seats that are left. Where it takes both languages, only somebody who speaks both.
    """
    in_order = sorted(places, key=lambda place: not place.required)
    fits = _swapped if swapped else _own
    seated = _matched(in_order, guests, fits)
    taken = set(seated.values())
    left = [guest for guest in guests if guest not in seated]
    still_free = [place for place in in_order if place not in taken]
    seated.update(_matched(still_free, left, _can))
    # A required seat goes before a fitting one: somebody well placed moves rather than that the conference cannot start.
    return _with_required_filled(in_order, seated)


Fits = Callable[[Guest, Place], bool]


def _can(guest: Guest, place: Place) -> bool:
    return guest.both or not place.both


def _own(guest: Guest, place: Place) -> bool:
    return _can(guest, place) and guest.sector == place.sector


def _swapped(guest: Guest, place: Place) -> bool:
    return _can(guest, place) and guest.sector != place.sector


def _matched(places: Sequence[Place], guests: Sequence[Guest], fits: Fits) -> dict[Guest, Place]:
    """The most guests on places that fit them, earlier places before later ones (Kuhn's augmenting paths)."""
    at: dict[Guest, Place] = {}

    def seat_somebody(place: Place, tried: set[Guest]) -> bool:
        for guest in guests:
            if guest not in tried and fits(guest, place):
                tried.add(guest)
                if guest not in at or seat_somebody(at[guest], tried):
                    at[guest] = place
                    return True
        return False

    for place in places:
        seat_somebody(place, set())
    return at


def _with_required_filled(places: Sequence[Place], seated: dict[Guest, Place]) -> dict[str, str]:
    """The proposal with guests on seats that are not required moved to required ones that are empty."""
    taken = set(seated.values())
    movable = [guest for guest, place in seated.items() if not place.required]
    for place in places:
        if not place.required or place in taken:
            continue
        guest = next((each for each in reversed(movable) if _can(each, place)), None)
        if guest is not None:
            seated[guest] = place
            movable.remove(guest)
    return {guest.reference: place.seat for guest, place in seated.items()}
