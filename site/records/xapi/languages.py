"""Language tags (RFC 5646, its shape) and language maps (4.2.3)."""

import re
from collections.abc import Mapping

from records.xapi.problems import StatementProblem

TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def tag_of(value: object, where: str) -> str:
    if not isinstance(value, str) or len(value) > 35 or not TAG.fullmatch(value):
        raise StatementProblem(where, "must be a language tag, such as cy or en-GB")
    return value


def map_of(value: object, where: str) -> dict[str, str]:
    """A language map: tags to texts."""
    if not isinstance(value, Mapping):
        raise StatementProblem(where, 'must be a language map, such as {"cy": …, "en": …}')
    for tag, text in value.items():
        tag_of(tag, where)
        if not isinstance(text, str):
            raise StatementProblem(f"{where}.{tag}", "must be text")
    return dict(value)
