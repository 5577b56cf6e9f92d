"""What stands in the header's navigation and in the footer. Each app adds its own entries when it starts.

`design` knows no other app, so an app says in its `AppConfig.ready` what it has to offer:

    navigation.add_to_header(Entry(_("My learning"), "courses:home", order=1))

An entry whose address does not exist, or that is not for this reader, is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Entry:
    """One link: its words, the name of its address, its place in the row, and for whom it is shown."""

    label: str | Promise
    url_name: str
    order: int
    shown: Callable[[HttpRequest], bool] = lambda request: True


@dataclass(frozen=True)
class Link:
    """An entry as one reader sees it; `current` marks the part of the site they are in, `exact` the very page."""

    label: str
    address: str
    current: bool = False
    exact: bool = False


_header: dict[str, Entry] = {}
_footer: dict[str, Entry] = {}


def add_to_header(entry: Entry) -> None:
    _header[entry.url_name] = entry


def add_to_footer(entry: Entry) -> None:
    _footer[entry.url_name] = entry


def header_links(request: HttpRequest) -> list[Link]:
    """The header's row for a person who is signed in; empty for everybody else."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return []
    links = _links(_header, request)
    nearest = max((link.address for link in links if request.path.startswith(link.address)), key=len, default="")
    return [Link(link.label, link.address, link.address == nearest, link.address == request.path) for link in links]


def footer_links(request: HttpRequest) -> list[Link]:
    return _links(_footer, request)


def _links(entries: dict[str, Entry], request: HttpRequest) -> list[Link]:
    links = []
    for entry in sorted(entries.values(), key=lambda entry: entry.order):
        if not entry.shown(request):
            continue
        try:
            links.append(Link(str(entry.label), reverse(entry.url_name)))
        except NoReverseMatch:
            continue
    return links
