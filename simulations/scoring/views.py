"""Scoring the group: apart while the conference runs, and what was agreed on once it is talked over."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.asking import person_of
from simulations.actions import FACILITATOR, carry_out
from simulations.engine.actors import Facilitator, Observer
from simulations.engine.commands import Observe, Score
from simulations.engine.scenario.values import CriterionId
from simulations.models import Conference, Participant
from simulations.proceedings import Proceedings
from simulations.scoring.forms import ScoreForm
from simulations.scoring.sheets import agree_on, agreed_of, how_far_they_agree, lines
from simulations.selectors import participant_in, proceedings_of
from simulations.views import conference_for

ON = ("running", "paused")


@login_required
@require_http_methods(["GET", "POST"])
def score(request: HttpRequest, pk: int) -> HttpResponse:
    conference = conference_for(request, pk)
    scorer = scorer_of(request, conference)
    proceedings = proceedings_of(conference)
    state, rubric = proceedings.state, proceedings.scenario.debrief.rubric
    sheet = lines(rubric, state, scorer, agreed_of(conference))
    runs, closed = scorer == FACILITATOR, state.status == "closed"
    together = closed and runs
    form = ScoreForm(sheet, request.POST or None, together=together) if state.status in ON or together else None
    if form and form.is_valid():
        if together:
            agree_on(conference, form.levels())
            messages.success(request, _("What you agreed on is kept."))
        else:
            keep(request, conference, proceedings, scorer, form.levels())
        return redirect("simulations:score", conference.pk)
    context = {"conference": conference, "lines": sheet, "form": form, "together": together, "closed": closed}
    context["differing"] = sum(line.differs for line in sheet)
    context["agreement"] = how_far_they_agree(state) if closed or runs else None
    return render(request, "simulations/scoring.html", context, status=422 if form and form.errors else 200)


def scorer_of(request: HttpRequest, conference: Conference) -> str:
    """The name under which the reader scores: those who run it as one, each who watches by their reference."""
    person = person_of(request)
    if conference.is_run_by(person):
        return FACILITATOR
    listed = participant_in(conference, person)
    if listed is None or listed.role != Participant.Role.OBSERVER:
        raise PermissionDenied
    return listed.reference


def keep(
    request: HttpRequest, conference: Conference, proceedings: Proceedings, scorer: str, levels: dict[str, int]
) -> None:
    """By the engine, as from the room; whoever watches comes in first, if they have not."""
    by = Facilitator() if scorer == FACILITATOR else Observer(scorer)
    try:
        if isinstance(by, Observer) and scorer not in proceedings.state.observers:
            carry_out(conference, scorer, Observe(by=by))
        for criterion, level in levels.items():
            carry_out(conference, scorer, Score(by=by, criterion=CriterionId(criterion), level=level))
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Your scores are kept. You can change them while the conference runs."))
