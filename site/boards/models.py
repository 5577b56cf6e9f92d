"""What a safeguarding board decides for itself: its threshold for small counts, and how things are done in its region."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.models import Region

LONGEST_TEXT = 20_000


class Board(models.Model):
    """A region's safeguarding board and its choices. `threshold`: counts of people below it are hidden."""

    region = models.OneToOneField(Region, models.CASCADE, primary_key=True, related_name="board")
    threshold = models.PositiveSmallIntegerField(
        _("hide counts of people below"), default=10, validators=[MinValueValidator(5), MaxValueValidator(100)]
    )

    class Meta:
        verbose_name = _("board")
        verbose_name_plural = _("boards")
        constraints = [
            models.CheckConstraint(condition=models.Q(threshold__gte=5), name="board_threshold_never_below_5")
        ]

    def __str__(self) -> str:
        return str(self.region)


class LocalPractice(models.Model):
    """“How we do it here”: a board's own words on local standards and escalation, in both languages side by side.

    An empty pair of texts is what the board has not written; the page says so and puts nothing in its place.
    """

    region = models.OneToOneField(Region, models.CASCADE, primary_key=True, related_name="local_practice")
    standards_en = models.TextField(_("local standards, in English"), blank=True, max_length=LONGEST_TEXT)
    standards_cy = models.TextField(_("local standards, in Welsh"), blank=True, max_length=LONGEST_TEXT)
    escalation_en = models.TextField(_("escalation, in English"), blank=True, max_length=LONGEST_TEXT)
    escalation_cy = models.TextField(_("escalation, in Welsh"), blank=True, max_length=LONGEST_TEXT)
    edited = models.DateTimeField(_("edited"), auto_now=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("local practice")
        verbose_name_plural = _("local practice")

    def __str__(self) -> str:
        return str(self.region)

    @property
    def standards(self) -> str:
        return self.standards_cy if get_language() == "cy" else self.standards_en

    @property
    def escalation(self) -> str:
        return self.escalation_cy if get_language() == "cy" else self.escalation_en
