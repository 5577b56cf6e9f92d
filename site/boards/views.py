"""A board's pages. Each asks `people.permissions` first; another region's figures are not open, and the page says so kindly."""

import csv

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from boards import sentences, tables
from boards.actions import write_local_practice, write_local_rules
from boards.forms import LocalPracticeForm
from boards.models import LocalPractice
from boards.practice import clocks_shown, consensus_shown, practice_of, quorum_shown
from boards.reports import region_report
from boards.rules import LocalRulesForm
from courses.status import AT_A_GLANCE
from people.actions import NotPossible
from people.models import Region, User
from people.permissions import may_see_region, regions_of
from people.selectors import regions_served_by
from simulations.engine.practice import NATIONAL
from simulations.engine.scenario.vocabulary import Meeting


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Goes to the officer's region, or lists their regions."""
    regions = list(regions_of(request.user))
    if len(regions) == 1:
        return redirect("boards:region", code=regions[0].code)
    if not regions:
        return closed(request, None)
    return render(request, "boards/index.html", {"regions": regions})


@login_required
def region(request: HttpRequest, code: str) -> HttpResponse:
    """The first screen of a board: the answer, three figures, where."""
    place = get_object_or_404(Region, code__iexact=code)
    if not may_see_region(request.user, place):
        return closed(request, place)
    report = region_report(place, timezone.localdate())
    context = {
        "report": report,
        "region": place,
        "answer": sentences.answer(report),
        "where": sentences.where(report),
        "rows": tables.heat_rows(report),
        "totals": tables.heat_totals(report),
        "spare": tables.spare_groups(report),
        "hours": tables.hours_rows(report),
        "source": AT_A_GLANCE,
    }
    return render(request, "boards/region.html", context)


@login_required
def region_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The same figures as the page, hidden the same way, for a spreadsheet."""
    place = get_object_or_404(Region, code__iexact=code)
    if not may_see_region(request.user, place):
        return closed(request, place)
    report = region_report(place, timezone.localdate())
    name = f"diogel-{place.code.lower()}-{report.day.isoformat()}.csv"
    response = HttpResponse(
        "\ufeff",  # tells a spreadsheet that this is UTF-8: without it ŵ and ŷ are lost
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"},
    )
    csv.writer(response).writerows(tables.csv_lines(report))
    return response


@login_required
def here(request: HttpRequest) -> HttpResponse:
    """“How we do it here” of the reader's own region, or a choice of regions."""
    own = regions_served_by(_person(request)) or list(regions_of(request.user))
    if len(own) == 1:
        return redirect("boards:local-practice", code=own[0].code)
    return render(request, "boards/here.html", {"regions": own or Region.objects.all()})


@login_required
def local_practice(request: HttpRequest, code: str) -> HttpResponse:
    """What a region's board says about how things are done there. Anybody who is signed in may read it."""
    place = get_object_or_404(Region, code__iexact=code)
    practice = LocalPractice.objects.filter(region=place).first() or LocalPractice(region=place)
    rules = practice_of(place, NATIONAL)
    context = {
        "region": place,
        "practice": practice,
        "clocks": clocks_shown(rules),
        "quorum": quorum_shown(rules),
        "initial": consensus_shown(rules, Meeting.INITIAL),
        "review": consensus_shown(rules, Meeting.REVIEW),
        "may_edit": may_see_region(request.user, place),
    }
    return render(request, "boards/local_practice.html", context)


@login_required
def edit_local_practice(request: HttpRequest, code: str) -> HttpResponse:
    """Where a board officer writes it, in both languages."""
    place = get_object_or_404(Region, code__iexact=code)
    if not may_see_region(request.user, place):
        return closed(request, place)
    practice = LocalPractice.objects.filter(region=place).first()
    initial = {"seen": practice.edited.isoformat() if practice else ""}
    form = LocalPracticeForm(request.POST or None, instance=practice or LocalPractice(region=place), initial=initial)
    if form.is_valid() and _saved(request, form, place):
        messages.success(request, _("Saved. People of your region read it now."))
        return HttpResponseRedirect(reverse("boards:local-practice", args=[place.code]))
    context = {"form": form, "region": place}
    return render(request, "boards/edit_local_practice.html", context, status=422 if form.is_bound else 200)


@login_required
def edit_local_rules(request: HttpRequest, code: str) -> HttpResponse:
    """Where a board officer puts the board's own rules in the place of the defaults."""
    place = get_object_or_404(Region, code__iexact=code)
    if not may_see_region(request.user, place):
        return closed(request, place)
    form = LocalRulesForm(request.POST or None, region=place)
    if form.is_valid() and _rules_saved(request, form, place):
        messages.success(request, _("Saved. Conferences planned from now on are held on these rules."))
        return HttpResponseRedirect(reverse("boards:local-practice", args=[place.code]))
    context = {"form": form, "region": place}
    return render(request, "boards/edit_local_rules.html", context, status=422 if form.is_bound else 200)


def _rules_saved(request: HttpRequest, form: LocalRulesForm, place: Region) -> bool:
    try:
        write_local_rules(_person(request), place, form.rules, seen=form.seen_at)
    except NotPossible as why:
        form.add_error(None, str(why))
        return False
    return True


def closed(request: HttpRequest, place: Region | None) -> HttpResponse:
    """Says who may see a board's page, and where this reader may go instead."""
    context = {"region": place, "regions": regions_of(request.user)}
    return render(request, "boards/closed.html", context, status=403)


def _saved(request: HttpRequest, form: LocalPracticeForm, place: Region) -> bool:
    try:
        write_local_practice(_person(request), place, form.texts, seen=form.seen_at)
    except NotPossible as why:
        form.add_error(None, str(why))
        return False
    return True


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - login_required saw to it; this tells the type checker
    return request.user
