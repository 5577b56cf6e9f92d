"""The editors' pages of questions: the list with its search, one question, its history, and how a learner will see it."""

from __future__ import annotations

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from assessments.asking import fields_of
from assessments.editing import actions
from assessments.editing.comparing import history
from assessments.editing.forms import ROW, TYPES, QuestionForm
from assessments.editing.words import KIND_NAMES
from assessments.explaining import blocks_of
from assessments.models import Bank, BankQuestion, QuestionVersion
from assessments.pages import heading_of, letters_of, parts_of
from assessments.questions import nothing_given
from assessments.questions.texts import readable
from people.asking import person_of

EDITS = "assessments.change_bankquestion"
A_PAGE = 50


@require_GET
@permission_required(EDITS)
def questions(request: HttpRequest) -> HttpResponse:
    found = Paginator(searched(request), A_PAGE).get_page(request.GET.get("p"))
    kinds = [(kind, name, kind == request.GET.get("kind")) for kind, name in KIND_NAMES.items()]
    banks = [(bank, bank.slug == request.GET.get("bank")) for bank in Bank.objects.all()]
    context = {"found": found, "kinds": kinds, "banks": banks, "asked": request.GET}
    return render(request, "assessments/editing/questions.html", context)


def searched(request: HttpRequest) -> QuerySet[BankQuestion]:
    """By bank, outcome, kind and any words in it, in either language."""
    found = BankQuestion.objects.exclude(current=None).select_related("current", "bank")
    found = found.filter(archived="archived" in request.GET)
    for name, column in (("bank", "bank__slug"), ("kind", "current__kind"), ("outcome", "current__outcome")):
        if value := readable(request.GET.get(name, ""))[:100]:
            found = found.filter(**{column: value})
    if words := readable(request.GET.get("words", ""))[:200].strip():
        found = found.filter(current__words__icontains=words)
    return found


@require_http_methods(["GET", "POST"])
@permission_required(EDITS)
def add(request: HttpRequest, bank: str, kind: str) -> HttpResponse:
    if kind not in TYPES:
        raise Http404
    return write(request, get_object_or_404(Bank, slug=bank, from_file=False), kind, None)


@require_http_methods(["GET", "POST"])
@permission_required(EDITS)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    question = get_object_or_404(BankQuestion.objects.select_related("bank", "current"), pk=pk)
    if question.current is None:
        raise Http404
    return write(request, question.bank, question.current.kind, question)


def write(request: HttpRequest, bank: Bank, kind: str, question: BankQuestion | None) -> HttpResponse:
    """The form; posted, what was typed stands there again until it can be kept."""
    do = request.POST.get("do", "")
    adds_row = do.removeprefix(ROW) if do.startswith(ROW) else ""
    form = QuestionForm(bank, kind, question, request.POST.dict() if request.method == "POST" else None, adds_row)
    if do == "keep" and not bank.from_file:
        asked = form.judged[0]
        if asked is not None:
            welsh = form.welsh if form.welsh in QuestionVersion.Welsh.values else QuestionVersion.Welsh.AWAITING
            kept = actions.write(bank, question, asked, form.outcome, welsh, person_of(request))
            messages.success(request, _("Kept as version %(number)s.") % {"number": kept.number})
            return redirect("assessments-question", kept.question_id)
        messages.error(request, _("Not kept yet. What is wrong stands at the fields; nothing that you wrote is lost."))
    context = {"form": form, "bank": bank, "question": question, "kind": KIND_NAMES[kind], "kind_slug": kind}
    return render(
        request, "assessments/editing/question.html", context, status=422 if form.problems and do == "keep" else 200
    )


@require_GET
@permission_required(EDITS)
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    question = get_object_or_404(BankQuestion.objects.select_related("bank"), pk=pk)
    return render(request, "assessments/editing/history.html", {"question": question, "history": history(question)})


@require_GET
@permission_required(EDITS)
def preview(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """As a learner sees it, in one language, with what is explained afterwards."""
    version = get_object_or_404(QuestionVersion.objects.select_related("question"), pk=pk)
    asked = version.asked
    with override(language):
        context = {
            "version": version,
            "page": {"parts": parts_of(asked), "heading": heading_of(asked), "lettered": letters_of(asked, 0)},
            "fields": fields_of(asked, nothing_given(asked), 0),
            "blocks": blocks_of(asked, nothing_given(asked)),
            "other": "en" if language == "cy" else "cy",
        }
        return render(request, "assessments/editing/preview.html", context)


@require_POST
@permission_required(EDITS)
def put_away(request: HttpRequest, pk: int) -> HttpResponse:
    question = get_object_or_404(BankQuestion, pk=pk, bank__from_file=False)
    actions.archive(question, archived=not question.archived)
    return redirect("assessments-question", pk)
