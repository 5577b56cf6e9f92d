"""What a content says of itself while somebody plays it: xAPI statements, read with suspicion.

They come from a browser, in which anybody can make a content say anything. So nothing here raises on what is odd: a part
that is not as it must be counts as not said.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

H5P_EXTENSIONS = "http://h5p.org/x-api/"
SUB_CONTENT = f"{H5P_EXTENSIONS}h5p-subContentId"
ENDING_POINT = "http://id.tincanapi.com/extension/ending-point"
LONGEST_RESPONSE = 20_000


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: the verb's last word, of which part (empty: the content itself), and what came of it."""

    verb: str
    part: str = ""
    is_child: bool = False
    raw: float | None = None
    most: float | None = None
    scaled: float | None = None
    success: bool | None = None
    response: str | None = None
    point: float | None = None

    @property
    def share(self) -> float | None:
        """The score from 0 to 1, worked out from the points where they are told; None where there is none."""
        if self.raw is not None and self.most is not None and self.most > 0:
            return min(1.0, max(0.0, self.raw / self.most))
        return min(1.0, max(0.0, self.scaled)) if self.scaled is not None else None


def said(statement: Any) -> Said:
    """What a statement says."""
    told, result = _object(statement), _object(_object(statement).get("result"))
    activity, score = _object(told.get("object")), _object(result.get("score"))
    context = _object(told.get("context"))
    extensions = _object(_object(activity.get("definition")).get("extensions"))
    part = extensions.get(SUB_CONTENT)
    success, response = result.get("success"), result.get("response")
    point = _object(_object(context).get("extensions")).get(ENDING_POINT)
    if point is None:
        point = extensions.get(ENDING_POINT)
    return Said(
        verb=_last_word(_object(told.get("verb")).get("id")),
        part=part if isinstance(part, str) else "",
        is_child=bool(_object(context.get("contextActivities")).get("parent")) or part is not None,
        raw=_number(score.get("raw")),
        most=_number(score.get("max")),
        scaled=_number(score.get("scaled")),
        success=success if isinstance(success, bool) else None,
        response=response[:LONGEST_RESPONSE] if isinstance(response, str) else None,
        point=_number(point),
    )


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: Any) -> float | None:
    """A finite number; numbers written as text, as some types send them, count."""
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float | str)
        or (isinstance(value, str) and len(value) > 40)
    ):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _last_word(verb: Any) -> str:
    """The word at the end of a verb's address: `http://adlnet.gov/expapi/verbs/answered` is `answered`."""
    return verb.rstrip("/").rpartition("/")[2][:40] if isinstance(verb, str) else ""
