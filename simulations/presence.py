"""Who is connected to which conference, over all workers; kept in the database, a row a person.

Every worker says every few seconds whom it hears. From the same rows it is seen that nobody was heard for a while: the
server was away, or everybody's connection, and the conference's clock must not have run meanwhile.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Max, Q

from simulations.models import Presence

EVERY = timedelta(seconds=5)
OUTAGE = timedelta(seconds=15)
"""So long must everybody have been silent for it to be an outage."""
RECONNECTING = timedelta(seconds=90)
"""So long somebody who was cut off is said to be coming back."""


Held = tuple[str, str]
"""Whose connection it is, and what has it: a worker; or a line of requests, which any worker may serve (live/lines.py)."""


@dataclass(frozen=True, slots=True)
class Here:
    """Of one conference: what connections there are on this worker, and on which of them somebody was lately heard."""

    conference: int
    connected: Collection[Held]
    heard: Collection[Held]


@dataclass(frozen=True, slots=True)
class Connection:
    """One person's connection to one conference; `at`: when it came, or went. One that `continues` takes nobody's place."""

    conference: int
    who: str
    worker: str
    at: datetime
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Presences:
    """By person: `connected` or `reconnecting`; and the connections of those who have a newer one elsewhere."""

    states: dict[str, str] = field(default_factory=dict)
    elsewhere: set[Held] = field(default_factory=set)


class Known(NamedTuple):
    """A row, without the rest of a model: a worker reads a hundred of them a second."""

    pk: int
    conference: int
    who: str
    worker: str
    heard_at: datetime
    connected: bool


def silent_since(conference: int, now: datetime) -> datetime | None:
    """When anybody was last heard, if that is long enough ago to be an outage."""
    last: datetime | None = Presence.objects.filter(conference=conference).aggregate(last=Max("heard_at"))["last"]
    return last if last is not None and now - last > OUTAGE else None


def came(connections: Sequence[Connection]) -> list[Presences]:
    """These connected; whatever connection they had before, here or elsewhere, is the older one; and these were heard again
    on one they have, if they still have it. How it stands in each's conference.
    """
    newest = {(each.conference, each.who): each for each in connections if not each.continues}
    Presence.objects.bulk_create(
        # In one order, so that two workers do not wait for each other's rows in a circle.
        [_row(newest[key]) for key in sorted(newest)],
        update_conflicts=True,
        unique_fields=["conference", "who"],
        update_fields=["worker", "since", "heard_at", "connected"],
    )
    if again := [each for each in connections if each.continues]:
        latest = max(each.at for each in again)
        Presence.objects.filter(_these(again)).update(heard_at=latest, connected=True)
    return _stands_for_each(connections)


def _row(each: Connection) -> Presence:
    return Presence(conference_id=each.conference, who=each.who, worker=each.worker, since=each.at, heard_at=each.at)


def went(connections: Sequence[Connection]) -> list[Presences]:
    """These are gone, unless they have come back elsewhere. How it stands in each's conference."""
    Presence.objects.filter(_these(connections)).update(connected=False)
    return _stands_for_each(connections)


def _these(connections: Sequence[Connection]) -> Q:
    """The rows of connections that are still somebody's newest."""
    each_of = (Q(conference=each.conference, who=each.who, worker=each.worker) for each in connections)
    return reduce(or_, each_of)


def _stands_for_each(connections: Sequence[Connection]) -> list[Presences]:
    conferences = {each.conference for each in connections}
    again = [(each.conference, each.who, each.worker) for each in connections if each.continues]
    stands = _stands(conferences, _known(conferences), max(each.at for each in connections), again)
    return [stands[each.conference] for each in connections]


def heard(rooms: Sequence[Here], now: datetime) -> dict[int, Presences]:
    """These are connected here, and some were lately heard. Returns how it stands with everybody in each conference."""
    lately = {(each.conference, *held) for each in rooms for held in each.heard}
    known = _known(each.conference for each in rooms)
    ours = {row.pk for row in known if (row.conference, row.who, row.worker) in lately}
    if ours:
        workers = {row.worker for row in known if row.pk in ours}
        # Named by their few workers and conferences, but for the few that were not heard: each named alone costs more.
        silent = [row.pk for row in known if row.worker in workers and row.pk not in ours]
        still = Presence.objects.filter(conference__in=[each.conference for each in rooms], worker__in=workers)
        still.exclude(pk__in=silent).update(heard_at=now, connected=True)
    known = [row._replace(heard_at=now, connected=True) if row.pk in ours else row for row in known]
    here = [(each.conference, *held) for each in rooms for held in each.connected]
    return _stands([each.conference for each in rooms], known, now, here)


def _known(conferences: Iterable[int]) -> list[Known]:
    rows = Presence.objects.filter(conference__in=list(conferences))
    return [Known(*row) for row in rows.values_list("pk", "conference", "who", "worker", "heard_at", "connected")]


def _stands(
    conferences: Iterable[int], known: Iterable[Known], now: datetime, here: Iterable[tuple[int, str, str]] = ()
) -> dict[int, Presences]:
    """How it stands with everybody; `here`: the connections here of people who may meanwhile have a newer one elsewhere."""
    stands = {each: Presences() for each in conferences}
    newest = {(row.conference, row.who): row.worker for row in known}
    for conference, who, worker in here:
        if newest.get((conference, who), worker) != worker:
            stands[conference].elsewhere.add((who, worker))
    for row in known:
        found = stands[row.conference]
        if row.connected and now - row.heard_at < OUTAGE:
            found.states[row.who] = "connected"
        elif now - row.heard_at < RECONNECTING:
            found.states[row.who] = "reconnecting"
    return stands
