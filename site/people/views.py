"""A person's own pages: their languages, their account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from people.forms import LanguagesForm
from people.models import User
from people.selectors import posts_of


@login_required
def languages(request: HttpRequest) -> HttpResponse:
    """Asks the three questions in both languages, then goes on to `next` in the language chosen for reading."""
    person = _person(request)
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
    person = _person(request)
    person.wants_follow_up = request.POST.get("wanted") == "yes"
    person.save(update_fields=["wants_follow_up"])
    messages.success(request, _("Your choice about letters is saved."))
    return HttpResponseRedirect(reverse("people:account") + "#letters")


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """What we hold about the reader, and who may see it."""
    person = _person(request)
    rights = person.rights.select_related("region")
    return render(request, "people/account.html", {"posts": posts_of(person), "rights": rights})


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - login_required saw to it; this tells the type checker
    return request.user


def _next(request: HttpRequest, first_time: bool) -> str:
    """Where the reader was going, if that is a place of ours."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    return reverse("home") if first_time else reverse("people:account")
