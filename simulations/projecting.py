"""Rows that repeat what the log says, so that lists and reports need no replay, and words that it takes away.

Written in the log's own transaction.
"""

from collections.abc import Sequence

from simulations.engine.events import (
    ConferenceClosed,
    ConferenceStarted,
    Event,
    Intended,
    SeatFilled,
    SeatLeft,
    SeatTaken,
    WordsRemoved,
)
from simulations.engine.words import Words
from simulations.erasing import blank
from simulations.models import Conference, ConferenceSeat, Intention, Invitation, Participant, Utterance

PROJECTED = ConferenceStarted | ConferenceClosed | SeatTaken | SeatFilled | SeatLeft | WordsRemoved | Intended


def projects(events: Sequence[Event]) -> bool:
    """Whether any of these changes a row beside the log."""
    return any(isinstance(event, PROJECTED) for event in events)


def project(conference: int, events: Sequence[Event]) -> None:
    """Bring the conference's row, its seats and what was typed in it up to what these events tell."""
    for event in events:
        match event:
            case ConferenceStarted():
                Conference.objects.filter(pk=conference).update(state=Conference.State.RUNNING, began_at=event.at)
            case ConferenceClosed():
                Conference.objects.filter(pk=conference).update(state=Conference.State.CLOSED, closed_at=event.at)
                Invitation.objects.filter(participant__conference=conference).update(reach="")
            case SeatTaken():
                _seat(conference, event.seat, ConferenceSeat.Filled.PERSON, event.person)
            case SeatFilled():
                _seat(conference, event.seat, ConferenceSeat.Filled(event.by))
            case SeatLeft():
                _seat(conference, event.seat, ConferenceSeat.Filled.EMPTY)
            case WordsRemoved():
                blank(Utterance.objects.filter(conference=conference, pk=event.utterance), event.reason, event.at)
                Intention.objects.filter(conference=conference, utterance=event.utterance).delete()
            case Intended(said=Words() as said):
                _intend(conference, event.person, said)
            case _:
                pass


def _intend(conference: int, reference: str, said: Words) -> None:
    """What somebody will do is their own, on their own page, longer than the conference's words are kept."""
    listed = Participant.objects.filter(conference=conference, reference=reference, person__isnull=False).first()
    typed = Utterance.objects.filter(pk=said.utterance).first()
    if listed is None or typed is None:
        return
    written = {"text": typed.text, "language": typed.language, "utterance": typed.pk, "became": ""}
    Intention.objects.update_or_create(person=listed.person, conference_id=conference, defaults=written)


def _seat(conference: int, seat: str, filled: ConferenceSeat.Filled, person: str | None = None) -> None:
    on_it = Participant.objects.filter(conference=conference, reference=person).first() if person else None
    ConferenceSeat.objects.filter(conference=conference, seat=seat).update(filled=filled, participant=on_it)
