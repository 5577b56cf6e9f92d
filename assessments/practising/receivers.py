"""A paper handed in makes cards of what was wrong in it."""

from typing import Any

from django.dispatch import receiver

from assessments.models import Attempt
from assessments.practising.actions import learn_from
from assessments.signals import handed_in


@receiver(handed_in)
def make_cards(attempt: Attempt, **_about: Any) -> None:
    learn_from(attempt)
