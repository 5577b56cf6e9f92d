"""Stored statements as they are given out: what the store adds, in the asker's version and format."""

from collections.abc import Iterable, Sequence
from typing import Any

from records.activities import known_definitions
from records.authorities import agent_of
from records.models import Statement
from records.xapi.converting import Format, as_ids, canonical, converted, utc
from records.xapi.mentions import activities_in
from records.xapi.reading import value_of
from records.xapi.splicing import spliced
from records.xapi.versions import Version, posted


def written(
    statements: Iterable[Statement], version: Version, how: Format = Format.EXACT, languages: Sequence[str] = ()
) -> list[str]:
    """Each as JSON."""
    texts = [converted(whole(each), posted(each.version), version) for each in statements]
    if how is Format.IDS:
        return [as_ids(text) for text in texts]
    if how is Format.CANONICAL:
        known = known_definitions({each["id"] for text in texts for each in activities_in(value_of(text))})
        return [canonical(text, known, languages) for text in texts]
    return texts


def whole(statement: Statement) -> str:
    """As it was posted, with what the store sets (2.0: 4.2.4.2; 1.0.3: Data 2.4): who said it and when it was stored; and
    what its sender left to the store."""
    stored = utc(statement.stored)
    sets: dict[str, Any] = {"stored": stored, "authority": agent_of(statement.authority)}
    fills = {"id": str(statement.pk), "timestamp": utc(statement.timestamp), "version": statement.version}
    return spliced(statement.text, sets, fills)
