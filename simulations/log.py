"""Reading the log of a conference, and the words typed in it. (What adds to it: appending.py.)

Plain synchronous code: `live.store` runs it in a thread of its own.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from simulations.engine.events import Event, WordsRemoved
from simulations.engine.storing import decode
from simulations.engine.words import words_in
from simulations.models import Commit, ConferenceHead, Utterance
from simulations.models import Event as StoredEvent


class Typed(Struct, frozen=True):
    """Words that somebody typed; `text` is None once they were redacted."""

    id: str
    text: str | None
    language: str
    seat: str = ""
    participant: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tail:
    """What a log holds after some number: events in order, the last number by (who, command id), the words typed."""

    events: tuple[Event, ...] = ()
    commits: Mapping[tuple[str, str], int] = field(default_factory=dict)
    typed: Mapping[str, Typed] = field(default_factory=dict)


def read(conference: int, after: int = 0) -> Tail:
    """What was added to a log after this number."""
    stored = StoredEvent.objects.filter(conference=conference, number__gt=after).order_by("number")
    events = tuple(decode(payload) for payload in stored.values_list("payload", flat=True))
    # Read after the events: what is missing here of a later commit comes with its events the next time.
    commits = Commit.objects.filter(conference=conference, last__gt=after).values_list("by", "command_id", "last")
    return Tail(events, {(by, command): last for by, command, last in commits}, typed_in(events))


def heads(conferences: Sequence[int]) -> dict[int, int]:
    """The number of the last event of each."""
    return dict(ConferenceHead.objects.filter(pk__in=conferences).values_list("conference_id", "number"))


def typed_in(events: Sequence[Event]) -> dict[str, Typed]:
    """The words that these events name, by their id, also where they only tell that they are gone."""
    named = [each.utterance for event in events for each in words_in(event)]
    return typed([*named, *gone_in(events)])


def gone_in(events: Sequence[Event]) -> dict[str, Typed]:
    """What these events take away, without its words."""
    removed = (event for event in events if isinstance(event, WordsRemoved))
    return {each.utterance: Typed(id=each.utterance, text=None, language="", reason=each.reason) for each in removed}


def typed(ids: Collection[str]) -> dict[str, Typed]:
    """Words by the ids under which they are kept; one that is kept no longer is left out."""
    rows = Utterance.objects.filter(pk__in=ids) if ids else Utterance.objects.none()
    return {
        row.id: Typed(
            id=row.id,
            text=None if row.redacted_at else row.text,
            language=row.language,
            seat=row.seat,
            participant=row.participant_id,
            reason=row.redaction_reason,
        )
        for row in rows
    }
