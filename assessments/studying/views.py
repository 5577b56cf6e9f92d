"""The pages of what answers say: which papers there are, one paper's figures, and the same as a sheet."""

from __future__ import annotations

import csv

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from assessments.exchange.sheets import MARK, shown
from assessments.models import Paper
from assessments.statistics import DEFAULT_THRESHOLDS
from assessments.studying import plots, selectors, words
from people.permissions import may_facilitate


def check_right(request: HttpRequest) -> None:
    if not may_facilitate(request.user):
        raise PermissionDenied(
            _("These pages are for trainers. They show what answers say of questions, and no names.")
        )


@require_GET
@login_required
def index(request: HttpRequest) -> HttpResponse:
    check_right(request)
    people = selectors.people_by_paper()
    papers = [(paper, people.get(paper.key, 0)) for paper in selectors.papers_to_study()]
    return render(request, "assessments/studying/index.html", {"papers": papers})


@require_GET
@login_required
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    check_right(request)
    study = selectors.study_of(get_object_or_404(Paper, slug=slug, current=True))
    figures = study.figures
    context = {
        "study": study,
        "figures": figures,
        "headline": words.headline(study),
        "rows": words.rows(study),
        "bars": plots.bars(figures),
        "square": plots.square(figures.calibration),
        "languages": [(words.language_name(each), each) for each in figures.languages],
        "sectors": [(words.sector_name(each.group), each) for each in figures.sectors],
        "limits": DEFAULT_THRESHOLDS,
        "most": selectors.MOST_PEOPLE,
    }
    return render(request, "assessments/studying/paper.html", context)


@require_GET
@login_required
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    check_right(request)
    study = selectors.study_of(get_object_or_404(Paper, slug=slug, current=True))
    name = f"diogel-{study.paper.slug}-questions.csv"
    response = HttpResponse(
        MARK,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"},
    )
    writer = csv.writer(response)
    for row in words.csv_rows(study):
        writer.writerow([shown(each) if isinstance(each, str) and not _is_number(each) else each for each in row])
    return response


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
