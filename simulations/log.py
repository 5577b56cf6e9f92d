"""The log of a conference: reading it, and adding to it.

Everything that happens in a conference passes through `append`, whoever asks: a room for its sockets, or a page. Heads
are compared: an append that was decided on an older number than the head is overtaken, adds nothing, and whoever sent it
reads what it missed and decides again. Several appends go into one transaction, so that they share one flush to disk.

Plain synchronous code: `live.store` runs it in threads of its own.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
from django.db import transaction

from simulations.engine.events import Event, WordsRemoved
from simulations.engine.storing import decode, encode, tag_of
from simulations.engine.words import words_in
from simulations.models import Commit, ConferenceHead, Utterance
from simulations.models import Event as StoredEvent
from simulations.projecting import project


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that somebody typed; `text` is None once they were redacted."""

    id: str
    text: str | None
    language: str
    seat: str = ""
    participant: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Append:
    """An accepted command: who asked what under which id, decided when `expected` was the head, and what happens."""

    conference: int
    expected: int
    by: str
    command_id: str
    do: str
    events: tuple[Event, ...]
    typed: tuple[Typed, ...] = ()

    @property
    def head(self) -> int:
        """The number of its last event."""
        return self.expected + len(self.events)


@dataclass(frozen=True, slots=True)
class Tail:
    """What a log holds after some number: events in order, the last number by (who, command id), the words typed."""

    events: tuple[Event, ...] = ()
    commits: Mapping[tuple[str, str], int] = field(default_factory=dict)
    typed: Mapping[str, Typed] = field(default_factory=dict)


def append(batch: Sequence[Append]) -> list[bool]:
    """Add these to their logs in one transaction. For each: whether it was added; if not, it was overtaken."""
    added = [False] * len(batch)
    with transaction.atomic():
        # In order of conference, so that two processes never wait for each other's rows in a circle.
        for place in sorted(range(len(batch)), key=lambda each: batch[each].conference):
            added[place] = _advance(batch[place])
        _write([each for each, was in zip(batch, added, strict=True) if was])
    return added


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


def _advance(what: Append) -> bool:
    head = ConferenceHead.objects.filter(pk=what.conference, number=what.expected)
    return bool(head.update(number=what.head))


def _write(accepted: Sequence[Append]) -> None:
    Commit.objects.bulk_create(
        Commit(
            conference_id=each.conference,
            by=each.by,
            command_id=each.command_id,
            answer=each.do,
            first=each.expected + 1,
            last=each.head,
        )
        for each in accepted
    )
    StoredEvent.objects.bulk_create(row for each in accepted for row in _event_rows(each))
    Utterance.objects.bulk_create(row for each in accepted for row in _utterance_rows(each))
    for each in accepted:
        project(each.conference, each.events)


def _event_rows(what: Append) -> list[StoredEvent]:
    return [
        StoredEvent(
            conference_id=what.conference,
            number=number,
            type=tag_of(event),
            version=event.version,
            at=event.at,
            audience=msgspec.to_builtins(event.audience, order="deterministic"),
            payload=encode(event).decode(),
        )
        for number, event in enumerate(what.events, start=what.expected + 1)
    ]


def _utterance_rows(what: Append) -> list[Utterance]:
    return [
        Utterance(
            id=typed.id,
            conference_id=what.conference,
            participant_id=typed.participant,
            seat=typed.seat,
            made_by=what.do,
            text=typed.text or "",
            language=typed.language,
        )
        for typed in what.typed
    ]
