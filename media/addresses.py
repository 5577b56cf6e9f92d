"""Addresses that are themselves the right to read: those of a content's page and files.

One is made for a version and a day, not for a person, so that browsers and proxies between can keep files; whoever may open
the lesson is given it. It holds until the end of the next day.
"""

from __future__ import annotations

import hmac
import re
from datetime import date, timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

TOKEN = re.compile(r"(\d{1,18})-(\d{1,7})-([0-9a-f]{40})", re.ASCII)
DAYS = 1  # after the day it was made for


def capability(version: int, day: date | None = None) -> str:
    """The part of an address that opens a version today."""
    told = f"{version}-{(day or today()).toordinal()}"
    return f"{told}-{_mac(told)}"


def opened(token: str) -> int | None:
    """The version that the part opens; None where it opens nothing, or no longer."""
    match = TOKEN.fullmatch(token)
    if not match or not hmac.compare_digest(_mac(f"{match[1]}-{match[2]}"), match[3]):
        return None
    age = today() - date.fromordinal(max(1, int(match[2])))
    return int(match[1]) if timedelta(0) <= age <= timedelta(days=DAYS) else None


def today() -> date:
    return timezone.now().date()


def _mac(told: str) -> str:
    return salted_hmac("media.h5p.capability", told, algorithm="sha256").hexdigest()[:40]
