"""Files beside statements (2.0: 4.1.3, 4.2.2.6; 1.0.3: Communication 1.5.2): each described file comes along or has an address,
each that comes is described, and is what its sum says."""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse

from records.models import File, Statement
from records.xapi.attachments import LENGTHS, described_in
from records.xapi.documents import is_json
from records.xapi.multipart import files_of, parts_of, written
from records.xapi.problems import StatementProblem
from records.xapi.reading import text_of
from records.xapi.signatures import check_signature, is_signature


def taken_apart(body: bytes, content_type: str) -> tuple[str, dict[str, bytes]]:
    """The statements' text, and by their sums the files beside them."""
    if is_json(content_type):
        return text_of(body), {}
    if content_type.partition(";")[0].strip().lower() != "multipart/mixed":
        raise StatementProblem("Content-Type", "must be application/json, or multipart/mixed with files")
    first, *others = parts_of(body, content_type)
    return text_of(first.content), files_of(others)


def checked(statements: Sequence[dict[str, Any]], along: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files to be kept: those that came along."""
    told = [(place, each, statement) for statement in statements for place, each in described_in(statement)]
    for place, each, statement in told:
        content = along.get(each["sha2"].lower())
        if content is None and "fileUrl" not in each:
            raise StatementProblem(
                f"{place}.sha2", "must be the sum of a file that comes along, or have a fileUrl beside it"
            )
        if is_signature(each) and content is not None:
            check_signature(statement, each, content, place)
    if undescribed := along.keys() - {each["sha2"].lower() for _place, each, _statement in told}:
        raise StatementProblem("X-Experience-API-Hash", f"{min(undescribed)[:128]} is described in no statement")
    for sha2, content in along.items():
        if not is_sum_of(sha2, content):
            raise StatementProblem("X-Experience-API-Hash", f"{sha2} is not the sum of what came under it")
    return dict(along)


def is_sum_of(sha2: object, content: bytes) -> bool:
    """Written small."""
    kind = LENGTHS.get(len(sha2)) if isinstance(sha2, str) else None
    return kind is not None and hashlib.new(kind, content, usedforsecurity=False).hexdigest() == sha2


def keep(files: Mapping[str, bytes]) -> None:
    if files:
        File.objects.bulk_create(
            [File(sha2=key, content=content) for key, content in files.items()], ignore_conflicts=True
        )


def beside(text: str, statements: Sequence[Statement]) -> HttpResponse:
    """An answer with the statements' files after them."""
    boundary = secrets.token_hex(20)
    body = written(boundary, text, found_beside(statements))
    return HttpResponse(body, content_type=f"multipart/mixed; boundary={boundary}")


def found_beside(statements: Sequence[Statement]) -> list[tuple[str, str, bytes]]:
    """The files that are kept of these statements, each with its media type and sum."""
    told = {each["sha2"].lower(): each for row in statements for _place, each in described_in(json.loads(row.text))}
    found = File.objects.in_bulk(list(told)) if told else {}
    return [(told[key]["contentType"], told[key]["sha2"], bytes(file.content)) for key, file in found.items()]
