"""The pages round inviting: letters, seats proposed, moving and calling off, answers and readiness, cohorts."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from people.asking import person_of
from people.permissions import may_facilitate
from simulations import lobby
from simulations.forms import ArrangementsForm, CohortForm, MoveForm, OtherWayForm
from simulations.inviting import actions, calendar
from simulations.models import Cohort, Conference, Participant
from simulations.selectors import participant_in
from simulations.views import conference_for, lobby_with, run_by_reader


@login_required
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Letters to everybody who had none yet."""
    conference = run_by_reader(request, pk)

    def letters() -> str:
        return _letters_on_their_way(actions.send_invitations(conference))

    return _done(request, conference, letters)


@login_required
@require_POST
def seats(request: HttpRequest, pk: int) -> HttpResponse:
    """Other seats than those proposed: for one person, or for all anew."""
    conference = run_by_reader(request, pk)

    def propose() -> str:
        if "anew" in request.POST:
            actions.propose_seats(conference)
            return _("Seats are proposed anew.")
        for listed in conference.participants.filter(removed_at=None):
            if (seat := request.POST.get(f"seat-{listed.pk}")) is not None:
                actions.propose_seat(listed, seat)
        return _("The seats proposed are kept.")

    return _done(request, conference, propose)


@login_required
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day or hour, or none at all."""
    conference = run_by_reader(request, pk)
    beside = actions.to_come_beside(conference, person_of(request))
    initial = {"planned_for": conference.planned_for, "all_rooms": True}
    form = MoveForm(request.POST or None, initial=initial, several=bool(beside))
    if request.method == "POST" and form.is_valid():
        with_it = beside if form.cleaned_data.get("all_rooms") else []
        try:
            actions.move([conference, *with_it], form.cleaned_data["planned_for"])
        except ValidationError as problem:
            form.add_error("planned_for", problem)
        else:
            messages.success(request, _("The conference is moved, and everybody who was invited is told."))
            return redirect("simulations:lobby", conference.pk)
    context = {"form": form, "conference": conference, "several": bool(beside)}
    return render(request, "simulations/move.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off."""
    conference = run_by_reader(request, pk)

    def call_off() -> str:
        with_it = actions.to_come_beside(conference, person_of(request)) if "all_rooms" in request.POST else []
        actions.cancel([conference, *with_it])
        return _("The conference is called off, and everybody who was invited is told.")

    return _done(request, conference, call_off)


@login_required
@require_http_methods(["GET", "POST"])
def arrangements(request: HttpRequest, pk: int) -> HttpResponse:
    """The link, the language, the interpreter, who helps and who may come in, until it is over."""
    conference = run_by_reader(request, pk)
    if conference.is_over:
        return redirect("simulations:lobby", conference.pk)
    invited = conference.state == Conference.State.PLANNED and actions.anybody_invited(conference)
    form = ArrangementsForm(request.POST or None, instance=conference, invited=invited)
    if request.method == "POST" and form.is_valid():
        form.save()
        said = _("Kept. Everybody on the list reads it in the lobby.")
        if form.is_to_be_told:
            said = f"{said} {_letters_on_their_way(actions.tell_how_it_is_held(conference))}"
        messages.success(request, said)
        return redirect("simulations:lobby", conference.pk)
    context = {"form": form, "conference": conference}
    return render(request, "simulations/arrangements.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def other_way(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody can do instead of taking part, in the words of those who run it."""
    conference = run_by_reader(request, pk)
    form = OtherWayForm(request.POST or None, instance=conference)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Everybody on the list now reads this in the lobby."))
        return redirect("simulations:lobby", conference.pk)
    context = {"form": form, "conference": conference, "usual": lobby.USUAL_OTHER_WAY}
    return render(request, "simulations/other_way.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody says whether they are coming, or take the other way."""
    conference, listed = _own(request, pk)
    try:
        actions.answer(listed, request.POST.get("coming", ""))
    except ValidationError as problem:
        return lobby_with(request, conference, listed, problem)
    return redirect("simulations:lobby", conference.pk)


@login_required
@require_POST
def ready(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody has gone through every point, and is ready to begin. What they ticked is not kept."""
    conference, listed = _own(request, pk)
    if not lobby.checks_for(conference).keys() <= request.POST.keys():
        unready = ValidationError(_("Go through every point before you say that you are ready."))
        return lobby_with(request, conference, listed, unready)
    try:
        actions.get_ready(listed, request.POST.get("reach", ""), request.POST.get("language", ""))
    except ValidationError as problem:
        return lobby_with(request, conference, listed, problem)
    return redirect("simulations:lobby", conference.pk)


@login_required
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """The conference for one's calendar."""
    conference, listed = _own(request, pk)
    content = calendar.entry(conference, listed, get_language() or "en")
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="diogel-{conference.pk}.ics"'
    return response


@login_required
def cohorts(request: HttpRequest) -> HttpResponse:
    """The cohorts that somebody keeps."""
    _trainers_only(request)
    kept = Cohort.objects.filter(trainer=person_of(request)).prefetch_related("people")
    return render(request, "simulations/cohorts.html", {"cohorts": kept})


@login_required
@require_http_methods(["GET", "POST"])
def cohort(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """One cohort: its name and its people."""
    _trainers_only(request)
    kept = get_object_or_404(Cohort, pk=pk, trainer=person_of(request)) if pk else None
    form = CohortForm(request.POST or None, instance=kept)
    if request.method == "POST" and form.is_valid():
        form.keep(person_of(request))
        return redirect("simulations:cohorts")
    return render(
        request, "simulations/cohort.html", {"form": form, "cohort": kept}, status=422 if form.errors else 200
    )


def _letters_on_their_way(sent: int) -> str:
    return ngettext("%(sent)s letter is on its way.", "%(sent)s letters are on their way.", sent) % {"sent": sent}


def _trainers_only(request: HttpRequest) -> None:
    if not may_facilitate(person_of(request)):
        raise PermissionDenied


def _own(request: HttpRequest, pk: int) -> tuple[Conference, Participant]:
    conference = conference_for(request, pk)
    listed = participant_in(conference, person_of(request))
    if listed is None:
        raise PermissionDenied
    return conference, listed


def _done(request: HttpRequest, conference: Conference, act: Callable[[], str]) -> HttpResponse:
    """Back to the lobby, with what was done on top, or with why not."""
    try:
        said = act()
    except ValidationError as problem:
        return lobby_with(request, conference, None, problem)
    messages.success(request, said)
    return redirect("simulations:lobby", conference.pk)
