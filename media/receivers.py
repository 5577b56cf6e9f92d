"""When a content is deleted, its package goes after it, unless libraries lie in it that are needed."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from media.libraries import sweep
from media.models import ContentVersion


@receiver(post_delete, sender=ContentVersion)
def sweep_its_package(instance: ContentVersion, **more: Any) -> None:
    transaction.on_commit(lambda: sweep({instance.package}))
