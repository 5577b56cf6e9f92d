"""The pages round a conference: the list, planning, the lobby, and the room's page (whose life comes over the socket)."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.asking import person_of
from people.permissions import may_facilitate
from simulations import actions, lobby, paperfiles, printing, roompage, solo
from simulations.forms import PlanForm
from simulations.models import Conference, Participant
from simulations.selectors import conferences_of, participant_in, run_by


def conference_for(request: HttpRequest, pk: int) -> Conference:
    """The conference, for those who run it or are on its list; others are told so.

    Where anybody may come in, who opens its page is on its list from then on; whoever was taken off it comes back only
    when those who run it let them.
    """
    conference = get_object_or_404(Conference.objects.select_related("version"), pk=pk)
    person = person_of(request)
    if conference.is_run_by(person) or participant_in(conference, person) is not None:
        return conference
    sent_out = conference.participants.filter(person=person).exists()
    if conference.joining != Conference.Joining.ANYBODY or conference.is_over or sent_out:
        raise PermissionDenied
    actions.put_on_list(conference, person)
    return conference


def run_by_reader(request: HttpRequest, pk: int) -> Conference:
    """The conference, for those who run it or help to; for others there is none."""
    conferences = Conference.objects.select_related("version").filter(run_by(person_of(request)))
    return get_object_or_404(conferences.distinct(), pk=pk)


@login_required
def index(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    context = {
        "conferences": conferences_of(person),
        "may_plan": may_facilitate(person),
        "may_rehearse": bool(solo.versions_for_one()),
    }
    return render(request, "simulations/index.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    if not may_facilitate(person):
        raise PermissionDenied
    form = PlanForm(request.POST or None, facilitator=person)
    if request.method == "POST" and form.is_valid():
        return redirect("simulations:lobby", form.plan()[0].pk)
    return render(request, "simulations/plan.html", {"form": form}, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def alone(request: HttpRequest) -> HttpResponse:
    """The scenarios that one learner may rehearse alone, each with its content note before anything else."""
    person, problem = person_of(request), None
    if request.method == "POST":
        version = next((each for each in solo.versions_for_one() if str(each.pk) == request.POST.get("version")), None)
        if version is not None:
            return redirect("simulations:lobby", solo.rehearse_alone(person, version).pk)
        problem = _("This scenario is not rehearsed alone. Choose one of those shown.")
    context = {"scenarios": solo.catalogue(), "begun": solo.rehearsals_of(person), "problem": problem}
    return render(request, "simulations/alone.html", context, status=409 if problem else 200)


@login_required
@require_http_methods(["GET", "POST"])
def lobby_page(request: HttpRequest, pk: int) -> HttpResponse:
    person = person_of(request)
    conference = conference_for(request, pk)
    listed = participant_in(conference, person)
    if request.method == "POST" and listed is not None:
        try:
            lobby.take_seat(listed, request.POST)
        except ValidationError as problem:
            return lobby_with(request, conference, listed, problem)
        return redirect("simulations:room", conference.pk)
    return render(request, "simulations/lobby.html", lobby.context(conference, listed))


def lobby_with(
    request: HttpRequest, conference: Conference, listed: Participant | None, problem: ValidationError
) -> HttpResponse:
    """The lobby again, with what did not work on top and what was chosen still chosen."""
    context = lobby.context(conference, listed, chosen=request.POST.get("seat", ""))
    return render(request, "simulations/lobby.html", {**context, "problem": " ".join(problem.messages)}, status=409)


@login_required
@require_POST
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Add somebody to the list by their work e-mail."""
    conference = run_by_reader(request, pk)
    try:
        role = request.POST.get("role", Participant.Role.LEARNER)
        actions.put_on_list_by_email(conference, request.POST.get("email", ""), role)
    except ValidationError as problem:
        return lobby_with(request, conference, None, problem)
    return redirect("simulations:lobby", conference.pk)


@login_required
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """What those who run it print."""
    conference = run_by_reader(request, pk)
    return render(request, "simulations/pack.html", {"conference": conference, "pack": printing.pack(conference)})


@login_required
@require_safe
def paper_file(request: HttpRequest, pk: int, paper: str) -> HttpResponseBase:
    """The file of a paper; to whoever may not have it, as if there were none."""
    file = paperfiles.file_for(get_object_or_404(Conference, pk=pk), person_of(request), paper)
    if file is None:
        raise Http404
    return paperfiles.handed_out(request, file)


@login_required
def room(request: HttpRequest, pk: int) -> HttpResponse:
    conference = conference_for(request, pk)
    listed = participant_in(conference, person_of(request))
    context = roompage.context(conference, listed, person_of(request))
    if context is None:
        return redirect("simulations:lobby", conference.pk)
    return render(request, "simulations/room.html", context)


@login_required
def projector(request: HttpRequest, pk: int) -> HttpResponse:
    """What everybody in the room may look at, on a wall; those who run the conference open it."""
    conference = run_by_reader(request, pk)
    return render(request, "simulations/projector.html", roompage.for_all(conference))
