"""A board's pages. Each asks `people.permissions` first; another region's figures are not open, and the page says so kindly."""

import csv
from collections.abc import Callable, Iterable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from boards import sentences, sureness, tables
from boards.actions import write_local_practice, write_local_rules
from boards.forms import LocalPracticeForm
from boards.models import LocalPractice
from boards.practice import clocks_shown, consensus_shown, practice_of, quorum_shown
from boards.reports import region_report, threshold_of
from boards.rules import LocalRulesForm
from courses.status import AT_A_GLANCE
from people.actions import NotPossible
from people.asking import person_of
from people.models import Region
from people.permissions import may_see_region, regions_of
from people.selectors import regions_served_by
from simulations.engine.practice import NATIONAL
from simulations.engine.scenario.vocabulary import Meeting


def for_its_officers(page: Callable[[HttpRequest, Region], HttpResponse]) -> Callable[[HttpRequest, str], HttpResponse]:
    """A page about a region, by its code in the address, opened to who may see the region's figures and kindly closed to others."""

    @wraps(page)
    @login_required
    def opened(request: HttpRequest, code: str) -> HttpResponse:
        place = get_object_or_404(Region, code__iexact=code)
        return page(request, place) if may_see_region(request.user, place) else closed(request, place)

    return opened


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Goes to the officer's region, or lists their regions."""
    regions = list(regions_of(request.user))
    if len(regions) == 1:
        return redirect("boards:region", code=regions[0].code)
    if not regions:
        return closed(request, None)
    return render(request, "boards/index.html", {"regions": regions})


@for_its_officers
def region(request: HttpRequest, place: Region) -> HttpResponse:
    """The first screen of a board: the answer, three figures, where."""
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


@for_its_officers
def region_csv(request: HttpRequest, place: Region) -> HttpResponse:
    """The same figures as the page, hidden the same way, for a spreadsheet."""
    report = region_report(place, timezone.localdate())
    return sheet(f"diogel-{place.code.lower()}-{report.day.isoformat()}.csv", tables.csv_lines(report))


def sheet(name: str, lines: Iterable[list[str]]) -> HttpResponse:
    response = HttpResponse(
        "\ufeff",  # tells a spreadsheet that this is UTF-8: without it ŵ and ŷ are lost
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"},
    )
    csv.writer(response).writerows(lines)
    return response


@for_its_officers
def sureness_of_people(request: HttpRequest, place: Region) -> HttpResponse:
    """How sure people say they are of what courses and conferences are for."""
    day = timezone.localdate()
    context = {
        "region": place,
        "day": day,
        "found": sureness.how_sure(place, day),
        "bands": sureness.BANDS.values(),
        "threshold": threshold_of(place),
    }
    return render(request, "boards/sureness.html", context)


@for_its_officers
def sureness_csv(request: HttpRequest, place: Region) -> HttpResponse:
    """The same, for a spreadsheet."""
    day = timezone.localdate()
    lines = sureness.csv_lines(place, day, sureness.how_sure(place, day))
    return sheet(f"diogel-{place.code.lower()}-how-sure-{day.isoformat()}.csv", lines)


@login_required
def here(request: HttpRequest) -> HttpResponse:
    """“How we do it here” of the reader's own region, or a choice of regions."""
    own = regions_served_by(person_of(request)) or list(regions_of(request.user))
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


@for_its_officers
def edit_local_practice(request: HttpRequest, place: Region) -> HttpResponse:
    """Where a board officer writes it, in both languages."""
    practice = LocalPractice.objects.filter(region=place).first()
    initial = {"seen": practice.edited.isoformat() if practice else ""}
    form = LocalPracticeForm(request.POST or None, instance=practice or LocalPractice(region=place), initial=initial)
    if form.is_valid() and _saved(request, form, place):
        messages.success(request, _("Saved. People of your region read it now."))
        return HttpResponseRedirect(reverse("boards:local-practice", args=[place.code]))
    context = {"form": form, "region": place}
    return render(request, "boards/edit_local_practice.html", context, status=422 if form.is_bound else 200)


@for_its_officers
def edit_local_rules(request: HttpRequest, place: Region) -> HttpResponse:
    """Where a board officer puts the board's own rules in the place of the defaults."""
    form = LocalRulesForm(request.POST or None, region=place)
    if form.is_valid() and _rules_saved(request, form, place):
        messages.success(request, _("Saved. Conferences planned from now on are held on these rules."))
        return HttpResponseRedirect(reverse("boards:local-practice", args=[place.code]))
    context = {"form": form, "region": place}
    return render(request, "boards/edit_local_rules.html", context, status=422 if form.is_bound else 200)


def _rules_saved(request: HttpRequest, form: LocalRulesForm, place: Region) -> bool:
    try:
        write_local_rules(person_of(request), place, form.rules, seen=form.seen_at)
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
        write_local_practice(person_of(request), place, form.texts, seen=form.seen_at)
    except NotPossible as why:
        form.add_error(None, str(why))
        return False
    return True
