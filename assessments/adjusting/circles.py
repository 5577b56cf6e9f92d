"""For whom somebody may arrange more time.

A board officer for people with a post in their region: they type an address that they were given, since a board sees no
names. Other parts of the house add whom they know somebody to answer for when they start (`add`).
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser

from people.models import Membership, Right, User
from people.permissions import regions_of

Circle = Callable[[User, User], bool]
"""Whether the first may arrange something for the second."""
_circles: list[Circle] = []
GIVERS = (Right.Kind.TRAINER, Right.Kind.BOARD_OFFICER)


def add(circle: Circle) -> None:
    _circles.append(circle)


def may_arrange(giver: User | AnonymousUser) -> bool:
    """For anybody at all."""
    return isinstance(giver, User) and any(giver.has(kind) for kind in GIVERS)


def may_arrange_for(giver: User, person: User) -> bool:
    """Nobody arranges it for themselves."""
    if giver.pk == person.pk or not person.is_active:
        return False
    return any(circle(giver, person) for circle in _circles)


def in_my_region(giver: User, person: User) -> bool:
    return Membership.objects.current().filter(person=person, region__in=regions_of(giver)).exists()
