"""Who is connected to which conference, over all workers; kept in the database, a row a person.

Every worker says every few seconds whom it hears. From the same rows it is seen that nobody was heard for a while: the
server was away, or everybody's connection, and the conference's clock must not have run meanwhile.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Max

from simulations.models import Presence

EVERY = timedelta(seconds=5)
OUTAGE = timedelta(seconds=15)
"""So long must everybody have been silent for it to be an outage."""
RECONNECTING = timedelta(seconds=90)
"""So long somebody who was cut off is said to be coming back."""


@dataclass(frozen=True, slots=True)
class Presences:
    """By person: `connected` or `reconnecting`; and whose newer connection is on another worker."""

    states: dict[str, str] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()


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


def heard(conference: int, here: Collection[str], lately: Collection[str], worker: str, now: datetime) -> Presences:
    """These people are connected here, and of them these were lately heard. Returns how it stands with everybody."""
    rows = Presence.objects.filter(conference=conference, worker=worker, who__in=lately)
    rows.update(heard_at=now, connected=True)
    states: dict[str, str] = {}
    elsewhere = set()
    for row in Presence.objects.filter(conference=conference):
        if row.worker != worker and row.who in here:
            elsewhere.add(row.who)
        if row.connected and now - row.heard_at < OUTAGE:
            states[row.who] = "connected"
        elif now - row.heard_at < RECONNECTING:
            states[row.who] = "reconnecting"
    return Presences(states, frozenset(elsewhere))
