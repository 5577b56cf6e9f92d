"""Reads: which conferences a person has to do with, what may be run, and what is so in a conference."""

from django.db.models import Q, QuerySet

from people.models import User
from simulations import log
from simulations.models import Conference, Participant, ScenarioVersion
from simulations.proceedings import Proceedings


def conferences_of(person: User) -> QuerySet[Conference]:
    """The conferences that a person runs or is on the list of, the latest first."""
    listed = Q(participants__person=person, participants__removed_at=None)
    return Conference.objects.filter(Q(facilitator=person) | listed).select_related("version").distinct()


def participants_of(conference: Conference) -> QuerySet[Participant]:
    """Who is on a conference's list."""
    return conference.participants.filter(removed_at=None).select_related("person")


def versions_to_run() -> list[ScenarioVersion]:
    """The newest version that may be run of each scenario, by its title in the reader's language."""
    may_run = ScenarioVersion.objects.filter(status__in=("sample", "published")).order_by("added_at", "pk")
    newest = {version.scenario_id: version for version in may_run}
    return sorted(newest.values(), key=lambda version: version.title)


def proceedings_of(conference: Conference) -> Proceedings:
    """The conference as its log tells it now."""
    return Proceedings(conference.scenario(), conference.where_people_talk, log.read(conference.pk).events)
