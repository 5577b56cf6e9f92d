"""Statements are forgotten when they have been kept long enough, and what is left fits together."""

from datetime import timedelta
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from another_system import System
from django.core.management import call_command
from django.utils import timezone
from sound import AGENT, SOUND, a_file_beside

from people.models import User
from records.actions import recompute, record
from records.authorities import Ours
from records.forwarding.going_on import forwardings
from records.forwarding.stores import stores_of
from records.models import Credit, Document, File, Forwarding, Mention, Statement
from records.retention import Forgotten, tidy
from records.xapi.events import Activity, Event
from records.xapi.vocabulary import VOIDED, ActivityKind, Verb

pytestmark = pytest.mark.django_db
LATER = timedelta(days=401)


def said(**more: Any) -> dict[str, Any]:
    return {**SOUND, "id": str(uuid4()), **more}


@pytest.fixture(autouse=True)
def four_hundred_days(settings: Any) -> None:
    settings.KEEP_STATEMENTS_DAYS = 400


def test_what_is_old_goes_with_its_keys_its_files_and_old_documents_and_nothing_else() -> None:
    hr, one = System(), said()
    _statement, body, content_type = a_file_beside(said(), b"a letter")
    hr.post(body, content_type)
    hr.post([one, said(verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": one["id"]})])
    hr.ask("POST", "agents/profile", {"likes": "tea"}, agent=AGENT, profileId="likes")

    assert tidy(timezone.now()) == Forgotten(0, 0, 0), "it is not old yet"
    assert tidy(timezone.now() + LATER) == Forgotten(3, 1, 1)
    for model in (Statement, Mention, File, Document):
        assert not model.objects.exists(), model


def test_a_file_stays_while_a_newer_statement_speaks_of_it() -> None:
    hr = System()
    for _time in range(2):
        _statement, body, content_type = a_file_beside(said(), b"a letter")
        hr.post(body, content_type)
    newer = Statement.objects.order_by("stored").last()
    assert newer
    moved = newer.stored + LATER
    Mention.objects.filter(statement_id=newer.pk).update(stored=moved)
    Statement.objects.filter(pk=newer.pk).update(stored=moved)

    assert tidy(timezone.now() + LATER) == Forgotten(1, 0, 0)
    assert File.objects.count() == 1


def test_what_earns_somebody_a_credit_stays_until_they_are_erased(officer: User) -> None:
    lesson = Activity("urn:x:lesson", ActivityKind.LESSON, {"en": "A lesson"})
    record(officer, Event(Verb.COMPLETED, lesson, timezone.now(), minutes=25), authority=Ours.COURSES)
    record(officer, Event(Verb.PROGRESSED, lesson, timezone.now()), authority=Ours.COURSES)

    assert tidy(timezone.now() + LATER).statements == 1
    assert recompute() == Credit.objects.count() == 1
    officer.delete()
    assert tidy(timezone.now() + LATER).statements == 1
    assert not Statement.objects.exists()


def test_what_is_yet_to_be_sent_on_stays(settings: Any) -> None:
    settings.XAPI_FORWARD = stores_of("X", "board=https://key:secret@lrs.example/xapi")
    System().post(said())
    forwardings()
    assert tidy(timezone.now() + LATER).statements == 0
    Forwarding.objects.update(through=timezone.now())
    assert tidy(timezone.now() + LATER).statements == 1


def test_where_no_period_is_set_everything_is_kept(settings: Any) -> None:
    settings.KEEP_STATEMENTS_DAYS = 0
    System().post(said())
    assert tidy(timezone.now() + LATER) == Forgotten(0, 0, 0)


def test_the_command_tells_what_it_would_forget_and_what_it_forgot() -> None:
    System().post(said())
    told = StringIO()
    call_command("records", "tidy", "--dry-run", stdout=told)
    call_command("records", "tidy", stdout=told)
    assert told.getvalue().splitlines() == [
        "would forget 0 statements, 0 documents, and the files of those statements",
        "forgot 0 statements, 0 documents, 0 files",
    ]
