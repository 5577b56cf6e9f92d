"""Pages that belong to the frame itself: the front door, the choice of colours, licences, and the parts side by side."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from design import theme
from design.icons import ICONS
from design.languages import language_for
from design.licences import browser_packages, server_packages
from design.specimens import COLOURS, groups


@never_cache
@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """`/`: on to the reader's language."""
    return HttpResponseRedirect(f"/{language_for(request)}/")


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Remembers light, dark or "as the device", and goes back to where the reader was."""
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        target = "/"
    response = HttpResponseRedirect(target)
    theme.remember(response, request.POST.get("theme", ""), secure=settings.SESSION_COOKIE_SECURE)
    return response


@require_safe
def licences(request: HttpRequest) -> HttpResponse:
    """What others made that this site is built on."""
    return render(
        request,
        "design/licences.html",
        {"browser_packages": browser_packages(), "server_packages": server_packages()},
    )


@require_safe
def parts(request: HttpRequest) -> HttpResponse:
    """Every part with its states, in both languages side by side; for those who build pages."""
    if not settings.SHOW_DESIGN_PAGE:
        raise Http404
    return render(request, "design/parts.html", {"groups": groups(), "icons": ICONS, "colours": COLOURS})
