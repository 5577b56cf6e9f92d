"""In an accepted answer of Moodle's, in XML as in GIFT, a `*` stands for anything, and `\\*` for itself."""

import re
from collections.abc import Sequence

from assessments.exchange.problems import Place, Refused, mistake

ANYTHING = re.compile(r"(?<!\\)\*")


def without_wildcards(accepted: Sequence[str], place: Place) -> tuple[str, ...]:
    """As they are compared here. Raises Refused where one stands for more than itself."""
    if any(ANYTHING.search(text) for text in accepted):
        raise Refused(mistake("wildcard", place))
    return tuple(text.replace("\\*", "*") for text in accepted)


def with_stars_escaped(text: str) -> str:
    return text.replace("*", "\\*")
