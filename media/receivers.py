"""When a content or a draft is deleted, its files go after it, unless libraries lie in them that are needed."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from media.libraries import sweep
from media.models import ContentDraft, ContentVersion


@receiver(post_delete, sender=ContentVersion)
def sweep_its_package(instance: ContentVersion, **more: Any) -> None:
    transaction.on_commit(lambda: sweep({instance.package}))


@receiver(post_delete, sender=ContentDraft)
def sweep_its_files(instance: ContentDraft, **more: Any) -> None:
    transaction.on_commit(lambda: sweep(set(instance.files.values())))
