"""Language tags (RFC 5646, its shape) and language maps (2.0: 4.2.7; 1.0.3: Data 4.2), and which entry a reader gets."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from records.xapi.problems import StatementProblem

TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*|[xXiI](-[A-Za-z0-9]{1,8})+")
WANTED = re.compile(r"\s*(\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?")
MOST_WANTED = 50


def tag_of(value: object, where: str) -> str:
    if type(value) is not str or len(value) > 35 or not _is_tag(value):
        raise StatementProblem(where, "must be a language tag, such as cy or en-GB")
    return value


@lru_cache(maxsize=1_000)
def _is_tag(text: str) -> bool:
    return TAG.fullmatch(text) is not None


def map_of(value: object, where: str) -> dict[str, str]:
    """A language map: tags to texts."""
    if not isinstance(value, dict):
        raise StatementProblem(where, 'must be a language map, such as {"cy": …, "en": …}')
    for tag, text in value.items():
        if type(tag) is not str or len(tag) > 35 or not _is_tag(tag):
            raise StatementProblem(where, "must have language tags as its keys, such as cy or en-GB")
        if type(text) is not str:
            raise StatementProblem(f"{where}.{tag}", "must be text")
    return value


def wanted(accept_language: str) -> list[str]:
    """The tags of an Accept-Language header in lower case, the most wanted first; what is no tag is passed over."""
    found = [WANTED.fullmatch(part) for part in accept_language.split(",")[:MOST_WANTED]]
    weighed = [(float(match[2] or 1), match[1].lower()) for match in found if match]
    return [tag for weight, tag in sorted(weighed, key=lambda pair: -pair[0]) if weight > 0]


def one_language(texts: Mapping[str, str], tags: Sequence[str]) -> dict[str, str]:
    """The one entry of a language map that suits a reader of `tags` best; the first there is where none does."""
    known = {tag.lower(): tag for tag in texts}
    for tag in tags:
        near = [each for each in known if each.startswith(f"{tag}-")] + [
            each for each in known if tag.startswith(f"{each}-")
        ]
        if found := next((each for each in (tag, *near) if each in known), None):
            return {known[found]: texts[known[found]]}
    return dict([next(iter(texts.items()))]) if texts else {}
