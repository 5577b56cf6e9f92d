"""What a board writes: how things are done in its region."""

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from boards.models import LocalPractice, LocalRules
from people.actions import NotPossible
from people.models import Region, User
from people.permissions import may_see_region

TEXTS = ("reporting_en", "reporting_cy", "standards_en", "standards_cy", "escalation_en", "escalation_cy")


def check_unchanged(
    written: type[LocalPractice] | type[LocalRules], person: User, region: Region, seen: datetime.datetime | None
) -> None:
    """`seen` is when what the person had before them was last edited; None for what was not there yet."""
    if not may_see_region(person, region):
        raise NotPossible(_("Only an officer of this region’s board may change this page."))
    now = written.objects.select_for_update().filter(region=region).values_list("edited", flat=True).first()
    if now != seen:
        raise NotPossible(
            _(
                "Somebody else saved this page while you were writing. What they saved is on the page itself; yours is kept below. Put the two together, then save again."
            )
        )


def write_local_practice(
    person: User, region: Region, texts: dict[str, str], *, seen: datetime.datetime | None
) -> LocalPractice:
    """Saves the board's words; `texts` has the keys of TEXTS. NotPossible says why not."""
    with transaction.atomic():
        check_unchanged(LocalPractice, person, region, seen)
        return LocalPractice.objects.update_or_create(region=region, defaults={**texts, "editor": person})[0]


def write_local_rules(
    person: User, region: Region, rules: dict[str, Any], *, seen: datetime.datetime | None
) -> LocalRules:
    """Saves the board's rules; `rules` has the fields of LocalRules. Conferences that are planned already keep theirs."""
    with transaction.atomic():
        check_unchanged(LocalRules, person, region, seen)
        return LocalRules.objects.update_or_create(region=region, defaults={**rules, "editor": person})[0]
