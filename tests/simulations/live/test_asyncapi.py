"""The protocol's AsyncAPI document says what the server really sends and takes."""

import json
import urllib.request
from collections.abc import Callable
from typing import Any, get_args

import pytest
from guests import Guest
from jsonschema import Draft7Validator
from serving import Server

from people.models import User
from simulations.engine.actors import Facilitator
from simulations.engine.commands import Command, read_command
from simulations.engine.refusals import Refusal
from simulations.live.protocol import NotUnderstood, read

Enter = Callable[..., Guest]
Document = dict[str, Any]


@pytest.fixture(scope="module")
def document(server: Server) -> Document:
    """As anybody gets it, without signing in."""
    with urllib.request.urlopen(f"{server.origin}/conferences/protocol.json", timeout=10) as answer:
        assert answer.headers["Content-Type"] == "application/json"
        found: Document = json.loads(answer.read())
    return found


def test_it_is_served_and_refers_to_nothing_that_is_not_there(document: Document) -> None:
    assert document["asyncapi"] == "3.0.0"
    assert document["channels"]["conference"]["address"] == "/conferences/{conference}/socket/"
    for reference in _references(document):
        place: Any = document
        for step in reference.removeprefix("#/").split("/"):
            place = place[step]
        assert place
    for schema in document["components"]["schemas"].values():
        Draft7Validator.check_schema(schema)


def test_every_message_that_a_conference_brings_is_as_it_says(
    document: Document, enter: Enter, facilitator: User, officer: User, health_visitor: User, teacher: User
) -> None:
    people = [enter(facilitator).hello(), enter(officer).hello(), enter(health_visitor, **{"as": "html"}).hello()]
    running, police, health = people
    police.does("take-seat", seat="police")
    health.does("take-seat", seat="health-visitor")
    running.does("start")
    while running.sections["phase"]["phase"] != "analysis":
        running.does("next-phase")
    police.sees(lambda sections: sections["phase"]["phase"] == "analysis")
    police.does("speak", words={"text": "He has lost weight.", "language": "en"})
    police.does("concern", child="gwen", level=7)
    running.does("whisper", to="police", words={"text": "Take your time.", "language": "en"})
    assert police.ask("close")["type"] == "refused"
    police.until(lambda message: message["type"] == "beat")
    again = enter(officer).hello()
    assert police.goodbye() == ("elsewhere", 4409)
    _to_the_end_of_the_debrief(running)
    again.sees(lambda sections: "debrief" in sections)
    sent = [json.loads(text) for guest in [*people, again] for text in guest.received]
    for message in sent:
        _holds(document, f"tell.{message['type']}", message)
    kinds = {name.removeprefix("tell.") for name in _messages_of(document, "tell")}
    assert {message["type"] for message in sent} == kinds
    assert set(sent[0]["sections"]) <= set(document["components"]["schemas"]["Sections"]["properties"])


def test_everything_that_one_may_ask_for_is_in_it_and_nothing_else(document: Document) -> None:
    commands = {command.__struct_config__.tag for command in get_args(Command)}
    asked = {name.removeprefix("ask.") for name in _messages_of(document, "ask")}
    assert asked == (commands - {"tick", "outage"}) | {"beat"}


def test_the_server_understands_whatever_it_describes(document: Document, enter: Enter, facilitator: User) -> None:
    running = enter(facilitator).hello()
    for name in _messages_of(document, "ask"):
        message = _example(document, {"$ref": f"#/components/schemas/{name}"})
        _holds(document, name, message)
        if message["do"] != "beat":
            fields = {key: value for key, value in message.items() if key not in ("id", "do")}
            answer = running.ask(message["do"], **fields)
            assert answer.get("code") != "not-a-command", (message, answer)


def test_what_it_forbids_the_server_does_not_take(document: Document) -> None:
    for name in _messages_of(document, "ask"):
        whole = _example(document, {"$ref": f"#/components/schemas/{name}"})
        for field in set(whole) - {"id"}:
            broken = {key: value for key, value in whole.items() if key != field}
            assert not _valid(document, name, broken)
            assert not _understood(broken), broken
        # Everything but a beat, of which nothing is looked at but that it came.
        assert name == "ask.beat" or not _understood({**whole, "no-such-field": 1}), name


def _to_the_end_of_the_debrief(running: Guest) -> None:
    """As far as a conference goes: what nobody does is refused, and the phase goes by all the same."""
    while running.sections["phase"]["phase"] != "debrief":
        running.does("next-phase")
    running.ask("open-reconciling")
    while running.sections.get("debrief", {}).get("next_step"):
        running.does("open-step", step=running.sections["debrief"]["next_step"])


def _understood(message: Document) -> bool:
    try:
        asked = read(json.dumps(message))
    except NotUnderstood:
        return False
    if asked.do == "take-seat":  # the server names the person
        asked.fields.update(person="p", played_by="learner", language="en")
    return not isinstance(read_command({**asked.fields, "do": asked.do}, by=Facilitator()), Refusal)


def _messages_of(document: Document, operation: str) -> list[str]:
    return [each["$ref"].rpartition("/")[2] for each in document["operations"][operation]["messages"]]


def _holds(document: Document, name: str, message: Document) -> None:
    Draft7Validator({"$ref": f"#/components/schemas/{name}", "components": document["components"]}).validate(message)


def _valid(document: Document, name: str, message: Document) -> bool:
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    return bool(Draft7Validator(schema).is_valid(message))


def _example(document: Document, schema: Document) -> Any:
    """The least that a schema asks for."""
    match schema:
        case {"$ref": str(place)}:
            return _example(document, document["components"]["schemas"][place.rpartition("/")[2]])
        case {"const": value} | {"enum": [value, *_]} | {"anyOf": [{"const": value}, *_]}:
            return value
        case {"anyOf": [first, *_]}:
            return _example(document, first)
        case {"type": "object"}:
            return {name: _example(document, schema["properties"][name]) for name in schema.get("required", [])}
        case {"type": "array"}:
            return [_example(document, schema["items"])] * schema.get("minItems", 0)
        case {"type": "integer"}:
            return schema.get("minimum", 0)
        case {"type": "string", "format": "date-time"}:
            return "2026-11-23T10:00:00Z"
        case {"type": "string", "format": "date"}:
            return "2026-12-07"
        case {"type": "string"}:
            return "x" * max(1, schema.get("minLength", 1))
        case {"type": "boolean"}:
            return True
        case _:
            raise AssertionError(schema)


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [each for part in value.values() for each in _references(part)]
    return [each for part in value for each in _references(part)] if isinstance(value, list) else []
