"""From a version that waits to the one that learners see, and back to an earlier one.

A new version never takes the place of another by itself: it waits until somebody who has seen what is different says yes.
Whoever began the old one keeps their attempt with it and starts anew in the new one.
"""

from __future__ import annotations

from django.db import transaction

from media import keeping
from media.importing import import_package, next_number
from media.models import ContentVersion, InteractiveContent
from people.models import User


@transaction.atomic
def publish(version: ContentVersion) -> None:
    """Show a version that waits to learners from now on; drafts that it was made of are done."""
    content = InteractiveContent.objects.select_for_update().get(pk=version.content_id)
    version.number = next_number(content, version.language)
    version.save(update_fields=["number"])
    for draft in content.drafts.filter(tried=version):
        draft.delete()


def withdraw(version: ContentVersion) -> None:
    """Let a version that waits go; a draft that it was made of stays."""
    version.delete()


def put_back(version: ContentVersion, *, by: User | None = None) -> ContentVersion:
    """An earlier version, as the newest one. Raises Refused where its type is not welcome any more."""
    with keeping.packages().open(version.package) as file:
        done = import_package(file, version.file_name, content=version.content, language=version.language, by=by)
    return done.version
