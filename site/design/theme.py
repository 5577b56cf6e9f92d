"""A reader's choice of light or dark colours, kept in a cookie so that the server draws the page right the first time."""

from django.http import HttpRequest, HttpResponse

COOKIE = "diogel_theme"
THEMES = {"light", "dark"}
SECONDS = 365 * 24 * 3600


def theme_of(request: HttpRequest) -> str:
    """`light`, `dark`, or nothing for what the device says."""
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in THEMES else ""


def remember(response: HttpResponse, theme: str, *, secure: bool) -> None:
    """Anything that is not a theme means: as the device."""
    if theme in THEMES:
        response.set_cookie(COOKIE, theme, max_age=SECONDS, samesite="Lax", secure=secure, httponly=True)
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
