"""All rooms held at once at a glance, and taking somebody off a room's list or letting them back in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from people.asking import person_of
from simulations import actions
from simulations.inviting import actions as inviting
from simulations.models import Conference, Participant
from simulations.selectors import held_beside, run_by
from simulations.views import run_by_reader


@login_required
def rooms(request: HttpRequest, pk: int) -> HttpResponse:
    """The rooms held at the same hour for the same cohort that this person runs or helps to run."""
    conference = run_by_reader(request, pk)
    person = person_of(request)
    mine = Conference.objects.filter(run_by(person)).values("pk")
    beside = held_beside(conference).filter(pk__in=mine).select_related("version")
    language = get_language() or "en"
    context = {
        "conference": conference,
        "title": conference.scenario().title.in_language(language),
        "rooms": [(room, f"/conferences/{room.pk}/socket/?language={language}&door=overview") for room in beside],
        "writes_in": person.writing_language or language,
    }
    return render(request, "simulations/rooms.html", context)


@login_required
@require_POST
def take_off(request: HttpRequest, pk: int, listed: int) -> HttpResponse:
    """Somebody is out at once, and their seat is free."""
    conference, who = _listed(request, pk, listed)
    try:
        inviting.take_off(who)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Taken off the list: %(name)s.") % {"name": _name(who)})
    return redirect("simulations:room", conference.pk)


@login_required
@require_POST
def let_back(request: HttpRequest, pk: int, listed: int) -> HttpResponse:
    """Somebody taken off may take a seat again."""
    conference, who = _listed(request, pk, listed)
    try:
        if who.person is not None:
            actions.put_on_list(conference, who.person, who.role)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("On the list again: %(name)s.") % {"name": _name(who)})
    return redirect("simulations:room", conference.pk)


def _listed(request: HttpRequest, pk: int, listed: int) -> tuple[Conference, Participant]:
    conference = run_by_reader(request, pk)
    return conference, get_object_or_404(Participant.objects.select_related("person"), pk=listed, conference=conference)


def _name(listed: Participant) -> str:
    return listed.person.get_full_name() if listed.person else ""
