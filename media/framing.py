"""The page inside the frame, and what it may do: run, and read its own files. It has no origin, no cookie and no network.

The policy stands on every response under `media/h5p/` itself, so that a file opened by its address is as confined as one in
its frame. Servers outside are named in it only where an administrator has allowed them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override

from media import libraries
from media.h5p import Addresses, Library, LibraryName, integration_of
from media.models import ContentVersion, OutsideHost
from media.preparing import HOST, Prepared, bundle, prepared
from media.words import words_for_frames

PREFIX = "/media/h5p/"
SANDBOX = "sandbox allow-scripts allow-forms"
CONFINED = f"{SANDBOX}; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
KEPT = 256
SAFE_IN_SCRIPT = str.maketrans(
    {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


class ConfineMiddleware:
    """Puts the policy on whatever is answered under the prefix, errors too; views there may put a wider one first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        inside = request.path_info.startswith(PREFIX)
        if inside:  # addresses of their own, so that what is not there leads to no page of the site
            request.urlconf = "media.urls"
        response = self.get_response(request)
        if inside:
            response["Content-Security-Policy"] = getattr(response, "frame_policy", CONFINED)
            response["X-Content-Type-Options"] = "nosniff"
            response["Referrer-Policy"] = "no-referrer"
        return response


def frame(version: ContentVersion, token: str, request: HttpRequest) -> tuple[dict[str, Any], str]:
    """What the frame's template needs, and the page's policy."""
    made = prepared(version)
    files = bundle(made.builds)
    origin = f"{request.scheme}://{request.get_host()}"
    context = {
        "language": version.language,
        "title": made.metadata.get("a11yTitle") or made.metadata.get("title", ""),
        "integration": integration_text(made, version.language, token, settings.BASE_URL),
        "scripts": reverse("h5p:bundle", kwargs={"digest": files.digest, "kind": "js"}),
        "styles": reverse("h5p:bundle", kwargs={"digest": files.digest, "kind": "css"}),
        "is_ours": made.main.startswith("Diogel."),
    }
    return context, policy(origin, token, allowed(made.hosts), evaluates=files.evaluates)


def integration_text(made: Prepared, language: str, token: str, site: str) -> str:
    """The integration object as text that may stand in a page; made once a day for each content."""
    return _integration_text(
        made.main, made.parameters, json.dumps(made.metadata), tuple(made.builds), language, token, site
    )


@lru_cache(maxsize=KEPT)
def _integration_text(
    main: str, parameters: str, metadata: str, builds: tuple[str, ...], language: str, token: str, site: str
) -> str:
    addresses = Addresses(
        site,
        reverse("h5p:content", kwargs={"token": token, "path": "x"}).removesuffix("/x"),
        reverse("h5p:library", kwargs={"digest": "0" * 64, "path": "x"}).removesuffix(f"/{'0' * 64}/x"),
    )
    loaded = [Library(libraries.build(each).metadata, each) for each in builds]
    with override(language):
        words = words_for_frames()
    told = integration_of(LibraryName.parse(main), parameters, json.loads(metadata), loaded, addresses, words)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(SAFE_IN_SCRIPT)


def allowed(hosts: Sequence[str]) -> list[str]:
    """Those of the servers that may be called."""
    known = [each for each in hosts if HOST.fullmatch(each)]
    rows = OutsideHost.objects.filter(name__in=known, allowed=True) if known else OutsideHost.objects.none()
    return list(rows.values_list("name", flat=True))


def policy(origin: str, token: str, hosts: Sequence[str], *, evaluates: bool) -> str:
    """What one content's page may load: our runtime, its libraries, its own files, and servers that were allowed."""
    ours = f"{origin}{settings.STATIC_URL}design/vendor/h5p/ {origin}{settings.STATIC_URL}media/"
    code = f"{origin}{PREFIX}bundle/ {origin}{PREFIX}library/"
    own = f"{origin}{PREFIX}library/ {origin}{PREFIX}content/{token}/"
    outside = "".join(f" https://{each}" for each in hosts)
    return "; ".join(
        [
            SANDBOX,
            "default-src 'none'",
            f"script-src {ours} {code}{outside}" + (" 'unsafe-eval'" if evaluates else ""),
            f"style-src {ours} {code} 'unsafe-inline'",
            f"font-src {ours} {own} data:",
            f"img-src {ours} {own} data: blob:{outside}",
            f"media-src {own} data: blob:{outside}",
            f"connect-src {own}{outside}",
            f"frame-src{outside or ' ' + QUOTED_NONE}",
            "worker-src blob:",
            f"base-uri {origin}{PREFIX}play/",  # some types set it to where they are already
            "form-action 'none'",
            "frame-ancestors 'self'",
        ]
    )


QUOTED_NONE = "'none'"
