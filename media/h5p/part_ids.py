"""An id for every part of a content that has none, so that what a part says of itself can be told from what others say.

H5P's own editor gives each part a `subContentId`; other programs leave it out, or write one that no server keeps. The id is
made from the place where the part stands, so that the same content has the same ids, however often it is read.
"""

import uuid
from typing import Any

PLACES = uuid.uuid5(uuid.NAMESPACE_URL, "tag:h5p-part-by-place")


def part_id(*place: str) -> str:
    """The id of what stands in this place."""
    return str(uuid.uuid5(PLACES, "\0".join(place)))


def with_ids(parameters: Any) -> Any:
    """The same filtered content, each part of it with an id; the input is left as it is."""
    return _with_ids(parameters, ())


def _with_ids(value: Any, place: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_with_ids(each, (*place, str(number))) for number, each in enumerate(value)]
    if not isinstance(value, dict):
        return value
    told = {key: _with_ids(inner, (*place, key)) for key, inner in value.items()}
    is_part = isinstance(value.get("library"), str) and "params" in value
    if is_part and "subContentId" not in value:
        told["subContentId"] = part_id(*place)
    return told
