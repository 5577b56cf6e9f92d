"""The page of files: choose one, see what would come in and what would not, then take it in; or give a bank out."""

from __future__ import annotations

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from assessments.exchange import Form, Reading, template
from assessments.exchanging import waiting
from assessments.exchanging.forms import FileForm
from assessments.giving_out import file_name, give_out
from assessments.models import Bank
from assessments.reading import code
from assessments.taking_in import Fate, Plan, plan, take_in
from people.actions import NotPossible
from people.asking import person_of

EDITS = "assessments.change_bankquestion"


@require_http_methods(["GET", "POST"])
@permission_required(EDITS)
def files(request: HttpRequest) -> HttpResponse:
    form = FileForm(request.POST or None, request.FILES or None, initial={"language": code()})
    if request.method == "POST" and form.is_valid():
        return look(request, form.cleaned_data["bank"], form.reading())
    banks = [(bank, [*links(bank)]) for bank in Bank.objects.all()]
    context = {"form": form, "banks": banks}
    return render(request, "assessments/exchanging/files.html", context, status=422 if form.errors else 200)


def look(request: HttpRequest, bank: Bank, reading: Reading) -> HttpResponse:
    """What would come in; kept until the editor says so."""
    found = plan(bank, reading)
    wanted = tuple(each.entry for each in found.planned if each.fate in {Fate.NEW, Fate.CHANGED})
    if wanted and not waiting.keep(request.session, bank.slug, wanted):
        messages.error(request, _("The questions are too many to be looked at together. Split the file."))
        return redirect("assessments-files")
    problems = [(each, each.place.in_language(code()), each.in_language(code())) for each in found.problems]
    context = {"bank": bank, "plan": found, "problems": problems, "coming": len(wanted), **counts(found)}
    return render(request, "assessments/exchanging/look.html", context)


def counts(found: Plan) -> dict[str, int]:
    return {"new": found.count(Fate.NEW), "changed": found.count(Fate.CHANGED), "same": found.count(Fate.SAME)}


@require_POST
@permission_required(EDITS)
def take(request: HttpRequest) -> HttpResponse:
    kept = waiting.take(request.session)
    if kept is None:
        messages.warning(request, _("Nothing waits to be taken in. Choose the file again."))
        return redirect("assessments-files")
    slug, reading = kept
    bank = get_object_or_404(Bank, slug=slug)
    try:
        done = take_in(bank, reading, person_of(request))
    except NotPossible as problem:
        messages.error(request, str(problem))
        return redirect("assessments-files")
    count = done.count(Fate.NEW) + done.count(Fate.CHANGED)
    words = ngettext("%(count)d question was taken in.", "%(count)d questions were taken in.", count)
    messages.success(request, words % {"count": count})
    return redirect(f"{reverse('assessments-questions')}?bank={bank.slug}")


@require_GET
@permission_required(EDITS)
def give(request: HttpRequest, bank: str, form: str, language: str) -> HttpResponse:
    if form not in list(Form) or language not in {"en", "cy"}:
        raise Http404
    found, wanted = get_object_or_404(Bank, slug=bank), Form(form)
    return as_file(file_name(found, wanted, language), give_out(found, wanted, language).raw)


@require_GET
@permission_required(EDITS)
def sheet(request: HttpRequest) -> HttpResponse:
    return as_file("questions.csv", template().encode())


def as_file(name: str, raw: bytes) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(raw, content_type="application/octet-stream", headers=headers)


def links(bank: Bank) -> list[tuple[str, str]]:
    """What a bank can be given out as: the link's words, and its address."""
    found = []
    for form in Form:
        for language in ("en",) if form.has_both_languages else ("en", "cy"):
            words = NAMES[form] if form.has_both_languages else f"{NAMES[form]} ({LANGUAGES[language]})"
            found.append((words, reverse("assessments-files-give", args=[bank.slug, form.value, language])))
    return found


LANGUAGES = {"en": "English", "cy": "Cymraeg"}
NAMES = {
    Form.YAML: "YAML",
    Form.CSV: "CSV",
    Form.GIFT: "GIFT",
    Form.MOODLE: "Moodle XML",
    Form.QTI_21: "QTI 2.1",
    Form.QTI_30: "QTI 3.0",
}
