"""Statements about statements (1.0.3: Communication 2.1.3, StatementRefs; 2.0: 4.1.6.1): whoever looks for what is spoken
of also finds what speaks of it, whichever came first.
"""

import json
from collections.abc import Mapping
from uuid import UUID

from records.authorities import identity_of
from records.models import Statement
from records.writing import add_mentions
from records.xapi.mentions import keys_of

DEEPEST = 10
"""Steps that a chain of statements about statements is followed."""


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


def tell_referrers(keys: Mapping[UUID, set[UUID]]) -> None:
    """What was stored before its target came is now found by the target's keys, too."""
    of: dict[UUID, set[UUID]] = dict(keys)
    for _step in range(DEEPEST):
        referrers = Statement.objects.filter(target__in=of).values_list("id", "target", "stored") if of else ()
        rows = [
            (each, target, stored)
            for each, target, stored in referrers
            if target and not of[target] <= of.get(each, set())
        ]
        if not rows:
            return
        add_mentions({(key, stored, each) for each, target, stored in rows for key in of[target]})
        of = {each: of[target] for each, target, _stored in rows}


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
