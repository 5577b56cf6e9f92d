"""What changes people and their posts, and how every app says that something cannot be done."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from people.models import Agency, Membership, Region, User


class NotPossible(Exception):
    """What was asked cannot be done; the message says why, and what to do, in the reader's language."""


def check_post(agency: Agency, region: Region | None, starts: datetime.date, ends: datetime.date | None) -> Region:
    """The region that a post at `agency` serves; an agency of one region needs none to be named."""
    regions = list(agency.regions.all())
    if region is None and len(regions) != 1:
        raise NotPossible(_("This agency works in more than one region. Say which region the post serves."))
    if region is not None and region not in regions:
        raise NotPossible(_("This agency does not work in that region. Choose one of the agency’s own regions."))
    if ends is not None and ends < starts:
        raise NotPossible(_("The post ends before it starts. Check the two dates."))
    return region or regions[0]


def give_post(
    person: User,
    agency: Agency,
    *,
    role: str,
    group: str,
    starts: datetime.date,
    ends: datetime.date | None = None,
    region: Region | None = None,
) -> Membership:
    """Gives `person` a post. `group` is a TrainingGroup; NotPossible says what is wrong."""
    serves = check_post(agency, region, starts, ends)
    with transaction.atomic():
        return Membership.objects.create(
            person=person, agency=agency, region=serves, role=role, group=group, starts=starts, ends=ends
        )
