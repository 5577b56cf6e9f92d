"""Papers, their questions, and people's attempts at them.

A paper comes from a content file and is never changed once it stands here: a changed file makes a new version, so an
attempt stays bound to the very words it was taken on. A question's texts hold both languages side by side, so a person
may change language in the middle of an attempt.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property

from assessments.texts import Bilingual, PaperTexts, Vignette, as_paper_texts, as_vignette
from assessments.vignettes import Key

LANGUAGES = [("cy", "Cymraeg"), ("en", "English")]


class Paper(models.Model):
    """One version of a paper: `pass_mark` questions right pass it, in at most `tries` attempts; `minutes` is its credit."""

    key = models.UUIDField()
    version = models.PositiveIntegerField()
    slug = models.SlugField(max_length=100)
    texts = models.JSONField()
    pass_mark = models.PositiveSmallIntegerField()
    tries = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    current = models.BooleanField(default=True)
    digest = models.CharField(max_length=64)  # of the file it was loaded from
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_row_each_version"),
            models.UniqueConstraint(fields=["slug"], condition=models.Q(current=True), name="one_current_each_slug"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.version}"

    @cached_property
    def words(self) -> PaperTexts:
        return as_paper_texts(self.texts)

    @property
    def title(self) -> Bilingual:
        return self.words.title


class Question(models.Model):
    """A vignette: a short case, a decision, and the reason for it."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="questions")
    key = models.UUIDField()
    position = models.PositiveSmallIntegerField()  # from 1
    content = models.JSONField()

    class Meta:
        ordering = ["paper", "position"]
        constraints = [models.UniqueConstraint(fields=["paper", "position"], name="one_question_each_position")]

    def __str__(self) -> str:
        return f"{self.paper} · {self.position}"

    @cached_property
    def vignette(self) -> Vignette:
        return as_vignette(self.content)

    def marking_key(self) -> Key:
        return Key(
            str(self.key),
            frozenset(option.id for option in self.vignette.options if option.right),
            frozenset(option.id for option in self.vignette.reasons.options if option.right),
        )


class Attempt(models.Model):
    """A person's attempt at one version of a paper; `right` and `passed` are None until it is handed in."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField()  # of this person's attempts at the paper, from 1, versions together
    begun_at = models.DateTimeField()
    begun_in = models.CharField(max_length=2, choices=LANGUAGES)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_in = models.CharField(max_length=2, choices=LANGUAGES, blank=True)
    right = models.PositiveSmallIntegerField(null=True, blank=True)
    passed = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "paper", "number"], name="one_attempt_each_number"),
            models.UniqueConstraint(
                fields=["person", "paper"], condition=models.Q(finished_at=None), name="one_open_attempt_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.paper} · {self.number}"


class Answer(models.Model):
    """What a person answered at one question; posting it again changes it, and never makes a second."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    decision = models.CharField(max_length=36, blank=True)
    reason = models.CharField(max_length=36, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)  # 0 guessing … 10 sure; never marked
    answered_at = models.DateTimeField()
    answered_in = models.CharField(max_length=2, choices=LANGUAGES)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "question"], name="one_answer_each_question")]

    def __str__(self) -> str:
        return f"{self.attempt} · {self.question.position}"


# Models of this app that stand with what they are for; at the end, since they are about the ones above.
from assessments.appealing.models import Appeal  # noqa: E402, F401
from assessments.moderating.models import MarkingSheet, Ruling  # noqa: E402, F401
from assessments.practising.models import Card  # noqa: E402, F401
from assessments.reminding.models import Reminding  # noqa: E402, F401
