"""While the site is being worked on, everybody gets one kind page, in both languages."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class MaintenanceMiddleware:
    """Answers 503 to all but static files while `DIOGEL_MAINTENANCE` is on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.MAINTENANCE:
            return self.get_response(request)
        return render(request, "maintenance.html", status=503, headers={"Retry-After": "600"})
