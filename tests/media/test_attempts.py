"""What a browser tells of an attempt: kept in order, once, bounded, and judged by the content's rule."""

import io
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from h5p_packages import LIBRARY, packed, sound_with

from media.importing import import_package
from media.models import AttemptStatement, ContentAttempt, ContentVersion
from people.models import User
from records.models import Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(package_folder: Path) -> ContentVersion:
    """A question of H5P's own kind, made here: right is the second of two."""
    files: dict[str, Any] = {}
    for name, value in sound_with().items():
        files[name.replace(LIBRARY, "H5P.MultiChoice-1.16")] = value
    files["h5p.json"]["mainLibrary"] = "H5P.MultiChoice"
    files["h5p.json"]["preloadedDependencies"] = [
        {"machineName": "H5P.MultiChoice", "majorVersion": 1, "minorVersion": 16}
    ]
    files["H5P.MultiChoice-1.16/library.json"] |= {"machineName": "H5P.MultiChoice", "minorVersion": 16}
    option = {
        "type": "group",
        "name": "a",
        "fields": [{"name": "text", "type": "text"}, {"name": "correct", "type": "boolean"}],
    }
    files["H5P.MultiChoice-1.16/semantics.json"] = [{"name": "answers", "type": "list", "field": option}]
    files["content/content.json"] = {"answers": [{"text": "a", "correct": False}, {"text": "b", "correct": True}]}
    return import_package(io.BytesIO(packed(files)), "quiz.h5p", language="en").version


@pytest.fixture
def learner(client: Client, officer: User) -> Client:
    client.force_login(officer)
    return client


def answered(response: str = "1", raw: float = 1, verb: str = "answered", **more: Any) -> dict[str, Any]:
    statement = {
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}"},
        "result": {"score": {"raw": raw, "max": 1, "scaled": raw}, "response": response},
        **more,
    }
    return {"key": str(uuid4()), "statement": statement}


def tell(client: Client, version: ContentVersion, sequence: int, **packet: Any) -> Any:
    body = json.dumps({"sequence": sequence, **packet})
    return client.post(f"/en/interactive/{version.pk}/tell/", body, content_type="application/json")


def test_an_attempt_begins_with_the_first_thing_told_and_keeps_the_state(
    learner: Client, version: ContentVersion
) -> None:
    assert not ContentAttempt.objects.exists()
    answer = tell(learner, version, 1, state='{"0":{}}').json()
    attempt = ContentAttempt.objects.get()
    assert (answer["attempt"], answer["complete"], attempt.state) == (str(attempt.key), False, '{"0":{}}')
    assert answer["reason"] == "Not done yet: it is not answered."


def test_a_state_that_comes_late_overwrites_nothing(learner: Client, version: ContentVersion) -> None:
    key = tell(learner, version, 5, state="five").json()["attempt"]
    assert tell(learner, version, 4, state="four", attempt=key).status_code == 409
    assert tell(learner, version, 5, state="again", attempt=key).status_code == 200
    assert ContentAttempt.objects.get().state == "five"


def test_a_statement_told_twice_is_kept_once_and_late_ones_are_kept(learner: Client, version: ContentVersion) -> None:
    one, other = answered(), answered()
    key = tell(learner, version, 2, said=[one]).json()["attempt"]
    tell(learner, version, 2, said=[one, other], attempt=key)
    assert AttemptStatement.objects.count() == 2


def test_what_a_browser_says_of_the_score_does_not_matter_where_we_mark(
    learner: Client, version: ContentVersion
) -> None:
    version.content.need = "score"
    version.content.save()
    lie = tell(learner, version, 1, said=[answered("0", raw=1)]).json()
    assert (lie["complete"], lie["reason"]) == (False, "Not done yet: 0% of the points, of 100% needed.")
    truth = tell(learner, version, 2, said=[answered("1", raw=0)], attempt=lie["attempt"]).json()
    attempt = ContentAttempt.objects.get()
    assert truth["complete"]
    assert (attempt.raw, attempt.most, attempt.verified) == (1, 1, True)


def test_done_is_told_to_the_record_store_once_and_by_a_browser(learner: Client, version: ContentVersion) -> None:
    key = tell(learner, version, 1, said=[answered()]).json()["attempt"]
    tell(learner, version, 2, said=[answered()], attempt=key)
    assert [(each.authority.code, "minutes" in each.text) for each in Statement.objects.all()] == [("browser", False)]


