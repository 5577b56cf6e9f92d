"""Keeping what people answer: their own under their name, the rest under nobody's; and forgetting what they intend."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from people.models import User
from simulations import actions
from simulations.engine.actors import Seated
from simulations.engine.commands import TakeIntentionBack
from simulations.engine.refusals import Refusal
from simulations.erasing import blank
from simulations.models import Conference, Confidence, FollowUp, Intention, Participant, Reaction, Use, Utterance
from simulations.selectors import proceedings_of


def say_how_sure(listed: Participant, when: str, levels: Mapping[str, int]) -> None:
    """How sure somebody is, by statement; said again it takes the place of what they said before, left out it goes."""
    with transaction.atomic():
        Confidence.objects.filter(participant=listed, when=when).delete()
        Confidence.objects.bulk_create(
            Confidence(participant=listed, when=when, statement=statement, level=level)
            for statement, level in levels.items()
        )


def react(listed: Participant, *, useful: int | None, served: str, helped: str, change: str, language: str) -> None:
    """What somebody made of it, once, under nobody's name. That they answered is kept apart from what."""
    with transaction.atomic():
        asked = FollowUp.objects.select_for_update().get_or_create(participant=listed)[0]
        if asked.reacted or not (useful or served or helped or change):
            return
        FollowUp.objects.filter(pk=asked.pk).update(reacted=True)
        Reaction.objects.create(
            conference=listed.conference, useful=useful, served=served, helped=helped, change=change, language=language
        )


def say_what_was_used(listed: Participant, used: list[str]) -> None:
    """What somebody used of it, once, under nobody's name."""
    with transaction.atomic():
        asked = FollowUp.objects.select_for_update().get_or_create(participant=listed)[0]
        if asked.answered:
            return
        FollowUp.objects.filter(pk=asked.pk).update(answered=True)
        if used:
            Use.objects.create(conference=listed.conference, used=used)


def intend(person: User, conference: Conference, text: str, language: str) -> None:
    """What somebody will do, written on a page: in the place of what they wrote before."""
    written = {"text": text, "language": language, "became": "", "utterance": ""}
    Intention.objects.update_or_create(person=person, conference=conference, defaults=written)


def forget_intention(intention: Intention) -> None:
    """Forgotten everywhere: on the person's page, in the room, and where the room's words are kept."""
    conference = intention.conference
    listed = conference.participants.filter(person=intention.person).first() if conference else None
    with transaction.atomic():
        if conference is not None and listed is not None:
            _forget_in_room(conference, listed)
        Intention.objects.filter(pk=intention.pk).delete()


def _forget_in_room(conference: Conference, listed: Participant) -> None:
    proceedings = proceedings_of(conference)
    seat = proceedings.seat_of(listed.reference)
    if seat is not None:
        command = TakeIntentionBack(by=Seated(seat))
        if not isinstance(proceedings.decide(command, timezone.now()), Refusal):
            actions.carry_out(conference, listed.reference, command)
    # What it replaced, and what is left where they no longer sit on the seat, is in no room's sight.
    typed = Utterance.objects.filter(conference=conference, participant=listed, made_by="intend")
    blank(typed, "asked-for", timezone.now())
