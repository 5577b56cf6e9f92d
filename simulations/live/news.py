"""What pages do that rooms must hear of at once: a log that grew, a list that changed, a session that ended."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from people.models import User
from simulations.live.doorbell import doorbell
from simulations.models import Conference
from simulations.selectors import run_by
from simulations.signals import list_changed, log_grew


@receiver(log_grew)
def ring_for_the_log(sender: object, conference: int, number: int, **kwargs: Any) -> None:
    doorbell.ring(conference, number)


@receiver(list_changed)
def ring_for_the_list(sender: object, conference: int, **kwargs: Any) -> None:
    doorbell.ring(conference, 0)


@receiver(post_delete, sender=Session)
def ring_when_signed_out(sender: object, instance: Session, **kwargs: Any) -> None:
    """Signing out deletes the session."""
    person = instance.get_decoded().get(SESSION_KEY)
    if person:
        _ring_where_they_are(int(person))


@receiver(post_save, sender=User)
def ring_when_deactivated(sender: object, instance: User, created: bool, **kwargs: Any) -> None:
    if not created and not instance.is_active:
        _ring_where_they_are(instance.pk)


def _ring_where_they_are(person: int) -> None:
    theirs = run_by(person) | Q(participants__person=person)
    still_open = Conference.objects.filter(theirs).exclude(state=Conference.State.CLOSED)
    for conference in still_open.values_list("pk", flat=True).distinct():
        doorbell.ring(conference, 0)
