"""Signed statements (2.0: 4.2.6; 1.0.3: Data 2.6): a JSON Web Signature beside a statement, over the statement itself.

The signature must be well formed, by RS256, RS384 or RS512, and over what the statement says. Where it brings the signer's
certificate, it must hold against that. Whether the certificate is anybody's we trust is not asked: that needs a list of
those we do, and the specification leaves it open.
"""

import base64
import binascii
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import load_der_x509_certificate

from records.xapi.attachments import SIGNATURE
from records.xapi.equality import same
from records.xapi.problems import StatementProblem
from records.xapi.reading import text_of, value_of

HASHES: dict[str, type[hashes.HashAlgorithm]] = {
    "RS256": hashes.SHA256,
    "RS384": hashes.SHA384,
    "RS512": hashes.SHA512,
}
CONTENT_TYPE = "application/octet-stream"


def is_signature(attachment: dict[str, Any]) -> bool:
    return bool(attachment["usageType"] == SIGNATURE)


def check_signature(statement: dict[str, Any], attachment: dict[str, Any], signature: bytes, where: str) -> None:
    if attachment["contentType"] != CONTENT_TYPE:
        raise StatementProblem(f"{where}.contentType", f"of a signature must be {CONTENT_TYPE}")
    parts = signature.split(b".")
    if len(parts) != 3:
        raise StatementProblem(where, "must be a JSON Web Signature in its compact form")
    header, payload = (_object(_decoded(part, where), where) for part in parts[:2])
    if header.get("alg") not in HASHES:
        raise StatementProblem(where, f"must be signed by {' or '.join(HASHES)}")
    if not _says_the_same(statement, payload):
        raise StatementProblem(where, "must be a signature over this very statement")
    if "x5c" in header:
        _verify(header, b".".join(parts[:2]), _decoded(parts[2], where), where)


def _says_the_same(statement: dict[str, Any], payload: dict[str, Any]) -> bool:
    try:
        return same(payload, statement)
    except (KeyError, TypeError, AttributeError, ValueError):
        return False  # what was signed is no statement


def _verify(header: dict[str, Any], signed: bytes, signature: bytes, where: str) -> None:
    try:
        certificate = load_der_x509_certificate(base64.b64decode(header["x5c"][0], validate=True))
        key = certificate.public_key()
        if not isinstance(key, RSAPublicKey):
            raise ValueError
        key.verify(signature, signed, PKCS1v15(), HASHES[header["alg"]]())
    except (ValueError, TypeError, LookupError, binascii.Error, InvalidSignature):
        raise StatementProblem(where, "does not hold against the certificate it brings") from None


def _decoded(part: bytes, where: str) -> bytes:
    try:
        return base64.b64decode(part + b"=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        raise StatementProblem(where, "must be a JSON Web Signature, each part of it in base64url") from None


def _object(written: bytes, where: str) -> dict[str, Any]:
    value = value_of(text_of(written), where)
    if not isinstance(value, dict):
        raise StatementProblem(where, "must be a JSON Web Signature over a statement")
    return value
