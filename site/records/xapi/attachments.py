"""Files beside a statement (2.0: 4.2.2.6; 1.0.3: Data 2.4.11): how they are described, and which of them must come along."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from records.xapi.identifiers import iri_of
from records.xapi.languages import map_of
from records.xapi.problems import StatementProblem
from records.xapi.shapes import Rule, check_object, list_of

SHA2 = re.compile(r"[0-9a-fA-F]+")
MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}[ \t]*(;.{0,200})?")
SIGNATURE = "http://adlnet.gov/expapi/attachments/signature"
LENGTHS = {56: "sha224", 64: "sha256", 96: "sha384", 128: "sha512"}
"""Which of SHA-2 a sum of so many hexadecimal digits is."""


def media_type(value: object, where: str) -> None:
    if not isinstance(value, str) or not MEDIA_TYPE.fullmatch(value):
        raise StatementProblem(where, "must be an Internet media type, such as text/plain")


def length(value: object, where: str) -> None:
    if type(value) is not int or value < 0:
        raise StatementProblem(where, "must be a whole number of bytes")


def sha2(value: object, where: str) -> None:
    if not isinstance(value, str) or not SHA2.fullmatch(value) or len(value) not in LENGTHS:
        raise StatementProblem(where, "must be a SHA-2 sum in hexadecimal digits")


ATTACHMENT: dict[str, Rule] = {
    "usageType": iri_of,
    "display": map_of,
    "description": map_of,
    "contentType": media_type,
    "length": length,
    "sha2": sha2,
    "fileUrl": iri_of,
}


def attachment(value: object, where: str) -> None:
    check_object(value, where, ATTACHMENT, ("usageType", "display", "contentType", "length", "sha2"))


attachments = list_of(attachment)


def described_in(statement: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every attachment described in a sound statement, those of its sub-statement too, and where."""
    for number, each in enumerate(statement.get("attachments", ())):
        yield f"attachments[{number}]", each
    thing = statement["object"]
    if thing.get("objectType") == "SubStatement":
        for where, each in described_in(thing):
            yield f"object.{where}", each
