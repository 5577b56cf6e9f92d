"""The pages of what comes after: before the conference, at its end, two weeks later, what the group sees, and no more letters."""

from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from people.asking import person_of
from people.letters import whose
from simulations.models import Conference, Confidence, FollowUp, Intention, Participant
from simulations.reflecting import actions, counting, follow_up
from simulations.reflecting.forms import IntentionForm, ReactionForm, SureForm, UsedForm
from simulations.reflecting.statements import STATEMENTS, SURE
from simulations.selectors import participant_in, proceedings_of
from simulations.views import conference_for


def _own(request: HttpRequest, pk: int) -> tuple[Conference, Participant]:
    """The conference and the reader's place on its list; whoever is not on it, or only watches, is refused."""
    conference = conference_for(request, pk)
    listed = participant_in(conference, person_of(request))
    if listed is None or listed.role == Participant.Role.OBSERVER:
        raise PermissionDenied
    return conference, listed


def _all_valid(forms: Sequence[Form]) -> bool:
    """Whether all of them are; each is looked at, so that everything that is wrong is said at once."""
    valid = [form.is_valid() for form in forms]
    return all(valid)


def _sure(request: HttpRequest, listed: Participant, when: str) -> SureForm:
    said = Confidence.objects.filter(participant=listed, when=when).values_list("statement", "level")
    return SureForm(request.POST or None, initial={statement: str(level) for statement, level in said})


@login_required
@require_http_methods(["GET", "POST"])
def how_sure(request: HttpRequest, pk: int) -> HttpResponse:
    """Before the conference: the five statements, with a way back to the lobby."""
    conference, listed = _own(request, pk)
    if conference.state != Conference.State.PLANNED:
        return redirect("simulations:lobby", conference.pk)
    form = _sure(request, listed, Confidence.When.BEFORE)
    if request.method == "POST" and form.is_valid():
        actions.say_how_sure(listed, Confidence.When.BEFORE, form.levels())
        messages.success(request, _("Kept. You are asked the same again after the conference."))
        return redirect("simulations:lobby", conference.pk)
    context = {"conference": conference, "form": form}
    return render(request, "simulations/reflecting/how_sure.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def afterwards(request: HttpRequest, pk: int) -> HttpResponse:
    """At the debrief's end: the same statements, what one made of it, what one will do. All of it may be left out."""
    conference, listed = _own(request, pk)
    if not _has_been_held(conference):
        return redirect("simulations:lobby", conference.pk)
    person, language = person_of(request), get_language() or "en"
    intention = Intention.objects.filter(person=person, conference=conference).first()
    sure = _sure(request, listed, Confidence.When.AFTER)
    reaction = None if _has_reacted(listed) else ReactionForm(request.POST or None)
    will_do = IntentionForm(request.POST or None, initial={"text": intention.text if intention else ""})
    forms = [each for each in (sure, reaction, will_do) if each is not None]
    if request.method == "POST" and _all_valid(forms):
        actions.say_how_sure(listed, Confidence.When.AFTER, sure.levels())
        if reaction is not None:
            actions.react(listed, language=language, **reaction.answers())
        text = will_do.cleaned_data["text"]
        if text and (intention is None or text != intention.text):
            actions.intend(person, conference, text, language)
        messages.success(request, _("Thank you. It is kept."))
        return redirect("simulations:made-of-it", conference.pk)
    context = {"conference": conference, "sure": sure, "reaction": reaction, "will_do": will_do}
    status = 422 if any(each.errors for each in forms) else 200
    return render(request, "simulations/reflecting/afterwards.html", context, status=status)


def _has_reacted(listed: Participant) -> bool:
    return FollowUp.objects.filter(participant=listed, reacted=True).exists()


def _has_been_held(conference: Conference) -> bool:
    """Closed, or with its debrief under way."""
    if conference.state == Conference.State.RUNNING:
        return bool(proceedings_of(conference).state.steps)
    return conference.state == Conference.State.CLOSED


@login_required
@require_http_methods(["GET", "POST"])
def two_weeks_later(request: HttpRequest, pk: int) -> HttpResponse:
    """What was used, how sure one is now, and what became of what one wanted to do."""
    conference, listed = _own(request, pk)
    if conference.state != Conference.State.CLOSED:
        return redirect("simulations:lobby", conference.pk)
    intention = Intention.objects.filter(person=person_of(request), conference=conference).first()
    sure = _sure(request, listed, Confidence.When.LATER)
    used = UsedForm(request.POST or None, initial={"became": intention.became if intention else ""})
    if intention is None:
        del used.fields["became"]
    if request.method == "POST" and _all_valid([sure, used]):
        actions.say_how_sure(listed, Confidence.When.LATER, sure.levels())
        actions.say_what_was_used(listed, used.cleaned_data["used"])
        if intention is not None:
            Intention.objects.filter(pk=intention.pk).update(became=used.cleaned_data["became"])
        messages.success(request, _("Thank you. It is kept."))
        return redirect("simulations:made-of-it", conference.pk)
    answered = FollowUp.objects.filter(participant=listed, answered=True).exists()
    context = {"conference": conference, "sure": sure, "used": used, "intention": intention, "answered": answered}
    status = 422 if sure.errors or used.errors else 200
    return render(request, "simulations/reflecting/two_weeks_later.html", context, status=status)


@login_required
def made_of_it(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own answers, to oneself; and what the group answered, as far as it may be told."""
    conference = conference_for(request, pk)
    listed = participant_in(conference, person_of(request))
    runs = conference.is_run_by(person_of(request))
    if not runs and (listed is None or listed.role == Participant.Role.OBSERVER):
        raise PermissionDenied
    context = {
        "conference": conference,
        "runs": runs,
        "own": _own_levels(listed) if listed else [],
        "group": counting.group(conference),
        "fewest": counting.FEWEST,
        "may_answer": listed is not None and _has_been_held(conference) and not _has_reacted(listed),
    }
    return render(request, "simulations/reflecting/made_of_it.html", context)


def _own_levels(listed: Participant) -> list[tuple[object, list[object]]]:
    """By statement, the words one chose each time; nothing where one said nothing."""
    rows = Confidence.objects.filter(participant=listed).values_list("statement", "when", "level")
    said = {(statement, when): SURE[level] for statement, when, level in rows}
    whens = Confidence.When.values
    return (
        [(words, [said.get((key, when), "–") for when in whens]) for key, words in STATEMENTS.items()] if said else []
    )


@login_required
@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Have what one wanted to do forgotten."""
    intention = get_object_or_404(Intention.objects.select_related("conference"), pk=pk, person=person_of(request))
    actions.forget_intention(intention)
    messages.success(request, _("It is forgotten."))
    return redirect("home")


@csrf_exempt
@require_http_methods(["GET", "POST"])
def no_more(request: HttpRequest, token: str) -> HttpResponse:
    """No more such letters: one press, without signing in. Mail programs press it by a POST of their own (RFC 8058).

    What looks at a link without anybody pressing it changes nothing, since that is a GET.
    """
    person = whose(token, follow_up.KIND)
    if person is None:
        return HttpResponseNotFound(render(request, "simulations/reflecting/no_more.html", {"unknown": True}).content)
    if request.method == "POST":
        follow_up.write_no_more(person)
    context = {"done": request.method == "POST"}
    return render(request, "simulations/reflecting/no_more.html", context)
