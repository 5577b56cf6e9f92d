"""Files beside statements, and signatures (2.0: 4.1.3, 4.2.2.6, 4.2.6; 1.0.3: Communication 1.5.2, Data 2.4.11, 2.6)."""

import base64
import datetime
import hashlib
import json
from typing import Any
from uuid import uuid4

import pytest
from another_system import System
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from sound import SOUND

from records.models import File, Statement
from records.xapi.attachments import SIGNATURE
from records.xapi.multipart import written

pytestmark = pytest.mark.django_db
CONTENT = b"binary \r\n--almost\r\n\0\xff"
MIXED = "multipart/mixed; boundary=abc"


def described(content: bytes = CONTENT, **more: Any) -> dict[str, Any]:
    told = {"usageType": "urn:x:evidence", "display": {"cy": "Tystiolaeth"}, "contentType": "text/plain"}
    return {**told, "length": len(content), "sha2": hashlib.sha256(content).hexdigest(), **more}


def with_file(**more: Any) -> dict[str, Any]:
    return {**SOUND, "id": str(uuid4()), "attachments": [described(**more)]}


def body(statement: object, *contents: bytes) -> bytes:
    files = [("text/plain", hashlib.sha256(content).hexdigest(), content) for content in contents]
    return written("abc", json.dumps(statement), files)


def test_a_file_comes_and_goes_byte_for_byte() -> None:
    hr = System()
    one = with_file()
    assert hr.post(body([one], CONTENT), MIXED).status_code == 200
    answer = hr.get(statementId=one["id"], attachments=True)
    assert answer["Content-Type"].startswith("multipart/mixed")
    assert CONTENT in answer.content
    assert described()["sha2"].encode() in answer.content
    assert hr.get(statementId=one["id"]).json()["attachments"] == one["attachments"]


def test_a_file_with_an_address_need_not_come_along() -> None:
    hr = System()
    assert hr.post(with_file(fileUrl="https://x.example/file")).status_code == 200
    assert hr.post(with_file()).json()["where"] == "attachments[0].sha2"


@pytest.mark.parametrize(
    ("content", "content_type", "wanted"),
    [
        (body(with_file(), CONTENT, b"another"), MIXED, "described in no statement"),
        (body(with_file(), CONTENT).replace(CONTENT, b"altered"), MIXED, "not the sum"),
        (body(with_file()), MIXED, "comes along"),
        (body(with_file(), CONTENT), "multipart/mixed", "boundary"),
        (body(with_file(), CONTENT), "multipart/mixed; boundary=xyz", "parts between"),
        (body(with_file(), CONTENT)[:-5], MIXED, "an end"),
        (body(with_file(), CONTENT).replace(b"binary\r\nX-", b"base64\r\nX-"), MIXED, "must be binary"),
        (body(with_file(), CONTENT).replace(b"X-Experience-API-Hash", b"X-Other"), MIXED, "is missing"),
        (body(with_file(), CONTENT).replace(b"application/json", b"text/plain"), MIXED, "application/json"),
        (b"\r\n", MIXED, "parts between"),
        (b"--abc\r\n--abc--", MIXED, "an empty line"),
        (b"{}", "text/plain", "application/json"),
    ],
)
def test_a_body_that_is_not_put_together_well_is_refused(content: bytes, content_type: str, wanted: str) -> None:
    answer = System().post(content, content_type)
    assert answer.status_code == 400
    assert wanted in answer.json()["error"]
    assert not Statement.objects.exists()
    assert not File.objects.exists()


# --- Signatures -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def key() -> RSAPrivateKey:
    return generate_private_key(public_exponent=65537, key_size=2048)


def certificate(key: RSAPrivateKey) -> str:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "signer.example")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    return base64.b64encode(made.public_bytes(serialization.Encoding.DER)).decode()


def signature(key: RSAPrivateKey, payload: object, **header: object) -> bytes:
    told = [json.dumps({"alg": "RS256", **header}), json.dumps(payload)]
    signed = b".".join(base64.urlsafe_b64encode(each.encode()).rstrip(b"=") for each in told)
    return signed + b"." + base64.urlsafe_b64encode(key.sign(signed, PKCS1v15(), hashes.SHA256())).rstrip(b"=")


def send(statement: dict[str, Any], jws: bytes, content_type: str = "application/octet-stream") -> Any:
    told = described(jws, usageType=SIGNATURE, contentType=content_type)
    return System().post(body({**statement, "attachments": [told]}, jws), MIXED)


def test_a_statement_signed_with_a_certificate_or_without_is_taken(key: RSAPrivateKey) -> None:
    assert send({**SOUND, "id": str(uuid4())}, signature(key, SOUND)).status_code == 200
    one = {**SOUND, "id": str(uuid4())}
    assert send(one, signature(key, one, x5c=[certificate(key)])).status_code == 200


def test_a_signature_that_does_not_hold_is_refused(key: RSAPrivateKey) -> None:
    other = generate_private_key(public_exponent=65537, key_size=2048)
    broken = {
        "another statement": signature(key, {**SOUND, "verb": {"id": "urn:x:other"}}),
        "no statement": signature(key, {"a": 1}),
        "no object": signature(key, [1]),
        "another way": signature(key, SOUND, alg="HS256"),
        "another's certificate": signature(key, SOUND, x5c=[certificate(other)]),
        "no certificate": signature(key, SOUND, x5c=["AAAA"]),
        "an empty list": signature(key, SOUND, x5c=[]),
        "two parts": b"aa.bb",
        "no base64": b"!.!.!",
    }
    assert {name: send(SOUND, jws).status_code for name, jws in broken.items()} == dict.fromkeys(broken, 400)
    assert send(SOUND, signature(key, SOUND), "text/plain").status_code == 400
