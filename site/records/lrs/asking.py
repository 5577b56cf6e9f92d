"""What is asked: method, parameters, headers and body, bounded, whichever of the two ways they were sent.

1.0.3 lets a client that can send nothing but forms put another request inside a POST (Communication 1.3); from here on
nobody sees the difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest

from records.lrs.refusing import Refused
from records.xapi import versions
from records.xapi.documents import Guard
from records.xapi.problems import ParameterProblem, StatementProblem
from records.xapi.reading import text_of
from records.xapi.versions import Version

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE")
FORM = "application/x-www-form-urlencoded"
# The headers that a form may carry (1.0.3: Communication 1.3).
HEADERS = {
    each.lower(): each
    for each in (
        "Authorization",
        "X-Experience-API-Version",
        "Content-Type",
        "Content-Length",
        "If-Match",
        "If-None-Match",
        "Accept-Language",
        "Accept-Encoding",
    )
}
MOST_FIELDS = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """`version` is None only where none was named, and the resource is one that does without."""

    method: str
    parameters: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    version: Version | None

    @property
    def spoken(self) -> Version:
        return self.version or versions.TWO

    @property
    def guard(self) -> Guard:
        return Guard(self.headers.get("If-Match", ""), self.headers.get("If-None-Match", ""))

    @property
    def content_type(self) -> str:
        return self.headers.get("Content-Type", "")

    def only(self, *known: str, required: tuple[str, ...] = ()) -> dict[str, str]:
        """The parameters, when there are no others than these and all that are required."""
        for name in self.parameters:
            if name not in (*known, *required):
                raise ParameterProblem(name[:100], "is no parameter here")
        for name in required:
            if name not in self.parameters:
                raise ParameterProblem(name, "is required")
        return dict(self.parameters)


def asked(request: HttpRequest, *, needs_version: bool) -> Asked:
    """Raises Refused or a StatementProblem for what cannot be read."""
    if request.method not in METHODS:
        raise Refused(405, f"one of {', '.join(METHODS)} is known here", Allow=", ".join(METHODS))
    parameters, body = _parameters(request), _body(request)
    headers: Mapping[str, str] = request.headers
    if _is_form(request, parameters):
        return _from_form(parameters, headers, body)
    named = headers.get(versions.HEADER)
    version = versions.asked(named) if named or needs_version else None
    return Asked(str(request.method), parameters, headers, body, version)


def _is_form(request: HttpRequest, parameters: Mapping[str, str]) -> bool:
    """A version that has no such requests knows no parameter `method` either, and its resources refuse it."""
    named = request.headers.get(versions.HEADER)
    inside = request.method == "POST" and "method" in parameters and request.content_type == FORM
    return inside and (named is None or versions.asked(named).form_requests)


def _from_form(parameters: Mapping[str, str], headers: Mapping[str, str], body: bytes) -> Asked:
    if parameters.keys() != {"method"} or parameters["method"] not in METHODS:
        raise ParameterProblem("method", "must be the only parameter beside a form, and a method that is known")
    fields = _pairs(text_of(body))
    carried = {HEADERS[name.lower()]: fields.pop(name) for name in list(fields) if name.lower() in HEADERS}
    content = fields.pop("content", "").encode()
    kept = {name: value for name, value in headers.items() if name.lower() not in ("content-type", "content-length")}
    together = {**kept, "Content-Type": "application/json", **carried}
    named = carried.get(versions.HEADER) or headers.get(versions.HEADER)
    return Asked(parameters["method"], fields, together, content, versions.asked(named))


def _parameters(request: HttpRequest) -> dict[str, str]:
    return _pairs(request.META.get("QUERY_STRING", ""))


def _pairs(text: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:
        raise StatementProblem("", f"must be at most {MOST_FIELDS} parameters in UTF-8") from None
    found = dict(pairs)
    if len(found) != len(pairs):
        raise StatementProblem("", "must not give a parameter twice")
    for name, value in pairs:
        if "\0" in value:
            raise ParameterProblem(name[:100], "must not hold the character NUL")
    return found


def _body(request: HttpRequest) -> bytes:
    largest: int = settings.XAPI_LARGEST
    length = request.META.get("CONTENT_LENGTH") or "0"
    body = b"" if length.isdigit() and int(length) > largest else request.read(largest + 1)
    if len(body) > largest or (not body and length.isdigit() and int(length) > largest):
        raise Refused(413, f"at most {largest} bytes are taken in one request")
    return body
