"""Which language a reader gets, and where the same place stands in the other one.

At the site's root the saved choice beats the cookie, which beats the browser. The cookie follows what is read: whoever
opens /cy/…, by the toggle or by a link, is a reader of Welsh until they open /en/….
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_from_path, get_language_from_request

NAMES: dict[str, str] = dict(settings.LANGUAGES)


def language_for(request: HttpRequest) -> str:
    """`cy` or `en` for an address that names no language."""
    saved = getattr(getattr(request, "user", None), "reading_language", "")
    return saved if saved in NAMES else get_language_from_request(request)


def is_known(request: HttpRequest) -> bool:
    """Whether the reader ever said, by address or cookie, which language they read."""
    return bool(get_language_from_path(request.path)) or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) in NAMES


def other_language() -> str:
    return "en" if get_language() == "cy" else "cy"


def same_place(request: HttpRequest, language: str, page: Any = None) -> str:
    """The address of this place in `language`, query string included.

    `page` is the Wagtail page that is shown, if one is: its translation has a slug of its own. Where there is no such
    translation, and where an address stands for nothing, the language's front page is the nearest place.
    """
    if hasattr(page, "get_translations"):
        translation = page.get_translations().live().filter(locale__language_code=language).first()
        query = request.META.get("QUERY_STRING", "")
        return f"{translation.get_url(request)}{'?' if query else ''}{query}" if translation else f"/{language}/"
    address = translate_url(request.get_full_path(), language)
    return address if get_language_from_path(address) == language else f"/{language}/"
