"""The protocol `diogel.conference.1` as an AsyncAPI 3 document, made from the types that the server itself reads and sends.

    document() -> {"asyncapi": "3.0.0", "channels": …, "operations": …, "components": …}

Served at /conferences/protocol.json. What the words mean stands in docs/live-conference.md.
"""

import re
from functools import cache
from typing import Any, get_args
from urllib.parse import urlsplit

import msgspec
from django.conf import settings

from simulations.engine.commands import Command
from simulations.engine.sections import Sections, Texts, Utterance
from simulations.live.asking import THE_CLOCKS
from simulations.live.protocol import CLOSING, MAX_MESSAGE, MAX_WORDS, SUBPROTOCOL, TYPED, Message
from simulations.live.regions import REGIONS

Schema = dict[str, Any]
PLACE = "#/components/schemas/"
SETS_ITSELF = {"by", "played_by"}
"""What the server fills in, whatever a client sends."""
TEXTS = msgspec.json.schema(Texts)
ID = {"type": "string", "minLength": 1, "maxLength": 80, "description": "The client's own; the same when sent again."}
LANGUAGE = {"enum": ["cy", "en"]}

OWN: dict[str, Schema] = {
    "TypedWords": {
        "type": "object",
        "description": "What somebody types, in a command.",
        "properties": {"text": {"type": "string", "minLength": 1, "maxLength": MAX_WORDS}, "language": LANGUAGE},
        "required": ["text", "language"],
        "additionalProperties": False,
    },
    "Text": {
        "type": "object",
        "description": "A text of the scenario, in the reader's language or in the one it has; `original` as spoken.",
        "properties": {
            "text": {"type": "string"},
            "language": LANGUAGE,
            "original": {"type": "object", "properties": {"text": {"type": "string"}, "language": LANGUAGE}},
        },
        "required": ["text", "language"],
        "additionalProperties": False,
    },
    "Utterance": {
        "type": "object",
        "description": "What somebody typed; without text, and with the reason, once it was removed.",
        "properties": {
            "text": {"type": ["string", "null"]},
            "language": {"type": "string"},
            "removed": {"type": "string"},
        },
        "required": ["text", "language"],
        "additionalProperties": False,
    },
    "Regions": {
        "type": "object",
        "description": "The encoding `html`: a region's HTML by its name.",
        "properties": {region.name: {"type": "string"} for region in REGIONS},
        "additionalProperties": False,
    },
}
PEOPLE: Schema = {
    "type": "object",
    "description": "By each seated person's reference.",
    "additionalProperties": {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "presence": {"enum": ["connected", "reconnecting", "away"]},
        },
        "required": ["name", "presence"],
        "additionalProperties": False,
    },
}


async def described(_scope: Schema, _receive: Any, send: Any) -> None:
    """The document by HTTP, for everybody."""
    headers = [(b"content-type", b"application/json"), (b"x-content-type-options", b"nosniff")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": msgspec.json.encode(document())})


@cache
def document() -> Schema:
    """The whole, as plain data for JSON."""
    told, asked = _told(), _asked()
    address = urlsplit(settings.BASE_URL)
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Diogel: the live conference",
            "version": SUBPROTOCOL.rsplit(".", 1)[1],
            "description": "JSON texts over one WebSocket. Docs: docs/live-conference.md.",
        },
        "defaultContentType": "application/json",
        "servers": {
            "site": {"host": address.netloc, "protocol": "wss" if address.scheme == "https" else "ws"},
        },
        "channels": {"conference": _channel([*asked, *told])},
        "operations": {
            "ask": _operation("receive", "What a client sends.", asked),
            "tell": _operation("send", "What the server sends.", told),
        },
        "components": {"messages": _messages(asked, told), "schemas": _schemas(asked, told)},
    }


def _channel(names: list[str]) -> Schema:
    closing = ", ".join(f"{code} {why}" for why, code in CLOSING.items())
    return {
        "address": "/conferences/{conference}/socket/",
        "description": f"One room. Texts of up to {MAX_MESSAGE} bytes from the client. Close codes: {closing}.",
        "parameters": {"conference": {"description": "The conference's number."}},
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
        "bindings": {
            "ws": {
                "method": "GET",
                "query": {
                    "type": "object",
                    "properties": {
                        "as": {"enum": ["html", "json"], "default": "html"},
                        "language": LANGUAGE,
                        "after": {"type": "integer", "minimum": 0, "description": "The last number, to resume."},
                        "viewer": {"type": "string", "description": "The `viewer` of the last hello, to resume."},
                        "door": {
                            "enum": ["seat", "overview", "projector"],
                            "description": "A facilitator comes in as the person on the list, looks at all rooms at once, or opens the view for a projector.",
                        },
                    },
                },
                "headers": {
                    "type": "object",
                    "properties": {
                        "Cookie": {"type": "string", "description": "The session, which alone says who this is."},
                        "Origin": {"type": "string", "description": "One of the site's own hosts."},
                        "Sec-WebSocket-Protocol": {"const": SUBPROTOCOL},
                    },
                    "required": ["Cookie", "Origin", "Sec-WebSocket-Protocol"],
                },
                "bindingVersion": "0.1.0",
            }
        },
    }


