"""Who people are, where they work, and what they may look at.

A `User` signs in by work e-mail. A `Membership` is one post of theirs: at an agency, serving one region, in one of the
framework's training groups, from a day to a day. A person may hold several posts; the highest group counts. Regions and
agencies carry both their names; `.name` is the reader's.

Nothing here says more about a person than training needs: no birthday, no address, no personal history
(docs/record-of-processing.md). Who may look at whom stands in permissions.py, not here.
"""

from __future__ import annotations

import datetime
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Q, Value
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

EDITOR = "editor"


class Language(models.TextChoices):
    """A language a person reads or writes in. Each is named in itself, so neither label is translated."""

    CY = "cy", "Cymraeg"
    EN = "en", "English"


class SpokenLanguage(models.TextChoices):
    """What a person would like to speak in a live session; the trainer books an interpreter by it."""

    CY = "cy", "Cymraeg"
    EN = "en", "English"
    BOTH = "both", "Cymraeg a Saesneg / Welsh and English"


class TrainingGroup(models.TextChoices):
    """The six groups of the national framework; the employer gives one to each role (docs/boards.md, sources)."""

    A = "A", _("Group A")
    B = "B", _("Group B")
    C = "C", _("Group C")
    D = "D", _("Group D")
    E = "E", _("Group E")
    F = "F", _("Group F")


class Sector(models.TextChoices):
    """What kind of body an agency is."""

    LOCAL_AUTHORITY = "local-authority", _("Local authorities")
    SCHOOL = "school", _("Schools")
    POLICE = "police", _("Police")
    HEALTH = "health", _("Health")
    GENERAL_PRACTICE = "general-practice", _("GP practices")
    PROBATION = "probation", _("Probation")
    YOUTH_JUSTICE = "youth-justice", _("Youth justice")
    HOUSING = "housing", _("Housing")
    THIRD_SECTOR = "third-sector", _("Third sector")
    INDEPENDENT = "independent", _("Independent providers")


class Users(BaseUserManager["User"]):
    """Makes users by their e-mail address, which is how they sign in."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, by work e-mail. An empty language means: not asked yet."""

    email = models.EmailField(_("work e-mail"), unique=True)
    first_name = models.CharField(_("first name"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    reading_language = models.CharField(_("language to read"), max_length=2, choices=Language, blank=True)
    writing_language = models.CharField(_("language to be written to in"), max_length=2, choices=Language, blank=True)
    speaking_language = models.CharField(_("language to speak"), max_length=4, choices=SpokenLanguage, blank=True)
    wants_follow_up = models.BooleanField(_("is written to two weeks after a conference"), default=True)
    invented = models.BooleanField(_("invented for a demonstration"), default=False)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def get_full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self) -> str:
        return self.first_name or self.email

    @cached_property
    def kinds_of_right(self) -> frozenset[str]:
        """Asked once a request, for what stands on every page; a page that something hangs on asks permissions.py.

        Being in a group that may enter the editors' site is told with them, as EDITOR.
        """
        rights = self.rights.order_by().values_list("kind")
        editing = self.groups.filter(permissions__codename="access_admin").order_by()
        told = rights.union(editing.values_list(Value(EDITOR, models.CharField())))
        return frozenset(kind for (kind,) in told)

    def has(self, kind: str) -> bool:
        return kind in self.kinds_of_right

    @property
    def edits_pages(self) -> bool:
        return self.is_superuser or self.has(EDITOR)

    @property
    def was_asked_languages(self) -> bool:
        return bool(self.reading_language and self.writing_language and self.speaking_language)


class Named(models.Model):
    """A body with a name in each language, of equal rank; `name` is the one in the reader's language."""

    name_en = models.CharField(_("name in English"), max_length=150)
    name_cy = models.CharField(_("name in Welsh"), max_length=150)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.name_cy if get_language() == "cy" else self.name_en


class Region(Named):
    """The area of one Regional Safeguarding Board."""

    code = models.SlugField(max_length=8, unique=True)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["code"]


class Agency(Named):
    """A body that works with children: an authority, a health board, a force, a school. A school's parent is its authority."""

    code = models.SlugField(max_length=60, unique=True)
    sector = models.CharField(_("sector"), max_length=20, choices=Sector)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    regions = models.ManyToManyField(Region, through="Partnership", related_name="agencies")
    invented = models.BooleanField(_("invented for a demonstration"), default=False)

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["code"]


class Partnership(models.Model):
    """An agency's part in one region. A force may work in three regions, and two health boards in one.

    `expected`: the board counts on it to supply its people. `people_in_scope` is how many people there are to supply, as
    the agency itself says (null: it has not said).
    """

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="partnerships")
    region = models.ForeignKey(Region, models.PROTECT, related_name="partnerships")
    expected = models.BooleanField(_("expected to supply its people"), default=True)
    people_in_scope = models.PositiveIntegerField(_("people in scope, as the agency says"), null=True, blank=True)

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        constraints = [models.UniqueConstraint("agency", "region", name="agency_once_in_a_region")]

    def __str__(self) -> str:
        return f"{self.agency}, {self.region}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def on(self, day: datetime.date) -> Self:
        """Posts held on a day, by people who have not left."""
        return self.filter(Q(ends=None) | Q(ends__gte=day), starts__lte=day, person__is_active=True)

    def current(self) -> Self:
        return self.on(timezone.localdate())


class Membership(models.Model):
    """One post of a person: at an agency, for one region, in one training group, from a day to a day (both included)."""

    person = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="memberships")
    region = models.ForeignKey(Region, models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=120)
    group = models.CharField(_("training group"), max_length=1, choices=TrainingGroup)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("to"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["-starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("starts")),
                name="post_ends_after_it_starts",
                violation_error_message=_("The post ends before it starts. Check the two dates."),
            ),
            models.CheckConstraint(condition=Q(group__in=TrainingGroup.values), name="post_group_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.agency}"


class Right(models.Model):
    """Something a person may do beyond their own learning, given by the platform's staff.

    A board officer sees one region's figures, never names. A trainer plans and runs live conferences. A marker reads
    written work and appeals, without the names of those who wrote.
    """

    class Kind(models.TextChoices):
        BOARD_OFFICER = "board-officer", _("Board officer: sees the figures of a region")
        TRAINER = "trainer", _("Trainer: plans and runs live conferences")
        MARKER = "marker", _("Marker: marks written work and decides appeals, without names")

    person = models.ForeignKey(User, models.CASCADE, related_name="rights")
    kind = models.CharField(_("right"), max_length=20, choices=Kind)
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="rights")
    given = models.DateField(_("given on"), default=timezone.localdate)

    class Meta:
        verbose_name = _("right")
        verbose_name_plural = _("rights")
        constraints = [
            models.UniqueConstraint("person", "kind", "region", name="right_given_once_in_a_region"),
            models.UniqueConstraint("person", "kind", condition=Q(region=None), name="right_given_once"),
            models.CheckConstraint(
                condition=~Q(kind="board-officer") | Q(region__isnull=False),
                name="board_officer_has_a_region",
                violation_error_message=_("A board officer needs a region."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}"
