"""Who asked to be reminded. There is a row only for those who did."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Reminding(models.Model):
    """Somebody asked to be reminded; `sent_on` is the day of the last letter."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminding")
    asked_on = models.DateField(auto_now_add=True)
    sent_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person_id}"
