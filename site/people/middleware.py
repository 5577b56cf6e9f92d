"""What is asked of people on their way to a page: their languages at the first sign-in, and to sign in again.

Only pages that people read are held back for the languages, and only when they are opened: whatever somebody posts goes
through, so that nothing they typed is lost.
"""

from collections.abc import Callable
from urllib.parse import parse_qs, urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext as _

from people.models import User

Handler = Callable[[HttpRequest], HttpResponse]

# Signing out, choosing light or dark, and the question itself stay open to somebody who has not answered.
OPEN = ("account_", "design:", "people:languages", "javascript-catalog")


class PersonMiddleware:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        if not self.must_ask(request):
            return None
        query = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('people:languages')}?{query}")

    def must_ask(self, request: HttpRequest) -> bool:
        is_page = request.method == "GET" and bool(get_language_from_path(request.path_info))
        if not is_page or not isinstance(request.user, User) or request.user.was_asked_languages:
            return False
        return not (request.resolver_match and request.resolver_match.view_name.startswith(OPEN))


class SignedOutMiddleware:
    """Who presses a button while signed out comes back to the page it stands on: the button's own address shows nothing."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "POST" or not is_sent_to_sign_in(request, response):
            return response
        messages.warning(
            request, _("You were signed out, so what you sent was not taken. Sign in, then send it again.")
        )
        page = page_behind(request)
        return HttpResponseRedirect(f"{sign_in_address()}?{urlencode({'next': page})}" if page else sign_in_address())


def is_sent_to_sign_in(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether this is `login_required`'s answer, which would lead back to the address that was posted to."""
    if "Location" not in response.headers:  # H5P's files have addresses of their own, and no sign-in among them
        return False
    there = urlsplit(response.headers["Location"])
    return there.path == sign_in_address() and parse_qs(there.query).get("next") == [request.get_full_path()]


def sign_in_address() -> str:
    return resolve_url(settings.LOGIN_URL)


def page_behind(request: HttpRequest) -> str:
    """Where the form stood, if the browser says so and it was a page of ours."""
    page = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure()):
        return ""
    return urlsplit(page)._replace(scheme="", netloc="", fragment="").geturl()
