"""The pages of a debrief beside the room. Whoever is not of the conference is told so; who watches looks at none of them."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from people.asking import person_of
from simulations.debriefs import again as replay
from simulations.debriefs import figures
from simulations.debriefs.definitions import DEFINITIONS
from simulations.debriefs.papers import pdf
from simulations.engine.actors import Facilitator, Seated
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.values import SeatId
from simulations.engine.showing.debrief import length_of
from simulations.engine.viewers import Viewer
from simulations.models import Conference, Participant
from simulations.proceedings import Proceedings, looks_from
from simulations.selectors import participant_in, proceedings_of
from simulations.views import conference_for, run_by_reader


def _looks(request: HttpRequest, conference: Conference, proceedings: Proceedings) -> Viewer:
    """From where the reader looks: they run it, or sit at the table; whoever else is refused."""
    person = person_of(request)
    if conference.is_run_by(person):
        return Facilitator()
    listed = participant_in(conference, person)
    if listed is None or listed.role == Participant.Role.OBSERVER:
        raise PermissionDenied
    viewer = looks_from(proceedings, listed.reference, listed.role)
    if not isinstance(viewer, Seated):
        raise PermissionDenied
    return viewer


@login_required
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """The conference as a seat saw it: `seat`, and `at` in seconds from its start."""
    conference = conference_for(request, pk)
    proceedings = proceedings_of(conference)
    looks = _looks(request, conference, proceedings)
    scenario, language = proceedings.scenario, get_language() or "en"
    seats = replay.seats_to_look_from(scenario, proceedings, looks)
    own = looks.seat if isinstance(looks, Seated) else next(iter(seats or scenario.seats))
    seat, length = request.GET.get("seat") or own, length_of(figures.as_it_stands(proceedings))
    seen = replay.moment_of(conference, proceedings, looks, seat, _seconds(request, length), language)
    if isinstance(seen, Refusal):
        context = {"conference": conference, "problem": seen.message.in_language(language)}
        return render(request, "simulations/again.html", context, status=403)
    context = {
        "conference": conference,
        "title": scenario.title.in_language(language),
        "seat": seat,
        "own": looks == Seated(SeatId(seat)),
        "seats": [(str(each), scenario.seats[each].title.in_language(language)) for each in seats],
        "seen": seen,
        "length": length,
        "moments": _moments(proceedings, length),
        "sections": proceedings.whole(looks),
    }
    return render(request, "simulations/again.html", context)


def _seconds(request: HttpRequest, length: int) -> int:
    asked = request.GET.get("at", "")
    return min(int(asked), length) if asked.isdecimal() and len(asked) < 9 else 0


def _moments(proceedings: Proceedings, length: int) -> list[tuple[int, str]]:
    """Where the phases began: seconds, and the phase's agenda."""
    began = ((int(moment.total_seconds()), phase) for phase, moment in proceedings.state.began.items())
    return [(at, proceedings.scenario.phase(phase).agenda.value) for at, phase in began if at <= length]


@login_required
def side_by_side(request: HttpRequest, pk: int) -> HttpResponse:
    """Rooms of the same cohort in figures alone, once this room's debrief is there."""
    conference = conference_for(request, pk)
    proceedings = proceedings_of(conference)
    _looks(request, conference, proceedings)
    if "rooms" not in proceedings.state.steps:
        problem = refuse("step-not-open").message.in_language(get_language() or "en")
        context = {"conference": conference, "problem": problem}
        return render(request, "simulations/side_by_side.html", context, status=403)
    context = {"conference": conference, "rooms": figures.side_by_side(conference)}
    return render(request, "simulations/side_by_side.html", context)


@login_required
def measures(request: HttpRequest) -> HttpResponse:
    """What every figure counts."""
    return render(request, "simulations/measures.html", {"definitions": DEFINITIONS})


@login_required
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The debrief as a paper, for those who run the conference and those who sat at its table, in the page's language."""
    conference = conference_for(request, pk)
    proceedings = proceedings_of(conference)
    _looks(request, conference, proceedings)
    if figures.COUNTED_FROM not in proceedings.state.steps:
        raise PermissionDenied
    language = get_language() or "en"
    answer = HttpResponse(pdf(conference, proceedings, language), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="diogel-{conference.pk}-{language}.pdf"'
    return answer


@login_required
def evaluation(request: HttpRequest, pk: int) -> HttpResponse:
    """The file for evaluation, for those who run the conference."""
    conference = run_by_reader(request, pk)
    proceedings = proceedings_of(conference)
    if figures.COUNTED_FROM not in proceedings.state.steps:
        raise PermissionDenied
    answer = JsonResponse(figures.evaluation(conference, proceedings))
    answer["Content-Disposition"] = f'attachment; filename="diogel-{conference.pk}.json"'
    return answer
