"""The pages: an index (the site's root), courses in it, lessons in a course, and plain pages such as the privacy notice.

Both languages' pages share `translation_key`; records of who is where (progress.py) keep that key, never a page's id.
"""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from courses.blocks import WORDS, LessonBlocks, OutcomeBlock, PlainBlocks, SourceBlock
from courses.models.bilingual import BilingualPage, stream_blocks

GROUPS = [(letter, letter) for letter in "ABCDEF"]


class CourseIndex(BilingualPage):
    """The site's root: what a visitor who is not signed in reads, and the place courses stand in."""

    lead = models.TextField(_("first words"), max_length=500, blank=True)
    text = RichTextField(_("text"), features=WORDS, blank=True, max_length=3_000)

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("text")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["courses.Course", "courses.PlainPage"]
    max_count_per_parent = 2  # one in each language

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from courses.views import front

        return front(request, self)


class Course(BilingualPage):
    """A course: what it is for, how long it takes, what it counts for and what it does not, and its lessons in order."""

    lead = models.TextField(_("what it is about"), max_length=500)
    why = RichTextField(_("why it matters"), features=WORDS, blank=True, max_length=3_000)
    group = models.CharField(
        _("training group"), max_length=1, choices=GROUPS, blank=True, help_text=_("Empty: for everybody.")
    )
    content_note = models.TextField(
        _("content note"),
        max_length=400,
        help_text=_("What a reader will meet that may be hard, where, and for how long."),
    )
    counts_for = RichTextField(_("what it counts for"), features=WORDS, max_length=2_000)
    counts_not = RichTextField(_("what it does not count for"), features=WORDS, max_length=2_000)
    paper = models.SlugField(
        _("closing assessment"),
        blank=True,
        max_length=100,
        help_text=_("The short name of the paper that closes this course."),
    )
    paper_before = models.SlugField(
        _("paper before the course"),
        blank=True,
        max_length=100,
        help_text=_("The short name of a paper that shows which lessons somebody knows already and may skip."),
    )
    sources = StreamField([("source", SourceBlock())], verbose_name=_("sources"), blank=True, max_num=20)
    outcomes = StreamField(
        [("outcome", OutcomeBlock())],
        verbose_name=_("what somebody can do afterwards"),
        blank=True,
        max_num=8,
        help_text=_("Each begins with “I can”. Learners may say how sure they are of it, before and after."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("why"),
        FieldPanel("outcomes"),
        FieldPanel("content_note"),
        MultiFieldPanel([FieldPanel("counts_for"), FieldPanel("counts_not")], heading=_("What it counts for")),
        MultiFieldPanel(
            [FieldPanel("group"), FieldPanel("paper_before"), FieldPanel("paper")], heading=_("Group and assessment")
        ),
        FieldPanel("sources"),
    ]
    parent_page_types = ["courses.CourseIndex"]
    subpage_types = ["courses.Lesson"]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def blocks(self) -> dict[str, str]:
        return dict([*stream_blocks(self.outcomes), *stream_blocks(self.sources)])

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from courses.views import course

        return course(request, self)


class Lesson(BilingualPage):
    """One idea, in three to seven minutes."""

    lead = models.TextField(_("first sentence"), max_length=400)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("How long it takes, and so what it credits. A default: your board decides."),
    )
    content_note = models.TextField(
        _("content note"), max_length=400, help_text=_("What a reader will meet that may be hard, and for how long.")
    )
    body = StreamField(LessonBlocks(), verbose_name=_("blocks"), max_num=40)

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("minutes"),
        FieldPanel("content_note"),
        FieldPanel("body"),
    ]
    parent_page_types = ["courses.Course"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    @cached_property
    def course(self) -> Course:
        return cast("Course", self.get_parent().specific)

    def blocks(self) -> dict[str, str]:
        return dict(stream_blocks(self.body))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from courses.views import lesson

        return lesson(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        from courses.views import lesson_preview

        request.user = AnonymousUser()

        return lesson_preview(request, self)


class PlainPage(BilingualPage):
    """A page of words: support, privacy, accessibility."""

    lead = models.TextField(_("first sentence"), max_length=400, blank=True)
    body = StreamField(PlainBlocks(), verbose_name=_("blocks"), max_num=60)

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["courses.CourseIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    def blocks(self) -> dict[str, str]:
        return dict(stream_blocks(self.body))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from courses.views import plain

        return plain(request, self)
