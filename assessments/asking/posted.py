"""What a browser posted, cut to what can be an answer at all. Whether it is one of those offered is checked later."""

from __future__ import annotations

from django.http import QueryDict

from assessments.questions.parts import MOST_OPTIONS
from assessments.questions.texts import readable

ID_LENGTH = 36


def one(posted: QueryDict, name: str, most: int = ID_LENGTH) -> str:
    return readable(str(posted.get(name, "")))[:most]


def several(posted: QueryDict, name: str) -> list[str]:
    return list(dict.fromkeys(str(each)[:ID_LENGTH] for each in posted.getlist(name)[:MOST_OPTIONS] if each))


def confidence(posted: QueryDict) -> int | None:
    """Never a reason to lose an answer: what is no number is left out."""
    said = one(posted, "confidence", 3)
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 2 else None
