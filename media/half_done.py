"""Where a person left off in a content, in whichever of its languages they were at it last.

Our own types keep places and no words (docs/h5p-content-types.md), so that what was half done in Welsh is half done in English
where both say the same: one type, as many things to answer, the same ones right. Other types keep what they like, and each
language begins for itself. What is brought over is only shown: the attempts stay apart.
"""

from __future__ import annotations

import json
from typing import Any

from media.attempts import latest
from media.models import ContentAttempt, ContentVersion
from people.models import User

OURS = "Diogel."


def state_for(person: User, version: ContentVersion) -> str:
    """The state to begin with: of the attempt at this version, or of a later one at the same in the other language."""
    mine = latest(person, version)
    other = _in_other_language(person, version)
    if other and (mine is None or other.touched_at > mine.touched_at):
        return other.state
    return mine.state if mine else ""


def _in_other_language(person: User, version: ContentVersion) -> ContentAttempt | None:
    """The latest attempt at the newest version in the other language, where that says the same as this one."""
    newest = version.content.newest
    twin = next((each for language, each in newest.items() if language != version.language), None)
    if twin is None or newest.get(version.language) != version or not version.main.machine_name.startswith(OURS):
        return None
    found = latest(person, twin)
    return found if found and says_the_same(version, twin) else None


def says_the_same(one: ContentVersion, other: ContentVersion) -> bool:
    """Whether both are of one type and alike in everything but their words."""
    return one.main_id == other.main_id and skeleton(json.loads(one.parameters)) == skeleton(
        json.loads(other.parameters)
    )


def skeleton(value: Any) -> Any:
    """What is left of a content without its words: how many of what, and which are right."""
    if isinstance(value, dict):
        return {key: skeleton(inner) for key, inner in value.items() if not isinstance(inner, str)}
    if isinstance(value, list):
        return [skeleton(each) for each in value]
    return "" if isinstance(value, str) else value
