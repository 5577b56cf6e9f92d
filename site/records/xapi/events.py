"""Something that happened here, and the statement that says it.

Our own parts describe an `Event`; `statement_of` writes it as xAPI. The person is a pseudonymous account by now.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from records.xapi.vocabulary import EARNING, TESTED_OUT, WAIVED_BECAUSE, ActivityKind, Extension, Mode, Verb


@dataclass(frozen=True, slots=True)
class Activity:
    """What it was about. `id` is an absolute IRI that stays the same in both languages; `name` is by language."""

    id: str
    kind: ActivityKind
    name: Mapping[str, str]
    version: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something a person did.

    `id` may be given so that the same thing, told twice, is kept once. `minutes` are the minutes it is worth, 0 for none.
    `language` is the one it was taken in ("cy", "en", or "" where neither). `score` runs from 0 to 1. `sample` is true for
    content not yet reviewed, which credits nobody. `registration` is one enrolment, attempt or conference. `shown_by` is
    the paper by which something was waived.
    """

    verb: Verb
    activity: Activity
    at: datetime
    id: UUID = field(default_factory=uuid4)
    language: str = ""
    minutes: int = 0
    mode: Mode = Mode.E_LEARNING
    multi_agency: bool = False
    sample: bool = False
    success: bool | None = None
    score: float | None = None
    registration: UUID | None = None
    shown_by: Activity | None = None


def statement_of(event: Event, *, home_page: str, account: str) -> dict[str, object]:
    """The statement that says `event` of the account `account` at `home_page`."""
    return {
        "id": str(event.id),
        "actor": {"objectType": "Agent", "account": {"homePage": home_page, "name": account}},
        "verb": {"id": event.verb.value, "display": {"en": event.verb.name.lower()}},
        "object": _activity(event.activity),
        "result": _result(event),
        "context": _context(event),
        "timestamp": event.at.isoformat(),
    }


def _activity(activity: Activity) -> dict[str, object]:
    about = {"type": activity.kind.value, "name": dict(activity.name)}
    return {"objectType": "Activity", "id": activity.id, "definition": about}


def _result(event: Event) -> dict[str, object]:
    result: dict[str, object] = {"completion": event.verb in EARNING or event.verb is Verb.WAIVED}
    if event.verb is Verb.WAIVED:
        result["extensions"] = {WAIVED_BECAUSE: TESTED_OUT}
    if event.success is not None:
        result["success"] = event.success
    if event.score is not None:
        result["score"] = {"scaled": event.score}
    if event.minutes:
        result["duration"] = f"PT{event.minutes}M"
    return result


def _context(event: Event) -> dict[str, object]:
    context: dict[str, object] = {
        "extensions": {
            Extension.MODE.value: event.mode.value,
            Extension.MULTI_AGENCY.value: event.multi_agency,
            Extension.SAMPLE.value: event.sample,
        }
    }
    if event.registration:
        context["registration"] = str(event.registration)
    if event.language:
        context["language"] = event.language
    if event.activity.version:
        context["revision"] = event.activity.version
    if event.shown_by:
        context["contextActivities"] = {"other": [_activity(event.shown_by)]}
    return context
