"""What a person does with an interactive content, as their browser tells it: kept in order, judged by the content's rule.

An attempt begins with the first thing told, not with opening a page. States carry a rising number, so that one that comes
late never overwrites a later one; statements carry a key of their own, so that one told twice is kept once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from media.h5p import (
    Evidence,
    Judgement,
    LibraryName,
    Need,
    Rule,
    Said,
    UserData,
    believable,
    finished,
    grade,
    judge,
    parts_of,
    said,
)
from media.models import AttemptStatement, ContentAttempt, ContentVersion, InteractiveContent
from media.preparing import prepared
from people.models import User
from records.actions import record
from records.authorities import Ours
from records.xapi.events import Activity, Event
from records.xapi.vocabulary import ActivityKind, Verb

STATEMENTS = 1000  # of one attempt; a content that says more is told nothing, and heard no more


@dataclass(frozen=True, slots=True)
class Packet:
    """One thing told: where the person is in the content, of which attempt (empty: of none yet), new statements by key."""

    user_data: UserData
    attempt: str = ""
    said: tuple[tuple[UUID, str], ...] = ()


class Overtaken(Exception):
    """The person went on in another window: what this one holds is no longer the latest."""


def latest(person: User, version: ContentVersion) -> ContentAttempt | None:
    """Where the person left off in this version."""
    return ContentAttempt.objects.filter(person=person, version=version).order_by("-number").first()


def was_completed(person: User, content: InteractiveContent) -> bool:
    """Whether any attempt of theirs, in whichever language, was complete."""
    return ContentAttempt.objects.filter(person=person, content=content, completed_at__isnull=False).exists()


@transaction.atomic
def begin(person: User, version: ContentVersion) -> ContentAttempt:
    """A new attempt; those before stay as they are. Two windows that begin at once begin one after the other."""
    _one_at_a_time(person)
    mine = ContentAttempt.objects.filter(person=person, content=version.content_id)
    number = (mine.aggregate(last=Max("number"))["last"] or 0) + 1
    now = timezone.now()
    return ContentAttempt.objects.create(
        person=person, content=version.content, version=version, number=number, begun_at=now, touched_at=now
    )


@transaction.atomic
def tell(person: User, version: ContentVersion, packet: Packet) -> tuple[ContentAttempt, Judgement]:
    """Keep what a browser tells. Raises Overtaken where another window went on, or began anew."""
    _one_at_a_time(person)
    found = latest(person, version)
    if found is None or (packet.attempt and str(found.key) != packet.attempt):
        if packet.attempt:
            raise Overtaken
        found = begin(person, version)
    elif packet.attempt and packet.user_data.sequence < found.sequence:
        raise Overtaken
    _keep(found, packet, timezone.now())
    judgement = judged(found)
    if judgement.complete and found.completed_at is None:
        found.completed_at = found.touched_at
        _record(found)
    found.save()
    return found, judgement


def judged(attempt: ContentAttempt) -> Judgement:
    """The attempt by its content's rule, with what we marked ourselves; its points are brought up to date."""
    return judged_by(attempt, [said(json.loads(text)) for text in attempt.statements.values_list("text", flat=True)])


def judged_by(attempt: ContentAttempt, told: Sequence[Said]) -> Judgement:
    """The same, by what was told in it."""
    made = prepared(attempt.version)
    main, parameters = LibraryName.parse(made.main), json.loads(made.parameters)
    told = believable(main, parameters, told)
    marked = grade(main, parameters, told)
    attempt.verified = marked is not None
    points = marked or finished(told)
    attempt.raw, attempt.most = (points.raw, points.most) if points else (None, None)
    evidence = Evidence(told, attempt.seconds, attempt.seen_end, marked.share if marked else None)
    return judge(rule_of(attempt.content), parts_of(main, parameters), evidence)


def rule_of(content: InteractiveContent) -> Rule:
    """The content's rule, as the judging reads it."""
    need = Need(content.need)
    return Rule(need, content.percent / 100 if need is Need.SCORE else float(content.seconds))


def _one_at_a_time(person: User) -> None:
    """Whatever else this person's browsers tell waits until this transaction is over."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)


def _keep(attempt: ContentAttempt, packet: Packet, now: datetime) -> None:
    """The statements always; the rest only of what is later than what is kept."""
    room = STATEMENTS - attempt.statements.count()
    rows = [AttemptStatement(attempt=attempt, key=key, text=text, at=now) for key, text in packet.said[: max(0, room)]]
    AttemptStatement.objects.bulk_create(rows, ignore_conflicts=True)
    kept = UserData(attempt.sequence, attempt.state, attempt.seconds, attempt.seen_end)
    now_kept = kept.after(packet.user_data, (now - attempt.begun_at).total_seconds())
    if now_kept is kept:
        return
    attempt.sequence, attempt.touched_at = now_kept.sequence, now
    attempt.state, attempt.seconds, attempt.seen_end = now_kept.state or "", now_kept.seconds, now_kept.seen_end


def _record(attempt: ContentAttempt) -> None:
    """Say it to the record store: reported by a browser, worth no minutes, and no evidence of anybody's judgement."""
    name = {attempt.version.language: attempt.content.title}
    activity = Activity(f"urn:x-diogel:interactive:{attempt.content_id}", ActivityKind.INTERACTION, name)
    event = Event(
        Verb.COMPLETED, activity, at=attempt.touched_at, id=uuid5(attempt.key, "completed"),
        language=attempt.version.language, registration=attempt.key,
    )  # fmt: skip
    record(attempt.person, event, authority=Ours.BROWSER)
