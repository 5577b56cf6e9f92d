"""What concerns every page: compression, the language cookie, and notices where there is no page to be shown."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.translation import get_language_from_path

from design.errors import maintenance, not_a_page

Handler = Callable[[HttpRequest], HttpResponse]


class GZipPagesMiddleware(GZipMiddleware):
    """Compresses what is made for one request. Files that are sent as they lie keep their length, their ranges and their tag."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if response.streaming else super().process_response(request, response)


class LanguageCookieMiddleware:
    """Remembers the language of the address that was read last; `/` and error pages ask for it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        language = get_language_from_path(request.path_info)
        if language and request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != language:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                samesite="Lax",
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=True,
            )
        return response


class MaintenanceMiddleware:
    """Answers 503 to all but static files while `DIOGEL_MAINTENANCE` is on."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return maintenance(request) if settings.MAINTENANCE else self.get_response(request)


class NothingToReadMiddleware:
    """An address that only takes what a form sends says so to whoever opens it, instead of showing an empty window."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = request.method == "GET" and bool(get_language_from_path(request.path_info))
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or not is_page:
            return response
        return not_a_page(request, allowed=response["Allow"])