@pytest.mark.parametrize(
    "said",
    [
        answered(verb="failed"),
        answered(context={"contextActivities": {"parent": [{"id": "x"}]}}),
        answered(object={"definition": {"extensions": {"http://h5p.org/x-api/h5p-subContentId": "a"}}}),
    ],
)
def test_failing_completes_nothing_and_a_part_does_not_complete_the_whole(
    learner: Client, version: ContentVersion, said: dict[str, Any]
) -> None:
    for need in ("answered", "score", "end"):
        version.content.need = need
        version.content.save()
        said["key"] = str(uuid4())
        assert not tell(learner, version, 1, said=[said]).json()["complete"]


def test_time_counts_no_faster_than_the_clock(learner: Client, version: ContentVersion) -> None:
    version.content.need, version.content.seconds = "time", 3600
    version.content.save()
    told = tell(learner, version, 1, seconds=9000).json()
    assert not told["complete"]
    for sequence in range(2, 20):
        tell(learner, version, sequence, seconds=9000, attempt=told["attempt"])
    assert ContentAttempt.objects.get().seconds <= 15


def test_beginning_again_keeps_what_was(learner: Client, version: ContentVersion) -> None:
    first = tell(learner, version, 1, state="one", said=[answered()]).json()["attempt"]
    back = learner.post(f"/en/interactive/{version.pk}/again/", {"back": "/en/x/"})
    assert back["Location"] == "/en/x/"
    assert [(each.number, each.state) for each in ContentAttempt.objects.all()] == [(1, "one"), (2, "")]
    assert tell(learner, version, 2, state="late", attempt=first).status_code == 409
    assert learner.post(f"/en/interactive/{version.pk}/again/", {"back": "https://else.example/"})["Location"] == "/"


def test_a_new_version_starts_anew_and_the_old_attempt_keeps_its_own(learner: Client, version: ContentVersion) -> None:
    tell(learner, version, 1, state="old")
    newer = ContentVersion.objects.get(pk=version.pk)
    newer.pk, newer.number = None, 2
    newer.save()
    tell(learner, newer, 1, state="new")
    assert [(each.version_id, each.state) for each in ContentAttempt.objects.all()] == [
        (version.pk, "old"),
        (newer.pk, "new"),
    ]


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b"[" * 100_000, b'{"sequence": -1}', b'{"sequence": true}', b'{"state": 1}', b'{"said": [1]}',
     b'{"said": [{"key": "x", "statement": {}}]}', b'{"seconds": 1e400}', b'{"said": 5}', b"\xff"],
)  # fmt: skip
def test_what_is_no_packet_is_refused_and_keeps_nothing(learner: Client, version: ContentVersion, body: bytes) -> None:
    response = learner.post(f"/en/interactive/{version.pk}/tell/", body, content_type="application/json")
    assert response.status_code == 400
    assert not ContentAttempt.objects.exists()


def test_too_much_is_refused_before_it_is_read(learner: Client, version: ContentVersion) -> None:
    assert tell(learner, version, 1, state="x" * 300_000).status_code == 400
    assert tell(learner, version, 1, state="x" * 700_000).status_code == 400
    assert tell(learner, version, 1, said=[answered()] * 51).status_code == 400


@pytest.mark.parametrize("length", ["many", "-1", "²", "9" * 400])
def test_a_length_that_is_none_is_refused(learner: Client, version: ContentVersion, length: str) -> None:
    address = f"/en/interactive/{version.pk}/tell/"
    response = learner.post(address, "{}", content_type="application/json", CONTENT_LENGTH=length)
    assert response.status_code == 400


def test_what_no_database_keeps_is_left_out(learner: Client, version: ContentVersion) -> None:
    assert tell(learner, version, 1, state="a\0\ud800b", said=[answered("\0")]).status_code == 200
    assert ContentAttempt.objects.get().state == "a?b"


def test_who_is_signed_out_is_told_so_in_their_language(client: Client, version: ContentVersion) -> None:
    response = client.post(f"/cy/interactive/{version.pk}/tell/", "{}", content_type="application/json")
    assert response.status_code == 401
    assert "allgofnodi" in response.json()["problem"]


def test_nobody_s_attempt_is_another_s(learner: Client, version: ContentVersion, teacher: User) -> None:
    key = tell(learner, version, 1, state="mine").json()["attempt"]
    learner.force_login(teacher)
    assert tell(learner, version, 2, state="theirs", attempt=key).status_code == 409
    assert ContentAttempt.objects.get().state == "mine"
