"""Who is let in, what they may do, and which version is spoken (2.0: 4.1.2, 4.1.6; 1.0.3: Communication 1.3, 3.3, 4)."""

import json
from io import StringIO
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from another_system import System
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from sound import AGENT, SOUND

from people.models import User
from records.models import Credential, Statement

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "authorization", ["", "Basic", "Basic !", "Basic YTpi", "Bearer x", "Basic YQ==", "Basic AGE6Yg=="]
)
def test_nobody_gets_in_without_a_key_and_its_secret(authorization: str) -> None:
    answer = System().ask("GET", "statements", headers={"Authorization": authorization})
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Basic")


def test_a_revoked_credential_lets_nobody_in_and_its_last_use_is_known() -> None:
    hr = System()
    assert hr.get().status_code == 200
    hr.credential.refresh_from_db()
    assert hr.credential.used
    Credential.objects.update(revoked=timezone.now())
    assert hr.get().status_code == 401


def test_no_secret_is_kept() -> None:
    hr = System()
    assert hr.secret not in json.dumps(list(Credential.objects.values()), default=str)


ASKED = [
    ("POST", "statements", {}),
    ("GET", "statements", {}),
    ("GET", "activities/state", {"activityId": "urn:x:a", "agent": AGENT}),
    ("DELETE", "activities/state", {"activityId": "urn:x:a", "agent": AGENT}),
    ("GET", "agents/profile", {"agent": AGENT}),
    ("DELETE", "activities/profile", {"activityId": "urn:x:a", "profileId": "p"}),
    ("GET", "activities", {"activityId": "urn:x:a"}),
]


@pytest.mark.parametrize(
    ("scope", "allowed"),
    [
        ("statements/write", "1000000"),
        ("statements/read/mine", "0100001"),
        ("statements/read", "0100001"),
        ("state", "0011001"),
        ("profile", "0000111"),
        ("define", "0000001"),
        ("all/read", "0110101"),
        ("all", "1111111"),
    ],
)
def test_each_scope_allows_what_it_says_and_no_more(scope: str, allowed: str) -> None:
    hr = System(scope)
    answers = [
        hr.ask(method, resource, "[]" if method == "POST" else b"", **given) for method, resource, given in ASKED
    ]
    assert "".join("0" if answer.status_code == 403 else "1" for answer in answers) == allowed
    assert all(answer.status_code in (200, 204, 403) for answer in answers)


def test_who_may_read_only_their_own_sees_nothing_else() -> None:
    hr, other = System("statements/write", "statements/read/mine"), System(name="Other")
    other.post({**SOUND, "id": str(uuid4())})
    own = hr.post({**SOUND, "id": str(uuid4())}).json()
    assert hr.ids() == hr.ids(verb=SOUND["verb"]["id"]) == own
    assert hr.get(statementId=next(each for each in other.ids() if each not in own)).status_code == 404


def test_only_who_may_define_says_what_an_activity_is() -> None:
    System("statements/write").post(SOUND)
    asker = System()
    assert "definition" not in asker.ask("GET", "activities", activityId=SOUND["object"]["id"]).json()
    System("statements/write", "define").post({**SOUND, "id": str(uuid4())})
    assert "definition" in asker.ask("GET", "activities", activityId=SOUND["object"]["id"]).json()


def test_too_many_requests_a_minute_are_refused_but_for_who_may_do_everything(settings: Any) -> None:
    cache.clear()
    settings.XAPI_RATE = 3
    hr, all_of_it = System("statements/read"), System()
    # One more than twice, since a minute may end in between.
    codes = [hr.get(limit=1).status_code for _ in range(8)]
    assert 429 in codes
    assert [all_of_it.get(limit=1).status_code for _ in range(8)] == [200] * 8


def test_more_bytes_than_are_taken_are_refused(settings: Any) -> None:
    settings.XAPI_LARGEST = 1000
    assert System().post("[" + " " * 1000 + "]").status_code == 413


def test_the_command_prints_a_key_and_a_secret_that_let_in() -> None:
    told = StringIO()
    call_command("records", "credential", "HR", "--scope", "all", stdout=told)
    key, secret = told.getvalue().split()
    hr = System()
    hr.credential, hr.secret = Credential.objects.get(key=key), secret
    assert hr.get().status_code == 200


# --- On the editors' site ---------------------------------------------------------------------------------------------


