"""Statements forgotten when they have been kept long enough (docs/records.md, retention).

Kept longer: what earns somebody who is still here a credit, so that credits can always be derived again; and what is yet to be
sent on to another store. With a statement go the keys it is found by and the files that no other statement speaks of.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from records.authorities import identity_of
from records.forwarding.going_on import forwardings
from records.models import Document, File, Mention, Statement
from records.references import keys_with_targets
from records.xapi.attachments import described_in
from records.xapi.mentions import Kind, key_of, keys_of

AT_ONCE = 500


class Forgotten(NamedTuple):
    statements: int
    files: int
    documents: int


def due(now: datetime) -> tuple[int, int]:
    """How many statements and documents `tidy` would forget; of files it is not known beforehand."""
    return _old(now).count(), _old_documents(now).count()


def tidy(now: datetime) -> Forgotten:
    """So many at once, each part in a transaction of its own: it may be interrupted at any time."""
    statements = files = 0
    while some := list(_old(now).select_related("authority").order_by("stored", "id")[:AT_ONCE]):
        files += _forget(some)
        statements += len(some)
    documents, _each = _old_documents(now).delete()
    return Forgotten(statements, files, documents)


def _old(now: datetime) -> QuerySet[Statement]:
    if settings.KEEP_STATEMENTS_DAYS < 1:
        return Statement.objects.none()
    through = [each.through for each in forwardings()]
    if None in through:
        return Statement.objects.none()
    before = min([now - timedelta(days=settings.KEEP_STATEMENTS_DAYS), *(each for each in through if each)])
    return Statement.objects.filter(stored__lt=before, credit=None)


def _old_documents(now: datetime) -> QuerySet[Document]:
    if settings.KEEP_STATEMENTS_DAYS < 1:
        return Document.objects.none()
    return Document.objects.filter(updated__lt=now - timedelta(days=settings.KEEP_STATEMENTS_DAYS))


def _forget(some: Sequence[Statement]) -> int:
    """How many files went with them. They stand one after the other in time, which bounds the look for their keys."""
    values = {each.pk: json.loads(each.text) for each in some}
    own = {each.pk: keys_of(values[each.pk], identity_of(each.authority)) for each in some}
    keys = set().union(*keys_with_targets(own, {each.pk: each.target for each in some if each.target}).values())
    span = {"stored__gte": some[0].stored, "stored__lte": some[-1].stored}
    with transaction.atomic():
        Mention.objects.filter(key__among=list(keys), statement__in=list(values), **span).delete()
        Statement.objects.filter(pk__among=list(values)).delete()
        return _forget_files({said["sha2"].lower() for each in values.values() for _place, said in described_in(each)})


def _forget_files(sums: Iterable[str]) -> int:
    keys = {key_of(Kind.FILE, each): each for each in sums}
    still = set(Mention.objects.filter(key__in=list(keys)).values_list("key", flat=True)) if keys else set()
    unspoken = [each for key, each in keys.items() if key not in still]
    count, _each = File.objects.filter(pk__in=unspoken).delete() if unspoken else (0, {})
    return count
