"""What is known of activities: definitions, gathered from what statements say of them (2.0: 4.1.6.4; 1.0.3: Communication 2.5)."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from records.models import KnownActivity
from records.xapi.activities import merged
from records.xapi.mentions import Kind, activities_in, key_of

LONGEST = 100_000
"""Characters of one definition; one that would grow longer stays as it is."""


def learn(statements: Iterable[Mapping[str, Any]]) -> None:
    """Adds what they say of activities to what is known. Writes only what is new."""
    said: dict[str, dict[str, Any]] = {}
    for statement in statements:
        for activity in activities_in(statement):
            if "definition" in activity and activity["definition"] != (so_far := said.get(activity["id"], {})):
                said[activity["id"]] = merged(so_far, activity["definition"])
    known = known_definitions(said)
    grown = {iri: merged(known.get(iri, {}), more) for iri, more in said.items()}
    rows = [_row(iri, text) for iri, text in _changed(grown, known)]
    # In order of their keys, so that two batches at once wait for each other instead of for ever.
    KnownActivity.objects.bulk_create(
        sorted(rows, key=lambda row: row.key),
        batch_size=500,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["definition"],
    )


def known_definitions(iris: Iterable[str]) -> dict[str, dict[str, Any]]:
    """By IRI, of those of which anything is known."""
    keys = [key_of(Kind.ACTIVITY, iri) for iri in iris]
    found = KnownActivity.objects.filter(key__among=keys)
    return {iri: _read(text) for iri, text in found.values_list("iri", "definition")} if keys else {}


@lru_cache(maxsize=1_000)  # the same few activities are spoken of over and over
def _read(definition: str) -> dict[str, Any]:
    """Nobody may change it."""
    return dict(json.loads(definition))


def _changed(grown: Mapping[str, Any], known: Mapping[str, Any]) -> list[tuple[str, str]]:
    texts = [(iri, json.dumps(each, ensure_ascii=False)) for iri, each in grown.items() if each != known.get(iri)]
    return [(iri, text) for iri, text in texts if len(text) <= LONGEST]


def _row(iri: str, definition: str) -> KnownActivity:
    return KnownActivity(key=key_of(Kind.ACTIVITY, iri), iri=iri, definition=definition)