def test_staff_make_a_credential_see_its_secret_once_and_revoke_it(client: Client) -> None:
    staff = User.objects.create_superuser("mender@diogel.example", "a-password-of-length")
    User.objects.filter(pk=staff.pk).update(reading_language="en", writing_language="en", speaking_language="en")
    client.force_login(staff)
    place = "/admin/snippets/records/credential/"
    page = client.post(f"{place}add/", {"name": "HR", "scopes": ["statements/write"]})
    made = Credential.objects.get()
    hr = System()
    hr.credential, hr.secret = made, page.context["secret"]
    assert hr.secret in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert hr.post(SOUND).status_code == 200
    listed = client.get(place).content.decode()
    assert hr.secret not in listed
    assert f'data-object-id="{made.pk}"' not in listed
    assert client.post(f"{place}delete/{made.pk}/").status_code == 302
    assert hr.post(SOUND).status_code == 401
    assert Statement.objects.count() == 1


def test_a_credential_that_may_do_nothing_is_not_made(client: Client) -> None:
    staff = User.objects.create_superuser("mender@diogel.example", "a-password-of-length")
    User.objects.filter(pk=staff.pk).update(reading_language="en", writing_language="en", speaking_language="en")
    client.force_login(staff)
    client.post("/admin/snippets/records/credential/add/", {"name": "HR"})
    assert not Credential.objects.exists()


# --- Versions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "status", "answered"),
    [("2.0.0", 200, "2.0.0"), ("2.0", 200, "2.0.0"), ("1.0.3", 200, "1.0.3"), ("1.0.0", 200, "1.0.3"),
     ("1.0", 200, "1.0.3"), ("3.0.0", 400, "2.0.0"), ("0.95", 400, "2.0.0"), ("two", 400, "2.0.0"), ("", 400, "0.9")],
)  # fmt: skip
def test_the_version_asked_for_is_answered_in(asked: str, status: int, answered: str) -> None:
    answer = System(version=asked).get()
    assert (answer.status_code, answer["X-Experience-API-Version"]) == (status, answered)


def test_what_is_posted_in_2_0_is_read_in_1_0_3_and_back() -> None:
    new = System(version="2.0.0")
    old = System(version="1.0.3")
    around = {
        "contextAgents": [{"objectType": "contextAgent", "agent": AGENT}],
        "contextActivities": {"parent": {"id": "urn:x:p"}},
        "language": "cy",
    }
    (key,) = new.post({**SOUND, "context": around, "timestamp": "2026-07-01T09:00:00+01:00"}).json()
    read = old.get(statementId=key).json()
    assert read["context"] == {"contextActivities": {"parent": [{"id": "urn:x:p"}]}, "language": "cy"}
    assert (read["version"], read["timestamp"]) == ("1.0.3", "2026-07-01T09:00:00+01:00")
    whole = new.get(statementId=key).json()
    assert whole["context"]["contextAgents"] == around["contextAgents"]
    assert (whole["version"], whole["timestamp"]) == ("2.0.0", "2026-07-01T08:00:00.000000Z")
    (other,) = old.post({**SOUND, "id": str(uuid4())}).json()
    assert {each.get(statementId=other).json()["version"] for each in (old, new)} == {"1.0.0"}


def test_1_0_3_takes_another_request_inside_a_form_and_2_0_does_not() -> None:
    old = System(version="1.0.3")
    key = str(uuid4())
    form = {
        "statementId": key,
        "content": json.dumps({**SOUND, "id": key}),
        "Authorization": old.authorization,
        "X-Experience-API-Version": "1.0.3",
    }
    bare = {"Authorization": "", "X-Experience-API-Version": ""}

    def send(form: dict[str, Any], system: System = old, headers: Any = (), **more: str) -> Any:
        return system.ask("POST", "statements", urlencode(form), FORM, headers=headers, **{"method": "PUT", **more})

    assert send(form, headers=bare).status_code == 204
    found = send({"statementId": key, "format": "ids"}, method="GET")
    assert found.json()["object"] == {"id": SOUND["object"]["id"]}
    assert send(form, statementId=key).status_code == 400
    assert send({"statementId": key}).status_code == 400
    assert send({**form, "X-Experience-API-Version": "0.8"}).status_code == 400
    assert send({"limit": "1"}, method="PATCH").status_code == 400
    assert send(form, System(version="2.0.0"), method="GET").status_code == 400
