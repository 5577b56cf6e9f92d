"""Statements about statements (1.0.3: Communication 2.1.3, StatementRefs; 2.0: 4.1.6.1): whoever looks for what is spoken
of also finds what speaks of it, whichever came first.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from records.authorities import identity_of
from records.models import Statement
from records.models.among import array
from records.writing import add_mentions
from records.xapi.mentions import keys_of

DEEPEST = 10
"""Steps that a chain of statements about statements is followed."""
SPOKEN_OF = """
    SELECT spoken.id FROM unnest(%s::uuid[]) AS spoken (id)
    CROSS JOIN LATERAL (SELECT FROM records_statement WHERE target = spoken.id LIMIT 1) AS about
"""


def keys_with_targets(own: Mapping[UUID, set[UUID]], targets: Mapping[UUID, UUID]) -> dict[UUID, set[UUID]]:
    """The keys of new statements with those of what they speak of, in the same batch or stored."""
    if not targets:
        return dict(own)
    known, chain = _stored_targets(own, targets)
    found = dict(own)
    for start in targets:
        keys, at = set(own[start]), start
        for _step in range(DEEPEST):
            if not (target := chain.get(at)) or target == start:
                break
            keys |= known.get(target, set())
            at = target
        found[start] = keys
    return found


class Referrer(NamedTuple):
    """A stored statement about another, of this verb, on the word of this authority."""

    id: UUID
    target: UUID
    stored: datetime
    verb: str
    authority: int


def referrers_of(targets: Iterable[UUID]) -> list[Referrer]:
    if not (spoken_of := _spoken_of(list(targets))):
        return []
    about = Statement.objects.filter(target__isnull=False, target__among=spoken_of)
    rows = about.values_list("id", "target", "stored", "verb", "authority")
    return [Referrer(key, target, stored, verb, by) for key, target, stored, verb, by in rows if target]


def _spoken_of(targets: list[UUID]) -> list[UUID]:
    """Those that a stored statement is about.

    Hardly any is about another. Until PostgreSQL has counted, it takes them for many, and for a batch at once would look
    through all that is stored; so it is asked of each target alone, in one query.
    """
    if connection.vendor != "postgresql" or not targets:
        return targets
    with connection.cursor() as cursor:
        cursor.execute(SPOKEN_OF, [array(targets)])
        return [target for (target,) in cursor.fetchall()]


def tell_referrers(keys: Mapping[UUID, set[UUID]], referrers: Sequence[Referrer]) -> None:
    """What was stored before its target came is now found by the target's keys, too."""
    of: dict[UUID, set[UUID]] = dict(keys)
    for _step in range(DEEPEST):
        untold = [each for each in referrers if not of[each.target] <= of.get(each.id, set())]
        if not untold:
            return
        add_mentions({(key, each.stored, each.id) for each in untold for key in of[each.target]})
        of = {each.id: of[each.target] for each in untold}
        referrers = referrers_of(of)


def _stored_targets(
    own: Mapping[UUID, set[UUID]], targets: Mapping[UUID, UUID]
) -> tuple[dict[UUID, set[UUID]], dict[UUID, UUID]]:
    """The keys of all that is spoken of, and who speaks of whom, step by step down the chains."""
    known, chain = dict(own), dict(targets)
    for _step in range(DEEPEST):
        missing = set(chain.values()) - known.keys()
        if not missing:
            break
        stored = Statement.objects.select_related("authority").in_bulk(missing)
        known.update({key: set() for key in missing - stored.keys()})
        for key, statement in stored.items():
            known[key] = keys_of(json.loads(statement.text), identity_of(statement.authority))
            if statement.target:
                chain[key] = statement.target
    return known, chain