def _operation(action: str, summary: str, names: dict[str, Schema]) -> Schema:
    return {
        "action": action,
        "summary": summary,
        "channel": {"$ref": "#/channels/conference"},
        "messages": [{"$ref": f"#/channels/conference/messages/{name}"} for name in names],
    }


def _messages(asked: dict[str, Schema], told: dict[str, Schema]) -> Schema:
    return {
        name: {
            "name": name,
            "summary": schema.get("description", "").partition("\n")[0],
            "payload": {"$ref": PLACE + name},
        }
        for name, schema in {**asked, **told}.items()
    }


def _schemas(asked: dict[str, Schema], told: dict[str, Schema]) -> Schema:
    found = {**_parts_of(Command), **_sections(), **OWN, **asked, **told}
    wanted = set(asked) | set(told)
    while more := {name for each in wanted for name in _named_in(found[each])} - wanted:
        wanted |= more
    return {name: found[name] for name in sorted(wanted)}


def _asked() -> dict[str, Schema]:
    """A client's messages by their name, `ask.speak`."""
    parts = _parts_of(Command)
    commands = {command.__struct_config__.tag: parts[command.__name__] for command in get_args(Command)}
    theirs = {f"ask.{do}": _as_sent(do, schema) for do, schema in commands.items() if do not in THE_CLOCKS}
    beat = {"type": "object", "description": "A sign of life.", "properties": {"do": {"const": "beat"}}}
    return {**theirs, "ask.beat": {**beat, "required": ["do"]}}


def _as_sent(do: str, schema: Schema) -> Schema:
    """A command as a client sends it: with an id and the words themselves, without what the server sets."""
    # Who takes a seat is in the session; only a facilitator names somebody else.
    itself = SETS_ITSELF | ({"language"} if do == "take-seat" else set())
    optional = itself | ({"person"} if do == "take-seat" else set())
    properties = {name: _typed(name, each) for name, each in schema["properties"].items() if name not in itself}
    required = [name for name in schema["required"] if name not in optional]
    return {**schema, "properties": {"id": ID, **properties}, "required": ["id", *required]}


def _typed(name: str, schema: Schema) -> Schema:
    if name not in TYPED:
        return schema
    words = {"$ref": PLACE + "TypedWords"}
    return {"anyOf": [words, {"type": "null"}]} if "default" in schema else words


def _told() -> dict[str, Schema]:
    """The server's messages by their name, `tell.hello`."""
    parts = _parts_of(Message)
    sections = {"anyOf": [{"$ref": PLACE + "Sections"}, {"$ref": PLACE + "Regions"}]}
    told = {}
    for message in get_args(Message):
        schema = parts[message.__name__]
        if "sections" in schema["properties"]:
            schema["properties"]["sections"] = sections
        told[f"tell.{message.__struct_config__.tag}"] = schema
    return told


def _sections() -> dict[str, Schema]:
    """The encoding `json`: the engine's sections, with the words put in (render.py)."""
    worded: dict[str, Schema] = {name: _worded(part) for name, part in _parts_of(Sections).items()}
    worded["RosterSection"]["properties"]["people"] = PEOPLE
    return worded


def _worded(value: Any) -> Any:
    if value == TEXTS:
        return {"$ref": PLACE + "Text"}
    if isinstance(value, dict):
        return {name: _worded(each) for name, each in value.items()}
    return [_worded(each) for each in value] if isinstance(value, list) else value


def _parts_of(kind: Any) -> dict[str, Schema]:
    """The schemas of a type and of all it is made of, by name."""
    _whole, parts = msgspec.json.schema_components(
        [kind], schema_hook=lambda _kind: {"type": "object"}, ref_template=PLACE + "{name}"
    )
    parts.pop(Utterance.__name__, None)
    return {name: _standard(part) for name, part in parts.items()}


def _standard(value: Any) -> Any:
    """Plain JSON Schema: `discriminator` with a mapping is OpenAPI's, and AsyncAPI reads it otherwise."""
    if isinstance(value, dict):
        return {name: _standard(each) for name, each in value.items() if name != "discriminator"}
    return [_standard(each) for each in value] if isinstance(value, list) else value


def _named_in(schema: Schema) -> set[str]:
    return set(re.findall(rf'"{PLACE}([^"]+)"', msgspec.json.encode(schema).decode()))
