"""Taking up a finished conference: which ones a trainer may choose from, and what is pinned of the one they chose.

What is taken over is worked out once, when the next conference is planned, and kept with it. Words stand in it by their
ids, so that what is removed from the first conference is removed from the next one too.
"""

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from people.models import User
from simulations.engine.continuing import taken_over
from simulations.engine.earlier import encode
from simulations.models import Conference, ScenarioVersion
from simulations.selectors import proceedings_of, run_by, versions_that_run


def may_be_taken_up(trainer: User) -> QuerySet[Conference]:
    """The closed conferences that this trainer ran, on a scenario which one that runs continues; the latest first."""
    continued = {str(scenario.continues) for each in versions_that_run() if (scenario := each.read()).continues}
    closed = Conference.objects.filter(
        run_by(trainer), state=Conference.State.CLOSED, version__scenario__slug__in=continued
    )
    return closed.select_related("version").distinct().order_by("-closed_at", "-pk")


def check_continues(version: ScenarioVersion, before: Conference) -> None:
    """ValidationError unless a conference on this version may take up that one."""
    if version.read().continues != before.version.scenario.slug:
        raise ValidationError(_("This scenario does not continue that conference. Choose another conference, or none."))
    if before.state != Conference.State.CLOSED:
        raise ValidationError(_("That conference is not closed yet. Close its room first."))


def take_up(conference: Conference, before: Conference) -> None:
    """Pin what the conference takes over from that one."""
    proceedings = proceedings_of(before)
    conference.continues = before
    conference.taken_over = encode(taken_over(proceedings.scenario, proceedings.state, conference.scenario()))
    conference.save(update_fields=["continues", "taken_over"])
