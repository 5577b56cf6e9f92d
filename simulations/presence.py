"""Who is connected to which conference, over all workers; kept in the database, a row a person.

Every worker says every few seconds whom it hears. From the same rows it is seen that nobody was heard for a while: the
server was away, or everybody's connection, and the conference's clock must not have run meanwhile.
"""

from collections.abc import Collection, Sequence
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
class Presences:
    """By person: `connected` or `reconnecting`; and whose newer connection is on another worker."""

    states: dict[str, str] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)


def silent_since(conference: int, now: datetime) -> datetime | None:
    """When anybody was last heard, if that is long enough ago to be an outage."""
    last: datetime | None = Presence.objects.filter(conference=conference).aggregate(last=Max("heard_at"))["last"]
    return last if last is not None and now - last > OUTAGE else None


def came(conference: int, who: str, worker: str, now: datetime) -> None:
    """Somebody connected, here; whatever connection they had elsewhere is the older one."""
    Presence.objects.update_or_create(
        conference_id=conference,
        who=who,
        defaults={"worker": worker, "since": now, "heard_at": now, "connected": True},
    )


def went(conference: int, who: str, worker: str) -> None:
    """Their connection here is gone."""
    Presence.objects.filter(conference=conference, who=who, worker=worker).update(connected=False)


def heard(rooms: Sequence[Here], worker: str, now: datetime) -> dict[int, Presences]:
    """These are connected here, and some were lately heard. Returns how it stands with everybody in each conference."""
    lately = [Q(conference=each.conference, who__in=each.heard) for each in rooms if each.heard]
    if lately:
        Presence.objects.filter(reduce(or_, lately), worker=worker).update(heard_at=now, connected=True)
    stands = {each.conference: Presences() for each in rooms}
    here = {(each.conference, who) for each in rooms for who in each.connected}
    known = Presence.objects.filter(conference__in=stands)
    for conference, who, at, heard_at, on in known.values_list("conference", "who", "worker", "heard_at", "connected"):
        found = stands[conference]
        if at != worker and (conference, who) in here:
            found.elsewhere.add(who)
        if on and now - heard_at < OUTAGE:
            found.states[who] = "connected"
        elif now - heard_at < RECONNECTING:
            found.states[who] = "reconnecting"
    return stands
