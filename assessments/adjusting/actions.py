"""Arranging more time, and taking it back. It holds at once: a paper under way is given the longer time, and none a shorter."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.actions import end_of
from assessments.adjusting.circles import may_arrange_for
from assessments.models import Attempt, ExtraTime
from people.actions import NotPossible
from people.models import User


@transaction.atomic
def arrange(giver: User, email: str, percent: int) -> ExtraTime:
    """Raises NotPossible where the giver answers for nobody with this address; whether there is such a person is not told."""
    person = User.objects.filter(email__iexact=email.strip()).first()
    if person is None or not may_arrange_for(giver, person):
        raise NotPossible(
            _("Nobody for whom you may arrange this has this address. Check it, or ask their own trainer.")
        )
    granted = {"percent": percent, "granted_by": giver}
    kept, _is_new = ExtraTime.objects.update_or_create(person=person, defaults=granted)
    lengthen_open_attempts(person)
    return kept


def lengthen_open_attempts(person: User) -> None:
    for attempt in Attempt.objects.select_related("paper").filter(
        person=person, finished_at=None, ends_at__isnull=False
    ):
        longer = end_of(person, attempt.paper, attempt.begun_at)
        if longer and attempt.ends_at and longer > attempt.ends_at:
            Attempt.objects.filter(pk=attempt.pk, finished_at=None).update(ends_at=longer)


def take_back(giver: User, kept: int) -> None:
    """Only what they arranged themselves; papers under way keep their time."""
    ExtraTime.objects.filter(pk=kept, granted_by=giver).delete()
