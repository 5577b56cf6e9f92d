"""Asks a person's languages at their first sign-in, before anything else.

Only pages that people read are held back, and only when they are opened: whatever somebody posts goes through, so that
nothing they typed is lost.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language_from_path

from people.models import User

# Signing out, choosing light or dark, and the question itself stay open to somebody who has not answered.
OPEN = ("account_", "design:", "people:languages", "javascript-catalog")


class PersonMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
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
