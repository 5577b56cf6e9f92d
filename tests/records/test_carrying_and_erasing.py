"""Statements carried out and in again; and what is left of a person in other systems' statements when they are erased."""

import hashlib
import json
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from another_system import System
from django.core.management import CommandError, call_command
from sound import SOUND, a_file_beside

from people.models import User
from records.actions import account_of
from records.models import Authority, Credit, Document, File, Mention, Statement
from records.xapi.vocabulary import VOIDED

pytestmark = pytest.mark.django_db


def said(**more: Any) -> dict[str, Any]:
    return {**SOUND, "id": str(uuid4()), **more}


def test_what_is_exported_is_imported_whole_and_only_once(tmp_path: Path) -> None:
    hr = System()
    one, other = said(), said(timestamp="2026-07-01T09:00:00+01:00")
    hr.post([one, other])
    hr.post(said(verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": one["id"]}))
    file = tmp_path / "statements.jsonl"
    call_command("records", "export", str(file))
    before = hr.get(statementId=other["id"]).json()
    Statement.objects.all().delete()
    Mention.objects.all().delete()
    told = StringIO()
    for _time in range(2):
        call_command("records", "import", str(file), "--authority", "old-store", stdout=told)
    assert told.getvalue().startswith("3 statements")
    assert Statement.objects.count() == 3
    after = hr.get(statementId=other["id"]).json()
    assert {name: after[name] for name in SOUND} == {name: before[name] for name in SOUND}
    assert hr.get(voidedStatementId=one["id"]).status_code == 200
    assert not Authority.objects.get(code="old-store").trusted
    with pytest.raises(CommandError, match="name a new file"):
        call_command("records", "export", str(file))


def test_files_are_carried_with_the_statements_that_speak_of_them(tmp_path: Path) -> None:
    hr = System()
    for _time in range(2):
        one, body, content_type = a_file_beside(said(), b"a letter")
        hr.post(body, content_type)
    file = tmp_path / "statements.jsonl"
    call_command("records", "export", str(file))
    assert file.read_text().count('{"file":') == 1, "once, however many speak of it"
    for model in (Statement, Mention, File):
        model.objects.all().delete()
    call_command("records", "import", str(file), "--authority", "old-store", stdout=StringIO())
    assert b"a letter" in hr.get(statementId=one["id"], attachments=True).content


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("{", "line 2"),
        ("[]", "line 2"),
        ("7", "line 2"),
        (json.dumps({**SOUND, "verb": {}}), "line 2: verb.id: is required"),
        ('{"file": {"sha2": "aa"}}', "line 2: must be a file with its sha2"),
        ('{"file": {"sha2": "aa", "base64": "?"}}', "line 2: must be a file with its sha2"),
        (json.dumps({"file": {"sha2": "a" * 64, "base64": "YQ=="}}), "line 2: has a file whose sum"),
    ],
)
def test_an_import_tells_the_line_that_is_wrong_and_stores_nothing_of_its_batch(
    tmp_path: Path, line: str, wanted: str
) -> None:
    file = tmp_path / "statements.jsonl"
    file.write_text(f"{json.dumps(said())}\n{line}\n")
    with pytest.raises(CommandError, match=wanted):
        call_command("records", "import", str(file), "--authority", "old-store")
    assert not Statement.objects.exists()


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("records", "import", str(tmp_path / "none"), "--authority", "old-store")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    with pytest.raises(CommandError, match="no text in UTF-8"):
        call_command("records", "import", str(tmp_path / "bytes"), "--authority", "old-store")


def test_an_erased_person_is_named_by_no_address_in_any_statement_and_the_statements_stay(officer: User) -> None:
    hr = System()
    mbox = f"mailto:{officer.email}"
    by_sum = {"mbox_sha1sum": hashlib.sha1(mbox.encode(), usedforsecurity=False).hexdigest()}
    named = {"mbox": mbox, "name": officer.get_full_name(), "objectType": "Agent"}
    others = {"mbox": "mailto:somebody.else@lrs.example", "name": "Somebody Else"}
    as_actor, in_team, untouched = said(actor=named), said(actor=others), said(actor=others)
    in_team["context"] = {"team": {"objectType": "Group", "member": [by_sum, others]}}
    speaks_of = said(actor=others, object={"objectType": "StatementRef", "id": as_actor["id"]})
    hr.post([as_actor, in_team, untouched, speaks_of])
    hr.ask("POST", "agents/profile", {"likes": "tea"}, agent=named, profileId="likes")
    account = {"homePage": "http://127.0.0.1:8000", "name": str(account_of(officer).name)}
    officer.delete()

    text = json.dumps([row.text for row in Statement.objects.all()])
    assert officer.email not in text
    assert officer.last_name not in text
    assert by_sum["mbox_sha1sum"] not in text
    assert hr.ids(agent=named, related_agents=True) == hr.ids(agent=by_sum, related_agents=True) == []
    assert set(hr.ids(agent={"account": account}, related_agents=True)) == {
        each["id"] for each in (as_actor, in_team, speaks_of)
    }
    assert hr.get(statementId=as_actor["id"]).json()["actor"] == {"objectType": "Agent", "account": account}
    assert hr.get(statementId=untouched["id"]).json()["actor"] == others
    assert Statement.objects.count() == 4
    assert not Document.objects.exists()
    assert not Credit.objects.exists()
