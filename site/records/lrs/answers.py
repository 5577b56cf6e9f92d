"""How answers look: JSON, with the version that was spoken in the header (2.0: 4.1.6; 1.0.3: Communication 3.3)."""

import json
from typing import Any

from django.http import HttpResponse
from django.utils.http import http_date

from records.xapi import versions
from records.xapi.versions import Version


def as_json(value: Any, status: int = 200) -> HttpResponse:
    return text(json.dumps(value, ensure_ascii=False), status)


def text(written: str, status: int = 200) -> HttpResponse:
    """What is JSON already."""
    return HttpResponse(written, content_type="application/json", status=status)


def nothing() -> HttpResponse:
    return HttpResponse(status=204)


def problem(status: int, wanted: str, where: str = "") -> HttpResponse:
    """What is wrong, and the path of it."""
    return as_json({"error": f"{where}: {wanted}" if where else wanted, "where": where}, status)


def spoken(answer: HttpResponse, version: Version | None) -> HttpResponse:
    """A request that names no version is one of 0.9, by the specification's own rule, and is told so."""
    answer[versions.HEADER] = version.number if version else "0.9"
    answer["Date"] = http_date()  # by which clients tell how far their clock is from ours
    return answer
