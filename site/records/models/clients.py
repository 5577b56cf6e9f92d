"""Who may speak with the record store from outside: credentials, each for one system, each with what it may do."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.models.learned import Authority


class Credential(models.Model):
    """A key and a secret, of which only a digest is kept. What its client says, it says as `authority`."""

    name = models.CharField(_("name"), max_length=120, help_text=_("The system that will use it"))
    key = models.CharField(_("key"), max_length=40, unique=True, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    scopes = models.JSONField(_("what it may do"), default=list)
    authority = models.OneToOneField(Authority, models.PROTECT, related_name="credential", editable=False)
    made = models.DateTimeField(_("made"), auto_now_add=True)
    used = models.DateTimeField(_("last used"), null=True, blank=True, editable=False)
    revoked = models.DateTimeField(_("revoked"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")
        ordering = ["revoked", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def allows(self) -> str:
        return ", ".join(self.scopes)
