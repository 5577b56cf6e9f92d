"""The small types that commands and events are made of: languages, levels, and what was said.

Free text is in neither: what a person typed is kept by the caller and named by its id, and what a script says stands in the
scenario file.
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta

Language = Literal["en", "cy"]
ShortId = Annotated[str, Meta(min_length=1, max_length=80)]
Level = Annotated[int, Meta(ge=0, le=10)]
Minutes = Annotated[int, Meta(ge=1, le=60)]
PlayedBy = Literal["learner", "trainer", "actor"]
Where = Literal["alone", "with-others", "in-a-vehicle"]
How = Literal["shown", "said", "own-words"]
Reason = Literal["live-investigation", "third-party", "risk-of-harm", "confidence"]
"""The grounds on which a part of the meeting is closed to somebody."""
Kind = Literal["safety", "support"]
Removal = Literal["real-person", "hurtful", "by-mistake", "asked-for"]
"""Why somebody's words were taken away."""
SaidOrNot = Literal["said", "partly", "not-said"]
Basis = Literal["consensus", "without-consensus", "against-views"]
"""On what footing the chair decided: all views agreed, they differed, or they agreed on something else."""
Became = Literal["done", "partly", "not-done"]
"""What became of an action of a plan."""
RecordPart = Literal["essential-facts", "summary", "strengths", "risk-analysis", "reasons"]
"""The parts of the record that nobody but the record taker can write; the rest of it is made from what happened."""
Copy = Literal["full", "family"]
"""The two versions of the record."""
Into = Literal["both", "full"]
"""Which versions something goes into: both, or the full one alone, since it rests on a closed part."""


class Due(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day told from the day of the conference, such as 14 days after it."""

    number: Annotated[int, Meta(ge=0, le=366)]
    unit: Literal["days", "weeks", "months"] = "days"


class Words(msgspec.Struct, frozen=True, tag_field="from", tag="utterance", forbid_unknown_fields=True):
    """Something a person typed: the id under which the caller keeps it, and the language it was made in."""

    utterance: ShortId
    language: Language


class ScenarioText(msgspec.Struct, frozen=True, tag_field="from", tag="scenario", forbid_unknown_fields=True):
    """A line of a script: where it stands in the scenario file, such as `scripts.gp.0.say`."""

    path: Annotated[str, Meta(max_length=250)]


Said = Words | ScenarioText


@cache
def _worded(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of such a structure that may hold what somebody typed."""
    return tuple(field.name for field in msgspec.structs.fields(kind) if _may_be_typed(field.type))


def _may_be_typed(kind: object) -> bool:
    return kind is Words or any(map(_may_be_typed, get_args(kind)))


def words_in(happened: msgspec.Struct) -> Iterator[Words]:
    """What somebody typed, of all that an event holds: in a field of its own, or among several in one."""
    for name in _worded(type(happened)):
        value = getattr(happened, name)
        yield from (each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, Words))
