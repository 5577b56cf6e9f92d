"""What the store keeps for other systems without looking into it: documents, and the files beside statements."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """A State, Agent Profile or Activity Profile document.

    `place` stands for all that it is known by; `scope` for its kind, activity and agent, of which there may be many.
    """

    class Kind(models.TextChoices):
        STATE = "state", _("state of an activity")
        AGENT = "agent", _("profile of an agent")
        ACTIVITY = "activity", _("profile of an activity")

    place = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=10, choices=Kind)
    scope = models.UUIDField()
    registration = models.UUIDField(null=True, blank=True)
    agent = models.UUIDField(null=True, blank=True, db_index=True)  # whose it is, as a key: erasure finds it by this
    name = models.CharField(max_length=1000)
    content = models.BinaryField()
    content_type = models.CharField(max_length=200)
    tag = models.CharField(max_length=40)
    updated = models.DateTimeField()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        indexes = [models.Index("scope", "updated", name="document_scope")]

    def __str__(self) -> str:
        return self.name


class File(models.Model):
    """A file that came beside a statement, known by its sum; the statement says what it is."""

    sha2 = models.CharField(max_length=128, primary_key=True)
    content = models.BinaryField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("file beside a statement")
        verbose_name_plural = _("files beside statements")

    def __str__(self) -> str:
        return self.sha2
