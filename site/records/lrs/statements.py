"""The Statements resource (2.0: 4.1.6.1; 1.0.3: Communication 2.1): POST, PUT and GET."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.utils.http import http_date

from records import finding, giving
from records.lrs import answers, files
from records.lrs.asking import Asked
from records.lrs.refusing import Refused
from records.lrs.scopes import DEFINE, READ, READ_MINE, WRITE, may, need
from records.models import Authority, Credential, Statement
from records.posting import Posted, posted, store
from records.xapi.converting import utc
from records.xapi.identifiers import uuid_of
from records.xapi.languages import wanted
from records.xapi.problems import ParameterProblem, StatementProblem
from records.xapi.queries import Query, statement_query

PATH = "/xapi/statements"


def answer(asked: Asked, client: Credential) -> HttpResponse:
    if asked.method in ("GET", "HEAD"):
        return _get(asked, client)
    if asked.method == "POST":
        return _post(asked, client)
    if asked.method == "PUT":
        return _put(asked, client)
    raise Refused(405, "statements are never deleted; they can be voided", Allow="GET, HEAD, POST, PUT")


def _post(asked: Asked, client: Credential) -> HttpResponse:
    asked.only()
    need(client, WRITE)
    text, along = files.taken_apart(asked.body, asked.content_type)
    statements = posted(text, asked.spoken)
    _store(statements, along, client)
    return answers.as_json([str(each.id) for each in statements])


def _put(asked: Asked, client: Credential) -> HttpResponse:
    key = uuid_of(asked.only(required=("statementId",))["statementId"], "statementId")
    need(client, WRITE)
    text, along = files.taken_apart(asked.body, asked.content_type)
    if text.lstrip().startswith("["):
        raise StatementProblem("", "must be one statement, not a batch")
    _store([_named(each, key) for each in posted(text, asked.spoken)], along, client)
    return answers.nothing()


def _named(statement: Posted, key: UUID) -> Posted:
    if statement.said.id not in (None, key):
        raise ParameterProblem("statementId", "must be the id that the statement has")
    return statement._replace(id=key, said=statement.said._replace(id=key))


def _store(statements: list[Posted], along: dict[str, bytes], client: Credential) -> None:
    kept = files.checked([each.value for each in statements], along)
    store(statements, client.authority, along=lambda: files.keep(kept), defines=may(client, DEFINE))


def _get(asked: Asked, client: Credential) -> HttpResponse:
    query = statement_query(asked.parameters)
    need(client, READ_MINE)
    only = None if may(client, READ) else client.authority
    return _one(query.one, asked, query, only) if query.one else _page(asked, query, only)


def _one(key: UUID, asked: Asked, query: Query, only: Authority | None) -> HttpResponse:
    statement = finding.one(key, query, only)
    if statement is None:
        raise Refused(404, "no statement of this id is here to be read")
    found = _answer(_written([statement], asked, query)[0], [statement], query)
    found["Last-Modified"] = http_date(statement.stored.timestamp())
    return found


def _page(asked: Asked, query: Query, only: Authority | None) -> HttpResponse:
    statements, last = finding.page(query, only)
    more = answers.as_json(_more(asked, last)).content.decode()
    listed = ",".join(_written(statements, asked, query))
    return _answer(f'{{"statements":[{listed}],"more":{more}}}', statements, query)


def _more(asked: Asked, last: tuple[object, UUID] | None) -> str:
    """Where the next page is (2.0: 4.1.6.1; 1.0.3: Data 2.5); empty where there is none."""
    if last is None:
        return ""
    stored, key = last
    return f"{PATH}?{urlencode({**asked.parameters, 'after': f'{utc(stored)}_{key}'})}"  # type: ignore[arg-type]


def _written(statements: list[Statement], asked: Asked, query: Query) -> list[str]:
    languages = wanted(asked.headers.get("Accept-Language", ""))
    return giving.written(statements, asked.spoken, query.format, languages)


def _answer(written: str, statements: list[Statement], query: Query) -> HttpResponse:
    return files.beside(written, statements) if query.attachments else answers.text(written)
