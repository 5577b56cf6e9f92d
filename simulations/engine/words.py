"""The small types that commands and events are made of: languages, levels, and what was said.

Free text is in neither: what a person typed is kept by the caller and named by its id, and what a script says stands in the
scenario file.
"""

from typing import Annotated, Literal

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
SaidOrNot = Literal["said", "partly", "not-said"]


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
