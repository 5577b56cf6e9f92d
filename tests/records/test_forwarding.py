"""Statements sent on to another store: a second server of ours, with a database of its own, over HTTP."""

import base64
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from http.client import HTTPConnection
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from another_system import System
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from serving import HOST, PATIENCE, Server, free_port
from sound import SOUND, a_file_beside

from people.models import User
from records.forwarding.going_on import FIRST_WAIT, forward, forwardings
from records.forwarding.stores import OtherStore, stores_of
from records.lrs.clients import make_credential
from records.models import Forwarding, RefusedStatement, Statement
from records.xapi.vocabulary import VOIDED

# With real transactions: what a transaction writes that is still under way is not sent on.
pytestmark = pytest.mark.django_db(transaction=True)


class Board:
    """The other store, and what is found there."""

    def __init__(self, server: Server, key: str, secret: str) -> None:
        self.server, self.key, self.secret = server, key, secret

    def word(self, secret: str = "") -> str:
        return f"board=http://{self.key}:{secret or self.secret}@{HOST}:{self.server.port}/xapi"

    def ask(self, query: str, version: str = "2.0.0") -> tuple[int, bytes]:
        wire = HTTPConnection(HOST, self.server.port, timeout=PATIENCE)
        told = base64.b64encode(f"{self.key}:{self.secret}".encode()).decode()
        headers = {"Authorization": f"Basic {told}", "X-Experience-API-Version": version}
        with closing(wire):
            wire.request("GET", f"/xapi/statements?{query}", headers=headers)
            answer = wire.getresponse()
            return answer.status, answer.read()

    def has(self, statement: dict[str, Any]) -> bool:
        return self.ask(f"statementId={statement['id']}")[0] == 200


@pytest.fixture(scope="module")
def board(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Board]:
    """Its database is a copy of the empty one of the tests."""
    folder = tmp_path_factory.mktemp("board")
    with django_db_blocker.unblock():
        if connection.vendor != "sqlite":
            pytest.skip("the other store's database is a copied file")
        made, secret = make_credential("another store of ours", ["all"])
        connection.ensure_connection()
        with sqlite3.connect(folder / "board.sqlite3") as copy:
            connection.connection.backup(copy)
        made.delete()
        made.authority.delete()
        server = Server(folder, DIOGEL_DATABASE_URL=f"sqlite:///{folder / 'board.sqlite3'}")
    yield Board(server, made.key, secret)
    server.stop()
    assert "Traceback" not in server.log(), server.log()


@pytest.fixture
def sent_on(board: Board, settings: Any) -> Board:
    settings.XAPI_FORWARD = stores_of("X", board.word())
    return board


@pytest.fixture
def nobody(settings: Any) -> OtherStore:
    """A store at whose address nobody answers."""
    (store,) = settings.XAPI_FORWARD = stores_of("X", f"nobody=http://key:secret@{HOST}:{free_port()}/xapi")
    return store


def said(**more: Any) -> dict[str, Any]:
    return {**SOUND, "id": str(uuid4()), **more}


def the_one() -> Forwarding:
    (found,) = forwardings()
    return found


@pytest.mark.slow
def test_everything_goes_on_once_in_its_version_with_its_files_and_what_takes_it_back(sent_on: Board) -> None:
    hr, old = System(), System(version="1.0.3", name="Old")
    plain, taken_back, old_one = said(), said(), said()
    hr.post([plain, taken_back])
    old.post(old_one)
    with_file, body, content_type = a_file_beside(said(), b"a letter")
    assert hr.post(body, content_type).status_code == 200
    hr.post(said(verb={"id": VOIDED}, object={"objectType": "StatementRef", "id": taken_back["id"]}))

    assert forward() == 5
    assert forward() == 0

    for each in (plain, old_one, with_file):
        assert sent_on.has(each)
    assert not sent_on.has(taken_back)
    assert sent_on.ask(f"voidedStatementId={taken_back['id']}")[0] == 200
    assert json.loads(sent_on.ask(f"statementId={old_one['id']}")[1])["version"].startswith("1.0")
    assert b"a letter" in sent_on.ask(f"statementId={with_file['id']}&attachments=true")[1]
    assert (the_one().sent, the_one().problem) == (5, "")
    later = said()
    hr.post(later)
    assert forward() == 1
    assert sent_on.has(later)


@pytest.mark.slow
def test_what_the_other_store_refuses_is_kept_with_the_reason_and_the_rest_goes_on(sent_on: Board) -> None:
    hr, clash = System(), said()
    many = [said() for _each in range(20)]
    hr.post([*many[:9], clash, *many[9:]])
    forward()
    # The other store knows another statement by this id; here its own is put back, and everything is sent once more.
    Statement.objects.filter(pk=clash["id"]).update(text=json.dumps({**clash, "result": {"success": True}}))
    call_command("records", "forwarding", "board", "--again", stdout=StringIO())
    Forwarding.objects.update(through=None, through_id=None)
    assert forward() == 21

    refused = RefusedStatement.objects.get()
    assert (str(refused.statement_id), refused.status) == (clash["id"], 409)
    assert "belongs to another statement" in refused.reason
    assert all(sent_on.has(each) for each in many)
    told = StringIO()
    call_command("records", "forwarding", stdout=told)
    assert "1 refused; goes on" in told.getvalue()

    Statement.objects.filter(pk=clash["id"]).update(text=json.dumps(clash))
    call_command("records", "forwarding", "board", "--again", stdout=StringIO())
    assert forward() == 1
    assert not RefusedStatement.objects.exists()


