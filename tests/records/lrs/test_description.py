"""The store's OpenAPI description says what is so: its addresses, what it forbids, what is answered. Asked by schemathesis."""

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
import schemathesis
from another_system import System
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema
from sound import AGENT, SOUND, within

from records.lrs import views
from records.lrs.description import described
from records.lrs.schemas import spelt
from records.xapi.agents import MBOX
from records.xapi.attachments import MEDIA_TYPE
from records.xapi.identifiers import ABSOLUTE_IRI
from records.xapi.queries import PARAMETERS

pytestmark = pytest.mark.django_db
OPERATIONS = [f"{method.upper()} {path}" for path, methods in described()["paths"].items() for method in methods]
ALLOWED, FORBIDDEN = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
ASKED = [
    (each, mode) for each in OPERATIONS for mode in (ALLOWED, FORBIDDEN) if (each, mode) != ("GET /about", FORBIDDEN)
]
"""The last has no parameter, and so nothing of it can be forbidden."""
A_WHILE = settings(deadline=None, max_examples=6, suppress_health_check=list(HealthCheck), database=None)
STATEMENT = {**described()["components"]["schemas"]["Statement"], "components": described()["components"]}


def test_it_is_there_for_everybody_and_is_of_its_kind() -> None:
    answer = Client().get("/xapi/openapi.json")

    assert answer.status_code == 200
    assert answer.json() == described()
    assert answer.json()["openapi"] == "3.1.0"


def test_it_describes_every_address_that_is_answered_and_no_other() -> None:
    answered = {f"/{pattern.pattern}" for pattern in views.urlpatterns if pattern.name not in (None, "openapi")}

    assert set(described()["paths"]) == answered


def test_it_names_every_filter_of_statements() -> None:
    named = {each["name"] for each in described()["paths"]["/statements"]["get"]["parameters"] if each["in"] == "query"}

    assert named == set(PARAMETERS)


@pytest.mark.parametrize(
    "statement", [SOUND, within("verb", SOUND["verb"]), {**SOUND, "actor": {"objectType": "Group", "member": [AGENT]}}]
)
def test_a_sound_statement_is_one_by_the_description_too(statement: dict[str, Any]) -> None:
    assert System().post(statement).status_code == 200
    jsonschema.Draft202012Validator(STATEMENT).validate(statement)


@pytest.mark.parametrize("each", ["\ufeff", "\x1c", "\x85", "\xa0", "\u2028", "\u3000", "\t", "é"], ids=ascii)
@pytest.mark.parametrize(
    ("rule", "text"),
    [(ABSOLUTE_IRI, "urn:x:{}"), (MBOX, "mailto:a{}@b.example"), (MEDIA_TYPE, "text/plain{}; charset=utf-8")],
)
def test_a_character_is_one_that_the_description_allows_where_the_rules_do(
    rule: re.Pattern[str], text: str, each: str
) -> None:
    """Read in the dialect of JSON Schema, in which a space is not quite what it is in Python."""
    value = text.format(each)

    assert jsonschema_rs.is_valid(spelt(rule), value) == bool(rule.fullmatch(value))


@pytest.fixture(scope="module")
def schema() -> OpenApiSchema:
    """The description with the site behind it by WSGI: understood once, since that takes longer than most questions do."""
    loaded = schemathesis.openapi.from_dict(described())
    loaded.app, loaded.location = get_wsgi_application(), "/xapi/openapi.json"
    return loaded


@pytest.fixture
def on_one_connection() -> Iterator[None]:
    """This test's own: a request would else look after it, and close it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.slow
@pytest.mark.usefixtures("on_one_connection")
@pytest.mark.parametrize(("operation", "mode"), ASKED)
def test_whatever_is_asked_is_answered_as_described(
    schema: OpenApiSchema, operation: str, mode: GenerationMode
) -> None:
    """Never a 500, no answer that the description does not know, and what it forbids is refused.

    Not everything that it allows is taken: how two properties must fit each other, it can't say.
    """
    hr = System()
    headers = {"Authorization": hr.authorization, "Accept-Encoding": "identity"}
    method, path = operation.split()

    @A_WHILE
    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])

    ask()
