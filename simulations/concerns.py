"""A real concern about a real child comes up in practice: what its finder is shown, beside the room that has stopped.

The steps are those that the Wales Safeguarding Procedures give, with their source; where a board has written whom to
tell in its region, that comes first. Nothing about the concern is asked or kept: the platform is no way to report.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from people.models import Region, User
from people.selectors import regions_served_by
from simulations.models import Conference

PROCEDURES = "https://safeguarding.wales/chi/c2/c2.p18.html"
DUTY = "https://safeguarding.wales/en/chi-i/chi-i-c2/c2-p4"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of reporting, with where the procedures say so."""

    words: Promise
    source: str


STEPS = (
    Step(_("If it may be a crime against a child, talk to the police at once."), PROCEDURES),
    Step(
        _("If you have reasonable cause to suspect that a child is at risk, tell the local authority."),
        DUTY,
    ),
    Step(_("If you tell them by telephone, confirm it in writing within 24 hours."), PROCEDURES),
    Step(_("If nobody says within 7 working days that your written report has come, ask them."), PROCEDURES),
)


@dataclass(frozen=True, slots=True)
class Local:
    """Whom to tell in a region, in its board's own words."""

    region: Region
    words: str


def whom_to_tell(conference: Conference, person: User) -> list[Local]:
    """What the boards say where this person works, or where the conference is held; empty where none has written it."""
    regions = list(regions_served_by(person)) or ([conference.region] if conference.region else [])
    asked: Callable[[Region], str] = import_string(settings.REPORTING_IN_REGION)
    found = [Local(region, asked(region)) for region in regions]
    return [each for each in found if each.words]
