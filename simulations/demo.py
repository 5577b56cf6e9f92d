"""An invented conference to walk into: Tŷ Coed, run by the demonstration's trainer, with its cast on the list."""

from datetime import timedelta

from django.utils import timezone

from people.demo import DOMAIN
from people.models import User
from simulations.inviting.actions import Gathering, gather
from simulations.models import Conference
from simulations.selectors import versions_that_run

TRAINER = f"trainer@{DOMAIN}"
COMING = ("officer", "health-visitor", "teacher", "gp", "housing", "social-worker")


def load() -> str:
    """Plans it where the trainer has none; says so, or nothing."""
    trainer = User.objects.get(email=TRAINER)
    if Conference.objects.filter(facilitator=trainer).exists():
        return ""
    version = versions_that_run().get(scenario__slug="ty-coed")
    soon = (timezone.now() + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
    people = [User.objects.get(email=f"{name}@{DOMAIN}") for name in COMING]
    held = {"planned_for": soon, "arrangement": Conference.Arrangement.BILINGUAL}  # its cast has an interpreter
    gather(Gathering(), facilitator=trainer, version=version, people=people, **held)
    return f"{version.title}, planned"


def lobby_path() -> str:
    """Where its lobby stands, under a language."""
    return f"conferences/{_conference().pk}/"


def socket_path() -> str:
    """Where it opens its socket."""
    return f"/conferences/{_conference().pk}/socket/"


def _conference() -> Conference:
    return Conference.objects.filter(facilitator__email=TRAINER).earliest("pk")
