"""Identifiers: UUIDs in their standard form and absolute IRIs (2.0: 4.2.7, RFC 4122 and 3987; 1.0.3: Data 2.4.1, 4.0)."""

import re
from functools import lru_cache
from uuid import UUID

from records.xapi.problems import StatementProblem

LONGEST_IRI = 2000
STANDARD_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
SPACES = r"\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""Spaces and control characters, written out: what `\\s` is differs between Python and the patterns of JSON Schema."""
ABSOLUTE_IRI = re.compile(rf"""[A-Za-z][A-Za-z0-9+.-]*:[^{SPACES}<>"{{}}|\\^`]+""")


def uuid_in_shape(value: object, where: str) -> None:
    """Hyphens required; braces, `urn:` and other spellings refused."""
    if type(value) is not str or not STANDARD_UUID.fullmatch(value):
        raise StatementProblem(
            where, "must be a UUID in its standard form, such as 1f0a9c3e-5c1b-4d0e-9b5e-0a4f6f1d2c3b"
        )


def uuid_of(value: str, where: str) -> UUID:
    """The UUID written in `value`."""
    uuid_in_shape(value, where)
    return UUID(value)


def iri_of(value: object, where: str) -> str:
    """An IRI with a scheme, at most LONGEST_IRI characters."""
    if type(value) is not str or len(value) > LONGEST_IRI or not _is_iri(value):
        raise StatementProblem(where, f"must be an absolute IRI with a scheme, of at most {LONGEST_IRI} characters")
    return value


@lru_cache(maxsize=5_000)  # statements name the same few over and over
def _is_iri(text: str) -> bool:
    return ABSOLUTE_IRI.fullmatch(text) is not None
