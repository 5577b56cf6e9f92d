"""Error pages. Each says what happened and what to do, in the reader's language; in both where that is not known.

They are drawn without a request on purpose: no context processor, no session, no database, so that they still stand
when one of these is what broke.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from design.languages import NAMES, is_known, other_language, same_place
from design.theme import theme_of


@dataclass(frozen=True)
class Notice:
    """What an error page says: a heading, what happened, what to do, and whether a way back is of use."""

    status: int
    heading: Any
    what: Any
    todo: Any
    way_home: bool = True


HOME_LABEL = _("Go to the front page")
BAD_REQUEST = Notice(
    400,
    _("We could not understand that"),
    _("Your browser sent something this page cannot read, so nothing was changed."),
    _("Go back, open the page afresh and try again."),
)
FORBIDDEN = Notice(
    403,
    _("This page is not open to you"),
    _("You are signed in, or not, as somebody who may not see it."),
    _(
        "If you need it for your work, ask the person who looks after training in your agency. Or sign in as somebody else."
    ),
)
CSRF = Notice(
    403,
    _("The page was open too long"),
    _("For safety a form is accepted only from a page opened a short while ago. What you sent was not taken."),
    _("Go back: what you typed should still be there. Copy it, open the page afresh, paste it and send it again."),
)
NOT_FOUND = Notice(
    404,
    _("There is no page here"),
    _("The address may be mistyped, or the page may have moved."),
    _("Check the address, or start from the front page."),
)
NOT_A_PAGE = Notice(
    405,
    _("There is nothing to read here"),
    _("This address only takes what a button sends. Nothing was changed."),
    _("Go back to the page where the button is and press it there, or start from the front page."),
)
TOO_MANY = Notice(
    429,
    _("Too many tries"),
    _("This was tried too often in a short while, so we have stopped it for now. Your account is safe."),
    _("Wait 15 minutes, then try again. If you have forgotten your password, ask for a new one."),
)
BROKEN = Notice(
    500,
    _("Something broke on our side"),
    _("It is not your doing. What you saved before is safe."),
    _("Wait a minute and try again. If it happens again, tell the person who looks after training in your agency."),
)
MAINTENANCE = Notice(
    503,
    _("We are working on the site"),
    _("It will be back soon. What you saved is safe."),
    _("Try again in ten minutes."),
    way_home=False,
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A view may say more: `PermissionDenied(_("…"))` with a sentence that is shown as what happened."""
    said = str(exception.args[0]) if exception and exception.args else ""
    return answer(request, FORBIDDEN, what=said)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, NOT_FOUND)


def not_a_page(request: HttpRequest, *, allowed: str) -> HttpResponse:
    return answer(request, NOT_A_PAGE, headers={"Allow": allowed})


def broken(request: HttpRequest) -> HttpResponse:
    return answer(request, BROKEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return answer(request, CSRF)


def locked_out(request: HttpRequest, credentials: dict[str, Any], *args: Any, **kwargs: Any) -> HttpResponse:
    """django-axes: too many wrong passwords for one address from one place."""
    return too_many(request)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """allauth's own limits, on new passwords and the like."""
    return answer(request, TOO_MANY, headers={"Retry-After": "900"})


def maintenance(request: HttpRequest) -> HttpResponse:
    return answer(request, MAINTENANCE, headers={"Retry-After": "600"})


def answer(
    request: HttpRequest, notice: Notice, *, what: str = "", headers: dict[str, str] | None = None
) -> HttpResponse:
    """The page for `notice`; `what` replaces what happened where a view knew it better."""
    languages = [get_language() or "en"] if is_known(request) else [get_language() or "en", other_language()]
    sections = [said_in(language, notice, what) for language in languages]
    toggle = {
        "code": other_language(),
        "name": NAMES[other_language()],
        "address": same_place(request, other_language()),
    }
    values = {"sections": sections, "theme": theme_of(request), "toggle": toggle}
    page = render_to_string("design/error.html", values)
    return HttpResponse(page, status=notice.status, headers=headers)


def said_in(language: str, notice: Notice, what: str) -> dict[str, str]:
    with override(language):
        return {
            "language": language,
            "heading": str(notice.heading),
            "what": what or str(notice.what),
            "todo": str(notice.todo),
            "home": f"/{language}/" if notice.way_home else "",
            "home_label": str(HOME_LABEL),
        }
