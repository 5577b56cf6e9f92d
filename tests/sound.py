"""A sound xAPI statement, and the same with one thing changed: for tests that break one rule at a time."""

import copy
import hashlib
import json
from typing import Any

from records.xapi.multipart import written

SOUND: dict[str, Any] = {
    "id": "1f0a9c3e-5c1b-4d0e-9b5e-0a4f6f1d2c3b",
    "actor": {"account": {"homePage": "https://lrs.example", "name": "somebody"}},
    "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en": "completed"}},
    "object": {"id": "https://lrs.example/course", "definition": {"name": {"en": "A course", "cy": "Cwrs"}}},
    "timestamp": "2026-11-22T09:30:00Z",
}
AGENT = {"mbox": "mailto:somebody@lrs.example"}


def changed(path: str, value: object) -> dict[str, Any]:
    """The sound statement with one property set, or left out (…)."""
    statement = copy.deepcopy(SOUND)
    *parents, last = path.split(".")
    place: dict[str, Any] = statement
    for parent in parents:
        place = place.setdefault(parent, {})
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return statement


def within(path: str, value: object) -> dict[str, Any]:
    """A statement about another, of which one property is set."""
    inner = changed(path, value)
    del inner["id"]
    return changed("object", {**inner, "objectType": "SubStatement"})


def a_file_beside(statement: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes, str]:
    """The statement that describes a file, the body of a request with both, and the body's media type."""
    sha2 = hashlib.sha256(content).hexdigest()
    described = {
        "usageType": "urn:x:evidence",
        "display": {"en": "Evidence"},
        "contentType": "text/plain",
        "sha2": sha2,
    }
    whole = {**statement, "attachments": [{**described, "length": len(content)}]}
    files = [("text/plain", sha2, content)]
    return whole, written("abc", json.dumps(whole), files), "multipart/mixed; boundary=abc"
