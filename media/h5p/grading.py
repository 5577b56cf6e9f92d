"""Answers marked on the server, by the content itself: what the browser says the score is does not matter then.

H5P's right answers lie in the browser, and so does the marking; but the answers that somebody gave come with the
statements, and the content is here. Where a type's own rules can be followed exactly, `grade` follows them; where not, or where an
answer is not told, there is no mark, never a guess.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from media.h5p.grades import Grade, Marker, indices
from media.h5p.library import LibraryName
from media.h5p.own_types import MARKERS as OWN
from media.h5p.statements import Said

MARKING = frozenset({"answered", "completed"})


def grade(main: LibraryName, parameters: Any, told: Sequence[Said]) -> Grade | None:
    """The best mark of the answers that the content itself told; None where its type, or what it told, cannot be marked."""
    marker = MARKERS.get(main.machine_name)
    if marker is None or not isinstance(parameters, Mapping):
        return None
    answers = [
        each.response for each in told if each.verb in MARKING and not each.is_child and each.response is not None
    ]
    marks = [mark for each in answers if (mark := marker(parameters, each))]
    return max(marks, key=lambda mark: mark.share, default=None)


def choice(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """H5P.MultiChoice: a point for each right choice, one less for each wrong one; or one for all or nothing."""
    answers, behaviour = parameters.get("answers"), _object(parameters.get("behaviour"))
    if not isinstance(answers, list) or not answers:
        return None
    right = {index for index, each in enumerate(answers) if _object(each).get("correct") is True}
    named = indices(response, len(answers))
    if named is None:
        return None
    chosen = set(named)
    single = behaviour.get("type") == "single" or (behaviour.get("type", "auto") == "auto" and len(right) == 1)
    if behaviour.get("singlePoint") is True or single:
        done = chosen == right if not single else bool(chosen & right) or (not right and not chosen)
        return Grade(float(done), 1.0)
    if not right:
        return Grade(float(not chosen), 1.0)
    return Grade(float(max(0, len(chosen & right) - len(chosen - right))), float(len(right)))


def true_false(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """H5P.TrueFalse: one point."""
    if parameters.get("correct") not in {"true", "false"} or response not in {"true", "false"}:
        return None
    return Grade(float(response == parameters["correct"]), 1.0)


MARKERS: dict[str, Marker] = {"H5P.MultiChoice": choice, "H5P.TrueFalse": true_false, **OWN}


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
