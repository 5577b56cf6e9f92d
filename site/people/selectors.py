"""Reads about people and their posts."""

import datetime

from django.utils import timezone

from people.models import Membership, Region, User


def posts_of(person: User) -> list[Membership]:
    """All posts a person holds or held, newest first."""
    return list(person.memberships.select_related("agency", "region"))


def group_of(person: User, day: datetime.date | None = None) -> str:
    """The highest training group among a person's posts on a day (today), or "" where they hold none."""
    return max(person.memberships.on(day or timezone.localdate()).values_list("group", flat=True), default="")


def regions_served_by(person: User) -> list[Region]:
    """The regions a person's present posts serve."""
    return list(Region.objects.filter(memberships__in=person.memberships.current()).distinct())
