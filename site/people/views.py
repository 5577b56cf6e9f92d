"""A person's own pages: their languages, their account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from people.asking import person_of
from people.forms import LanguagesForm
from people.selectors import posts_of


@login_required
def languages(request: HttpRequest) -> HttpResponse:
    """Asks the three questions in both languages, then goes on to `next` in the language chosen for reading."""
    person = person_of(request)
    first_time = not person.was_asked_languages
    form = LanguagesForm(request.POST or None, instance=person)
    if form.is_valid():
        saved = form.save()
        address = translate_url(_next(request, first_time), saved.reading_language)
        if not first_time:
            with override(saved.reading_language):
                messages.success(request, _("Your languages are saved."))
        return HttpResponseRedirect(address)
    context = {"form": form, "next": request.GET.get("next", request.POST.get("next", "")), "first_time": first_time}
    return render(request, "people/languages.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    """Whether the reader is written to two weeks after a conference; it holds at once."""
    person = person_of(request)
    person.wants_follow_up = request.POST.get("wanted") == "yes"
    person.save(update_fields=["wants_follow_up"])
    messages.success(request, _("Your choice about letters is saved."))
    return HttpResponseRedirect(reverse("people:account") + "#letters")


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """For addresses of libraries that we do not offer: employers enter people's addresses, and nobody changes their own."""
    raise Http404


@require_GET
@never_cache
def who_is_here(request: HttpRequest) -> HttpResponse:
    """Who is signed in, and the token that a form of theirs needs by now: asked before what somebody typed is sent."""
    if not request.user.is_authenticated:
        return JsonResponse({"person": ""})
    return JsonResponse({"person": str(request.user.pk), "token": get_token(request)})


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """What we hold about the reader, and who may see it."""
    person = person_of(request)
    rights = person.rights.select_related("region")
    return render(request, "people/account.html", {"posts": posts_of(person), "rights": rights})


def _next(request: HttpRequest, first_time: bool) -> str:
    """Where the reader was going, if that is a place of ours."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    return reverse("home") if first_time else reverse("people:account")
