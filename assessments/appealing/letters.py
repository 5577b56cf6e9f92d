"""The letter that says an appeal is decided. What was decided stands on the learner's own page, not in an e-mail."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from assessments.models import Appeal
from people.letters import language_of


def send(decided: Appeal) -> None:
    """Have it posted once the decision is stored."""
    transaction.on_commit(lambda: post.enqueue(decided.pk))


@task()
def post(appeal: int) -> None:
    """Nothing where the learner is gone."""
    decided = (
        Appeal.objects.select_related("answer__attempt__person", "answer__attempt__paper").filter(pk=appeal).first()
    )
    if decided and decided.answer.attempt.person.is_active:
        letter(decided).send()


def letter(decided: Appeal) -> EmailMessage:
    attempt = decided.answer.attempt
    with translation.override(language_of(attempt.person)):
        address = settings.BASE_URL + reverse("assessments:result", args=[attempt.pk])
        title = attempt.paper.title.in_language(translation.get_language() or "en")
        context = {"person": attempt.person, "title": title, "address": f"{address}#q{decided.answer.position}"}
        return EmailMessage(
            subject=_("Your appeal is decided"),
            body=render_to_string("assessments/appealing/letter.txt", context),
            to=[attempt.person.email],
        )
