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
    """“How we do it here”: a board's own words on whom to tell of a concern, on local standards and escalation, in both languages.

    An empty pair of texts is what the board has not written; the page says so and puts nothing in its place.
    """

    region = models.OneToOneField(Region, models.CASCADE, primary_key=True, related_name="local_practice")
    reporting_en = models.TextField(_("whom to tell of a concern, in English"), blank=True, max_length=LONGEST_TEXT)
    reporting_cy = models.TextField(_("whom to tell of a concern, in Welsh"), blank=True, max_length=LONGEST_TEXT)
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
    def reporting(self) -> str:
        return self.reporting_cy if get_language() == "cy" else self.reporting_en

    @property
    def standards(self) -> str:
        return self.standards_cy if get_language() == "cy" else self.standards_en

    @property
    def escalation(self) -> str:
        return self.escalation_cy if get_language() == "cy" else self.escalation_en


class LocalRules(models.Model):
    """What a board put in the place of the procedures' defaults for conferences; what it left is the default.

    `limits` is by clock `{"number": 5, "unit": "working-days"}`; None or empty elsewhere means the default. A conference keeps
    the rules it was planned on, so a change holds from the next one that is planned.
    """

    region = models.OneToOneField(Region, models.CASCADE, primary_key=True, related_name="local_rules")
    limits = models.JSONField(_("procedural limits"), default=dict, blank=True)
    min_agencies = models.PositiveSmallIntegerField(_("agencies needed for a quorum"), null=True, blank=True)
    required_agencies = models.JSONField(_("agencies that have to be there"), null=True, blank=True)
    chair_may_override = models.BooleanField(_("the chair may go on without a quorum"), null=True, blank=True)
    quorum_en = models.CharField(_("the quorum in words, in English"), max_length=500, blank=True)
    quorum_cy = models.CharField(_("the quorum in words, in Welsh"), max_length=500, blank=True)
    decides_en = models.CharField(_("who decides without consensus, in English"), max_length=200, blank=True)
    decides_cy = models.CharField(_("who decides without consensus, in Welsh"), max_length=200, blank=True)
    edited = models.DateTimeField(_("edited"), auto_now=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("local rules")
        verbose_name_plural = _("local rules")

    def __str__(self) -> str:
        return str(self.region)
