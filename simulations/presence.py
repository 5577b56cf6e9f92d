"""Who is connected to which conference, over all workers; kept in the database, a row a person.

Every worker says every few seconds whom it hears. From the same rows it is seen that nobody was heard for a while: the
server was away, or everybody's connection, and the conference's clock must not have run meanwhile.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Max, Q

from simulations.models import Presence

EVERY = timedelta(seconds=5)
OUTAGE = timedelta(seconds=15)
"""So long must everybody have been silent for it to be an outage."""
RECONNECTING = timedelta(seconds=90)
"""So long somebody who was cut off is said to be coming back."""


@dataclass(frozen=True, slots=True)
class Here:
    """Of one conference: who is connected on this worker, and who of them was lately heard."""

    conference: int
    connected: Collection[str]
    heard: Collection[str]


@dataclass(frozen=True, slots=True)
class Connection:
    """One person's connection to one conference, on one worker; `at`: when it came, or went."""

    conference: int
    who: str
    worker: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Presences:
    """By person: `connected` or `reconnecting`; and whose newer connection is on another worker."""

    states: dict[str, str] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)


def silent_since(conference: int, now: datetime) -> datetime | None:
    """When anybody was last heard, if that is long enough ago to be an outage."""
    last: datetime | None = Presence.objects.filter(conference=conference).aggregate(last=Max("heard_at"))["last"]
    return last if last is not None and now - last > OUTAGE else None


def came(connections: Sequence[Connection]) -> list[Presences]:
    """These connected; whatever connection they had before, here or elsewhere, is the older one. How it stands in each's conference."""
    newest = {(each.conference, each.who): each for each in connections}
    Presence.objects.bulk_create(
        # In one order, so that two workers do not wait for each other's rows in a circle.
        [_row(newest[key]) for key in sorted(newest)],
        update_conflicts=True,
        unique_fields=["conference", "who"],
        update_fields=["worker", "since", "heard_at", "connected"],
    )
    return _stands_for_each(connections)


def _row(each: Connection) -> Presence:
    return Presence(conference_id=each.conference, who=each.who, worker=each.worker, since=each.at, heard_at=each.at)


def went(connections: Sequence[Connection]) -> list[Presences]:
    """These are gone, unless they have come back elsewhere. How it stands in each's conference."""
    gone = (Q(conference=each.conference, who=each.who, worker=each.worker) for each in connections)
    Presence.objects.filter(reduce(or_, gone)).update(connected=False)
    return _stands_for_each(connections)


def _stands_for_each(connections: Sequence[Connection]) -> list[Presences]:
    stands = _stands({each.conference for each in connections}, max(each.at for each in connections))
    return [stands[each.conference] for each in connections]


def heard(rooms: Sequence[Here], worker: str, now: datetime) -> dict[int, Presences]:
    """These are connected here, and some were lately heard. Returns how it stands with everybody in each conference."""
    lately = [Q(conference=each.conference, who__in=each.heard) for each in rooms if each.heard]
    if lately:
        Presence.objects.filter(reduce(or_, lately), worker=worker).update(heard_at=now, connected=True)
    here = {(each.conference, who): worker for each in rooms for who in each.connected}
    return _stands({each.conference for each in rooms}, now, here)


def _stands(
    conferences: Collection[int], now: datetime, here: Mapping[tuple[int, str], str] | None = None
) -> dict[int, Presences]:
    """How it stands with everybody; `here`: on which worker somebody is who may meanwhile be on another."""
    stands = {each: Presences() for each in conferences}
    known = Presence.objects.filter(conference__in=conferences)
    for conference, who, at, heard_at, on in known.values_list("conference", "who", "worker", "heard_at", "connected"):
        found = stands[conference]
        if here and at != here.get((conference, who), at):
            found.elsewhere.add(who)
        if on and now - heard_at < OUTAGE:
            found.states[who] = "connected"
        elif now - heard_at < RECONNECTING:
            found.states[who] = "reconnecting"
    return stands
