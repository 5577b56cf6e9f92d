"""Which page came from which content file, so that a page edited since is never written over."""

from django.db import models


class LoadedFile(models.Model):
    """One content file as it was last loaded.

    `revisions` are the ids of the two revisions the loader saved: a page whose latest revision is another was edited by
    somebody, and is theirs from then on.
    """

    path = models.CharField(max_length=200, unique=True)
    digest = models.CharField(max_length=64)
    translation_key = models.UUIDField()
    revisions = models.JSONField(default=dict)
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.path
