"""When a content or a draft is deleted, its files go after it; libraries that lay in them stay."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from media.libraries import sweep
from media.library_packages import unburden
from media.models import ContentDraft, ContentVersion


@receiver(post_delete, sender=ContentVersion)
def sweep_its_package(instance: ContentVersion, **more: Any) -> None:
    transaction.on_commit(lambda: _let_go(instance.package))


def _let_go(key: str) -> None:
    """Libraries that lie in the package stay, in one of their own; the content's words and files do not."""
    sweep({key})
    unburden(key)


@receiver(post_delete, sender=ContentDraft)
def sweep_its_files(instance: ContentDraft, **more: Any) -> None:
    transaction.on_commit(lambda: sweep(set(instance.files.values())))
