"""Forwarding, one step after the other: what comes next for each store, and what becomes of its answer.

A store that does not answer, or is not to be spoken to, is asked again later, each time twice as much later, and nothing
overtakes what waits. Of what it refuses the one statement that is wrong is found by halving; that is kept with the reason, and
the rest goes on.
"""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from django.db.models import F, Q
from django.utils import timezone

from records.consistency import consistent_through
from records.forwarding.sending import Answer, known_stores, send
from records.forwarding.stores import OtherStore
from records.models import Forwarding, RefusedStatement, Statement
from records.xapi.attachments import described_in
from records.xapi.versions import posted

AT_ONCE = 100
"""Statements in one request; one with files goes alone."""
LARGEST = 4_000_000
"""Characters in one request, unless a statement alone is longer."""
IN_A_STEP = 20
"""Requests to one store before the next store has its turn."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=15), timedelta(hours=1)
TAKEN = timedelta(minutes=15)
"""A process that sends and dies leaves its place to the next after so long: longer than all requests of a step may take."""


class NotNow(Exception):
    """The other store is to be asked again later."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.text)
        self.answer = answer


def forward() -> int:
    """One step for each store in the settings; how many statements were sent or refused."""
    return sum(_step(forwarding, store) for forwarding, store in _due(timezone.now()))


def forwardings() -> list[Forwarding]:
    """Of the stores in the settings, made when first looked for."""
    names = known_stores()
    Forwarding.objects.bulk_create([Forwarding(name=name) for name in names], ignore_conflicts=True)
    return list(Forwarding.objects.filter(name__in=names))


def _due(now: datetime) -> list[tuple[Forwarding, OtherStore]]:
    """Those that are neither paused nor waited for, nor looked after by another process."""
    if not (stores := known_stores()):
        return []
    forwardings()
    free = Q(taken_until=None) | Q(taken_until__lt=now)
    found = Forwarding.objects.filter(Q(next_try=None) | Q(next_try__lte=now), free, name__in=stores, paused=False)
    taken = [each for each in found if found.filter(pk=each.pk).update(taken_until=now + TAKEN)]
    return [(each, stores[each.name]) for each in taken]


def _step(forwarding: Forwarding, store: OtherStore) -> int:
    count = 0
    try:
        count += _send_again(forwarding, store)
        for _request in range(IN_A_STEP):
            if not (batch := _next(forwarding)):
                break
            _deliver(forwarding, store, batch)
            count += len(batch)
        _note(forwarding, problem="", failures=0, next_try=None)
    except NotNow as not_now:
        _wait(forwarding, not_now.answer)
    finally:
        _note(forwarding, taken_until=None)
    return count


def _next(forwarding: Forwarding) -> list[Statement]:
    """The oldest that it has not got, of one version, as many as go together."""
    found = Statement.objects.filter(stored__lte=consistent_through()).select_related("authority")
    if forwarding.through:
        got = {"id__lte": forwarding.through_id} if forwarding.through_id else {}
        found = found.filter(stored__gte=forwarding.through).exclude(stored=forwarding.through, **got)
    rows = list(found.order_by("stored", "id")[:AT_ONCE])
    if not rows or _has_files(rows[0]):
        return rows[:1]
    version, length = posted(rows[0].version), 0
    lengths = [length := length + len(each.text) for each in rows]
    fitting = zip(rows, lengths, strict=True)
    alike = takewhile(
        lambda pair: posted(pair[0].version) is version and pair[1] <= LARGEST and not _has_files(pair[0]), fitting
    )
    return [row for row, _length in alike] or rows[:1]


def _deliver(forwarding: Forwarding, store: OtherStore, batch: Sequence[Statement]) -> None:
    answer = send(store, batch)
    if answer.refuses and len(batch) > 1:
        middle = len(batch) // 2
        _deliver(forwarding, store, batch[:middle])
        _deliver(forwarding, store, batch[middle:])
        return
    if answer.refuses:
        _refused(forwarding, batch[0], answer)
    elif not answer.took:
        raise NotNow(answer)
    sent = len(batch) if answer.took else 0
    _note(forwarding, through=batch[-1].stored, through_id=batch[-1].pk, sent=F("sent") + sent)


def _send_again(forwarding: Forwarding, store: OtherStore) -> int:
    """What was refused, and somebody wants sent again."""
    rows = forwarding.refused.filter(again=True).select_related("statement__authority")[:AT_ONCE]
    for row in rows:
        answer = send(store, [row.statement])
        if answer.refuses:
            _refused(forwarding, row.statement, answer)
        elif answer.took:
            row.delete()
            _note(forwarding, sent=F("sent") + 1)
        else:
            raise NotNow(answer)
    return len(rows)


def _refused(forwarding: Forwarding, statement: Statement, answer: Answer) -> None:
    told = {
        "status": answer.status,
        "reason": answer.text[:1000].replace("\0", ""),
        "at": timezone.now(),
        "again": False,
    }
    RefusedStatement.objects.update_or_create(forwarding=forwarding, statement=statement, defaults=told)


def _wait(forwarding: Forwarding, answer: Answer) -> None:
    """Twice as long as the time before, and as long as the store asks for."""
    doubled = FIRST_WAIT * 2 ** min(forwarding.failures, 10)
    wait = max(min(doubled, LONGEST_WAIT), timedelta(seconds=answer.wait))
    problem = f"{answer.status or 'no answer'}: {answer.text}"[:500].replace("\0", "")
    _note(forwarding, problem=problem, failures=F("failures") + 1, next_try=timezone.now() + wait)


def _note(forwarding: Forwarding, **told: object) -> None:
    Forwarding.objects.filter(pk=forwarding.pk).update(**told)
    forwarding.refresh_from_db()


def _has_files(statement: Statement) -> bool:
    return any(described_in(json.loads(statement.text)))
