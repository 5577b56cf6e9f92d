"""Answers of Diogel's own content types, marked by the same rules as in their scripts (media/content_types/).

What a response looks like stands in docs/h5p-content-types.md. A response that cannot be one of this content has no mark.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from media.h5p.grades import Grade, Marker, indices, pairs

LONGEST_WAY = 100
Entries = Sequence[Mapping[str, Any]]


def choice(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """One point; or, where several fit, one for each that fits and one less for each that does not."""
    options = _entries(parameters, "options")
    chosen = indices(response, len(options))
    if not options or chosen is None:
        return None
    if parameters.get("several") is True:
        return _of_options(options, chosen)
    return Grade(float(options[chosen[0]].get("correct") is True), 1.0) if len(chosen) == 1 else None


def true_false(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """A point for each statement."""
    statements = _entries(parameters, "statements")
    told = pairs(f"0[.]{response}" if len(statements) == 1 else response)
    right = [str(each.get("correct") is True).lower() for each in statements]
    return _matched(told, right, {"true", "false"})


def sort(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """A point for each thing in its group."""
    groups = _list(parameters, "groups")
    right = [str(_counted_from_1(each.get("group"), len(groups))) for each in _entries(parameters, "items")]
    return _matched(pairs(response), right, {str(place) for place in range(len(groups))})


def timeline(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """A point for each event in its place, and those for what is missing."""
    events, missing = _entries(parameters, "events"), parameters.get("missing")
    gaps = _entries(missing, "options") if isinstance(missing, Mapping) else []
    told = pairs(response) if gaps else {"order": response.replace("[,]", " "), "missing": ""}
    if told is None or told.keys() != {"order", "missing"}:
        return None
    order, found = indices(told["order"], len(events), " "), indices(told["missing"], len(gaps), " ")
    if not events or order is None or found is None or len(order) != len(events):
        return None
    placed = sum(event == place for place, event in enumerate(order))
    more = _of_options(gaps, found) if gaps else Grade(0.0, 0.0)
    return Grade(placed + more.raw, len(events) + more.most)


def signs(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """A point for each sign found, another for its reason, one less for each line marked that is no sign."""
    places, reasons = _entries(parameters, "places"), _list(parameters, "reasons")
    told = pairs(response) if reasons else dict.fromkeys(response.split("[,]"), "")
    marked = indices("[,]".join(told or {}), len(places)) if told is not None else None
    if told is None or marked is None or not places:
        return None
    found = [place for place in marked if places[place].get("sign") is True]
    explained = [
        place
        for place in found
        if reasons and told[str(place)] == str(_counted_from_1(places[place].get("reason"), len(reasons)))
    ]
    count = sum(each.get("sign") is True for each in places) * (2 if reasons else 1)
    return Grade(float(max(0, len(found) + len(explained) - (len(marked) - len(found)))), float(max(1, count)))


def case(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """The points of the ending, if the decisions told are a way through the scenes."""
    scenes = _entries(parameters, "scenes")
    at = 0
    for step in response.split("[,]")[:LONGEST_WAY]:
        choices = _entries(scenes[at], "choices") if scenes else []
        named, _, place = step.partition("[.]")
        chosen = indices(place, len(choices))
        if named != str(at) or not chosen:
            return None
        at = _counted_from_1(choices[chosen[0]].get("next") or len(scenes), len(scenes))
    endings = [_points(each) for each in scenes if not _entries(each, "choices")]
    if not scenes or _entries(scenes[at], "choices"):
        return None
    return Grade(_points(scenes[at]), max([1.0, *endings]))


MARKERS: dict[str, Marker] = {
    "Diogel.Choice": choice,
    "Diogel.TrueFalse": true_false,
    "Diogel.Sort": sort,
    "Diogel.Timeline": timeline,
    "Diogel.Signs": signs,
    "Diogel.Case": case,
}


def _matched(told: Mapping[str, str] | None, right: Sequence[str], known: set[str]) -> Grade | None:
    """A point for each pair that is right; None where a thing or what it is put to is not of this content."""
    if not right or told is None or not told.keys() <= {str(place) for place in range(len(right))}:
        return None
    if not set(told.values()) <= known:
        return None
    return Grade(float(sum(told.get(str(place)) == each for place, each in enumerate(right))), float(len(right)))


def _of_options(options: Entries, chosen: Sequence[int]) -> Grade:
    fit = sum(options[place].get("correct") is True for place in chosen)
    most = sum(each.get("correct") is True for each in options)
    return Grade(float(max(0, fit - (len(chosen) - fit))), float(max(1, most)))


def _counted_from_1(value: Any, count: int) -> int:
    """A place that an author gave, counting from 1, within a list of so many."""
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else 1
    return int(min(max(1, number), count)) - 1


def _points(scene: Mapping[str, Any]) -> float:
    score = scene.get("score")
    return float(max(0, score)) if isinstance(score, int | float) and not isinstance(score, bool) else 0.0


def _list(parameters: Mapping[str, Any], key: str) -> list[Any]:
    value = parameters.get(key)
    return value if isinstance(value, list) else []


def _entries(parameters: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    return [each if isinstance(each, Mapping) else {} for each in _list(parameters, key)]
