"""Documents: what merging two makes, and whether a request may meet what is stored (2.0: 4.1.4, 4.1.6.2; 1.0.3:
Communication 2.2, 3.1)."""

import hashlib
import json
from dataclasses import dataclass

from records.xapi.problems import StatementProblem
from records.xapi.reading import text_of, value_of
from records.xapi.versions import Version

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Guard:
    """What the headers say of the document that they expect to meet."""

    if_match: str
    if_none_match: str

    @property
    def given(self) -> bool:
        return bool(self.if_match or self.if_none_match)

    def holds(self, tag: str) -> bool:
        """Against the tag of what is stored, empty where nothing is."""
        if self.if_match:
            return bool(tag) and ("*" in _tags(self.if_match) or tag in _tags(self.if_match))
        tags = _tags(self.if_none_match)
        return not tag or not ("*" in tags or tag in tags)


def tag_of(content: bytes) -> str:
    """The hexadecimal SHA-1 of a document, as both versions have it: it tells changes apart and keeps no secret."""
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()


def is_json(content_type: str) -> bool:
    return content_type.partition(";")[0].strip().lower() == JSON


def check_json(content: bytes, content_type: str) -> None:
    """What says that it is JSON must be."""
    if is_json(content_type):
        value_of(text_of(content))


def merged(old: bytes, old_type: str, new: bytes, new_type: str) -> bytes:
    """What a POST over a document makes: both must be JSON objects; properties are taken over whole."""
    if not (is_json(old_type) and is_json(new_type)):
        raise StatementProblem("Content-Type", f"must be {JSON}, as that of the stored document, to be merged with it")
    before, after = value_of(text_of(old)), value_of(text_of(new))
    if not (isinstance(before, dict) and isinstance(after, dict)):
        raise StatementProblem("", "must be a JSON object, as the stored document, to be merged with it")
    return json.dumps({**before, **after}, ensure_ascii=False).encode()


def needs_guard(version: Version, *, state: bool) -> bool:
    """Whether a PUT over a stored document must say by its tag that it has seen it."""
    return version.guards_states or not state


def _tags(header: str) -> set[str]:
    """Without quotes, and without the W/ that compressing an answer puts before a tag."""
    return {each.strip().removeprefix("W/").strip('"') for each in header.split(",")}
