"""Reads: which conferences a person has to do with, what may be run, and what is so in a conference."""

from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from people.models import User
from simulations import log
from simulations.models import Conference, Participant, ScenarioVersion
from simulations.proceedings import Proceedings

LATELY = timedelta(days=14)
"""So long is somebody asked to look back on a conference."""
TO_RUN = (ScenarioVersion.Status.SAMPLE, ScenarioVersion.Status.PUBLISHED)


def conferences_of(person: User) -> QuerySet[Conference]:
    """The conferences that a person runs or is on the list of, the latest first."""
    listed = Q(participants__person=person, participants__removed_at=None)
    return Conference.objects.filter(run_by(person) | listed).select_related("version").distinct()


def run_by(person: User | int) -> Q:
    """Of conferences: those that a person runs, or helps to run."""
    return Q(facilitator=person) | Q(co_facilitators=person)


def is_on_list_of(facilitator: User, person: User) -> bool:
    """Whether somebody is on the list of a conference that the first runs or helps to run."""
    listed = {"participants__person": person, "participants__removed_at": None}
    return Conference.objects.filter(run_by(facilitator), **listed).exists()


def to_look_back_on(person: User, now: datetime) -> QuerySet[Conference]:
    """The conferences on whose seats somebody sat, closed within two weeks, and whose form they have not filled in."""
    sat = Participant.objects.filter(person=person, removed_at=None, seats__isnull=False)
    waiting = sat.exclude(follow_up__reacted=True)
    lately = Conference.objects.filter(state=Conference.State.CLOSED, closed_at__gt=now - LATELY)
    return lately.filter(participants__in=waiting).select_related("version").distinct().order_by("closed_at")


def held_beside(conference: Conference) -> QuerySet[Conference]:
    """The rooms planned together and still at the same hour, this one among them."""
    beside = Conference.objects.filter(gathering=conference.gathering, planned_for=conference.planned_for)
    return beside.exclude(state=Conference.State.CANCELLED).order_by("place")


def next_in_welsh(conference: Conference) -> Conference | None:
    """The next conference on the same scenario, to come, where Welsh is spoken or interpreted."""
    spoken = (Conference.Arrangement.WELSH, Conference.Arrangement.BILINGUAL)
    to_come = Conference.objects.filter(
        version__scenario=conference.version.scenario_id,
        arrangement__in=spoken,
        state=Conference.State.PLANNED,
        planned_for__gt=timezone.now(),
    )
    return to_come.exclude(pk=conference.pk).order_by("planned_for").first()


def participants_of(conference: Conference) -> QuerySet[Participant]:
    """Who is on a conference's list."""
    return conference.participants.filter(removed_at=None).select_related("person")


def participant_in(conference: Conference, person: User) -> Participant | None:
    """This person's place on a conference's list, if they have one."""
    return conference.participants.filter(person=person, removed_at=None).first()


def versions_that_run() -> QuerySet[ScenarioVersion]:
    """Of each scenario the newest version of those that may be run: samples and published ones."""
    may_run = ScenarioVersion.objects.filter(status__in=TO_RUN)
    newest = may_run.filter(scenario=OuterRef("scenario")).order_by("-added_at", "-pk").values("pk")[:1]
    return may_run.filter(pk=Subquery(newest)).order_by("scenario__slug")


def proceedings_of(conference: Conference) -> Proceedings:
    """The conference as its log tells it now."""
    return Proceedings(conference.scenario(), conference.terms(), log.read(conference.pk).events)
