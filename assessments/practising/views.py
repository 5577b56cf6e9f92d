"""The pages of practice: what is due, one question with its answer explained at once, and stopping at any time."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from fsrs import Rating

from assessments.marking import mark
from assessments.pages import MarkedAnswer, QuestionPage
from assessments.practising import actions, selectors
from assessments.practising.asking import page_of
from assessments.practising.models import Card
from assessments.reminding.models import Reminding
from assessments.selectors import is_answered
from people.asking import person_of

HOW_IT_WENT = {"not-yet": Rating.Again, "with-effort": Rating.Hard, "well": Rating.Good}
"""What somebody says of an answer that no rule can mark."""


@require_GET
@login_required
def today(request: HttpRequest) -> HttpResponse:
    person, day = person_of(request), timezone.localdate()
    context = {
        "waiting": selectors.waiting(person, day),
        "first": selectors.due(person, day).first(),
        "reminded": Reminding.objects.filter(person=person).exists(),
    }
    return render(request, "assessments/practising/today.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def ask(request: HttpRequest, card: int) -> HttpResponse:
    """A question; posted whole, what was right and why."""
    mine = my_card(request, card)
    page = page_of(mine, request.POST if request.method == "POST" else None)
    if request.method == "POST" and is_answered(page.answer):
        return explain(request, mine, page)
    context = {"card": mine, "page": page}
    return render(request, "assessments/practising/question.html", context, status=422 if page.errors else 200)


def explain(request: HttpRequest, card: Card, page: QuestionPage) -> HttpResponse:
    """What a rule can mark is told to the schedule at once; of the rest the learner says how it went."""
    row = MarkedAnswer(page.answer, mark(page.question, page.answer.given))
    by_themselves = row.mark.awaits_person or not row.mark.counts
    told = card if by_themselves else actions.tell(card, actions.rating_of(row.mark))
    context = {"card": told, "row": row, "by_themselves": by_themselves, "next": next_card(request, card)}
    return render(request, "assessments/practising/explained.html", context)


@require_POST
@login_required
def say(request: HttpRequest, card: int) -> HttpResponse:
    """How an answer went, in the learner's own words for it."""
    mine = my_card(request, card)
    how = HOW_IT_WENT.get(request.POST.get("how", ""))
    if how:
        actions.tell(mine, how)
    else:
        messages.warning(request, _("Choose how it went, then go on."))
        return redirect("assessments:practising:ask", mine.pk)
    following = next_card(request, mine)
    return (
        redirect("assessments:practising:ask", following.pk) if following else redirect("assessments:practising:today")
    )


@require_POST
@login_required
def put_away(request: HttpRequest, card: int) -> HttpResponse:
    actions.put_away(my_card(request, card))
    messages.success(request, _("This question is not asked any more."))
    return redirect("assessments:practising:today")


def my_card(request: HttpRequest, card: int) -> Card:
    return get_object_or_404(selectors.practised(person_of(request)), pk=card)


def next_card(request: HttpRequest, card: Card) -> Card | None:
    return selectors.due(person_of(request), timezone.localdate()).exclude(pk=card.pk).first()