@pytest.mark.slow
def test_a_credential_that_no_longer_holds_stops_it_until_it_is_put_right(board: Board, settings: Any) -> None:
    settings.XAPI_FORWARD = stores_of("X", board.word(secret="wrong"))
    one = said()
    System().post(one)
    assert forward() == 0
    assert the_one().problem.startswith("401: ")
    assert not RefusedStatement.objects.exists()

    settings.XAPI_FORWARD = stores_of("X", board.word())
    call_command("records", "forwarding", "board", "--resume", stdout=StringIO())
    assert forward() == 1
    assert board.has(one)


@pytest.mark.slow
def test_whoever_works_beside_the_server_sends_on_by_itself(board: Board, tmp_path: Path) -> None:
    one = said()
    System().post(one)
    working = Server(tmp_path, with_clock=True, DIOGEL_XAPI_FORWARD=board.word())
    try:
        until = time.monotonic() + PATIENCE
        while not board.has(one) and time.monotonic() < until:
            time.sleep(0.2)
    finally:
        working.stop()
    assert board.has(one), working.log()


def test_a_store_that_does_not_answer_is_asked_again_later_each_time_later(nobody: OtherStore) -> None:
    System().post(said())
    waits = []
    for _time in range(3):
        before = timezone.now()
        assert forward() == 0
        found = the_one()
        assert found.next_try
        waits.append(round((found.next_try - before) / FIRST_WAIT))
        assert found.problem.startswith("no answer: ")
        assert forward() == 0, "it is not asked before its time"
        assert the_one().failures == found.failures
        Forwarding.objects.update(next_try=timezone.now() - timedelta(seconds=1))
    assert waits == [1, 2, 4]


def test_nothing_is_sent_while_it_is_paused_or_another_process_sends(nobody: OtherStore) -> None:
    System().post(said())
    call_command("records", "forwarding", "nobody", "--pause", stdout=StringIO())
    assert (forward(), the_one().failures) == (0, 0)
    call_command("records", "forwarding", "nobody", "--resume", stdout=StringIO())
    Forwarding.objects.update(taken_until=timezone.now() + timedelta(minutes=1))
    assert (forward(), the_one().failures) == (0, 0)
    Forwarding.objects.update(taken_until=timezone.now() - timedelta(minutes=1))
    assert (forward(), the_one().failures) == (0, 1)


def test_what_was_stored_before_can_be_left_out(nobody: OtherStore) -> None:
    System().post(said())
    call_command("records", "forwarding", "nobody", "--from-now", stdout=StringIO())
    assert (forward(), the_one().problem) == (0, "")


def test_a_wish_needs_the_name_of_a_store(nobody: OtherStore) -> None:
    with pytest.raises(CommandError, match="Name the store"):
        call_command("records", "forwarding", "--pause")


def test_where_no_store_is_named_nothing_is_sent_on() -> None:
    System().post(said())
    told = StringIO()
    call_command("records", "forwarding", stdout=told)
    assert (forward(), "Nothing is sent on" in told.getvalue()) == (0, True)


@pytest.mark.parametrize(
    "word",
    [
        "lrs.example",
        "board=https://lrs.example/xapi",
        "board=http://key:secret@lrs.example/xapi",
        "board=ftp://key:secret@lrs.example/xapi",
        "board=https://key:secret@lrs.example:99999/xapi",
        "board=https://key:secret@lrs.example/xapi?x=1",
        "board=https://key:secret@other@lrs.example/xapi",
        "board=https://key:secret@a.example/x board=https://key:secret@b.example/x",
    ],
)
def test_an_address_that_cannot_be_used_stops_the_start_and_tells_no_secret(word: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DIOGEL_XAPI_FORWARD") as found:
        stores_of("DIOGEL_XAPI_FORWARD", word)
    assert "secret@" not in str(found.value).replace("KEY:SECRET@", "")


def test_the_page_shows_each_store_and_pauses_it_and_sends_again(nobody: OtherStore, client: Client) -> None:
    client.force_login(User.objects.create_superuser(email="admin@diogel.example", password="x"))
    System().post(said())
    forward()
    found = the_one()
    RefusedStatement.objects.create(
        forwarding=found, statement=Statement.objects.get(), status=400, reason="nobody likes it", at=timezone.now()
    )
    listed = client.get("/admin/snippets/records/forwarding/")
    assert "nobody" in listed.content.decode()
    assert "/forwarding/add/" not in listed.content.decode()
    address = f"/admin/snippets/records/forwarding/edit/{found.pk}/"
    assert "nobody likes it" in client.get(address).content.decode()
    assert client.post(address, {"paused": "on", "again": "on"}).status_code == 302
    assert (the_one().paused, the_one().next_try, RefusedStatement.objects.get().again) == (True, None, True)
    assert client.get(f"/admin/snippets/records/forwarding/delete/{found.pk}/").status_code in (302, 403)
