"""Statements in the parts they are made of: systems send the same people, verbs and activities again, letter for letter.

Such a part is read and checked once, and then known by its text. That a statement's text is its parts and nothing else is
shown by writing it anew from them: no property stands in it twice, nothing was passed over. What is spelt otherwise, or is
wrong in any way, is left to `reading` and `statements`, which tell what.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from records.xapi import reading
from records.xapi.contexts import context_rules
from records.xapi.problems import StatementProblem
from records.xapi.statements import REQUIRED, STATEMENT, Checked, checked_together
from records.xapi.versions import KNOWN, Version

PARTS = msgspec.json.Decoder(dict[str, msgspec.Raw])
BATCH = msgspec.json.Decoder(list[msgspec.Raw])
CONTEXT = "context"
REMEMBERED = {
    "": {"actor", "verb", "object", "result"},
    CONTEXT: {"contextActivities", "extensions", "instructor", "team"},
}
"""What stands alike in many statements: outermost, and in their contexts."""
LONGEST = 1_000
"""Bytes of a part that is remembered."""
VERSIONS = {version.number: version for version in KNOWN}
RULES = {version.number: {"": STATEMENT[version.number], CONTEXT: context_rules(version)} for version in KNOWN}


class Sound(NamedTuple):
    """A statement: its text, its value, what `check` says of it."""

    text: str
    value: dict[str, Any]
    said: Checked


def batch_of(text: str, version: Version) -> list[Sound] | None:
    """The statements of a batch, if all are sound and plainly spelt."""
    try:
        pieces = BATCH.decode(text)
        if len(pieces) > reading.MOST:
            return None
        found = [_statement(bytes(piece), version) for piece in pieces]
    except (StatementProblem, msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return [each for each in found if each] if all(found) else None


def _statement(text: bytes, version: Version) -> Sound | None:
    if len(text) > reading.LONGEST or text.count(b"{") + text.count(b"[") > reading.DEEPEST:
        return None
    value = _whole("", text, version)
    if value is None or not all(name in value for name in REQUIRED):
        return None
    return Sound(text.decode(), value, checked_together(value, version))


def _whole(within: str, text: bytes, version: Version) -> dict[str, Any] | None:
    """A statement, or its context, put together of its parts; none if these are not all of it."""
    parts = {name: bytes(part) for name, part in PARTS.decode(text).items()}
    if not _only(text, parts):
        return None
    return {name: _part(within, name, part, version) for name, part in parts.items()}


def _only(text: bytes, parts: Mapping[str, bytes]) -> bool:
    """Whether these parts, and nothing else, are the text, in one of the two spellings that programs write."""
    named = [(name.encode(), part) for name, part in parts.items()]
    return (
        text == b"{" + b", ".join([b'"%b": %b' % each for each in named]) + b"}"
        or text == b"{" + b",".join([b'"%b":%b' % each for each in named]) + b"}"
    )


def _part(within: str, name: str, text: bytes, version: Version) -> Any:
    if not within and name == CONTEXT and (value := _whole(CONTEXT, text, version)) is not None:
        return value
    if name in REMEMBERED[within] and len(text) <= LONGEST:
        return _known(within, name, text, version.number)
    return _read(within, name, text, version)


@lru_cache(maxsize=10_000)
def _known(within: str, name: str, text: bytes, version: str) -> Any:
    """Nobody may change it: many statements share it."""
    return _read(within, name, text, VERSIONS[version])


def _read(within: str, name: str, text: bytes, version: Version) -> Any:
    rule = RULES[version.number][within].get(name)
    if rule is None:
        raise StatementProblem(name[:100], "is no property that belongs here")
    value = reading.value_of(text.decode())
    rule(value, name)
    return value
