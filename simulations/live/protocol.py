"""The messages of the subprotocol `diogel.conference.1`: JSON texts over one WebSocket.

A client sends commands, `{"id": …, "do": …, …}`, and `{"do": "beat"}` now and then. The server sends the types below,
told apart by `type`. docs/live-conference.md has an example of each.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from simulations.log import Typed

SUBPROTOCOL = "diogel.conference.1"
MAX_MESSAGE = 32 * 1024
"""Bytes. Above it the connection is cut before the message is read whole."""
MAX_WORDS = 4000
"""Characters that one command may carry."""

Encoding = Literal["html", "json"]
Sections = Mapping[str, object]
Why = Literal["elsewhere", "slow", "silent", "not-yours", "gone", "restart", "not-understood"]

RESTART, TRY_LATER, NOT_UNDERSTOOD, NOT_YOURS, ELSEWHERE, SILENT = 1012, 1013, 4400, 4403, 4409, 4408
CLOSING: dict[Why, int] = {
    "elsewhere": ELSEWHERE,
    "slow": TRY_LATER,
    "silent": SILENT,
    "not-yours": NOT_YOURS,
    "gone": NOT_YOURS,
    "restart": RESTART,
    "not-understood": NOT_UNDERSTOOD,
}
"""The WebSocket close code that goes with each reason for a `bye`."""


class Hello(msgspec.Struct, frozen=True, tag_field="type", tag="hello"):
    """All that this viewer sees, at their number. `viewer` names the place they look from, for resuming."""

    viewer: str
    number: int
    at: datetime
    sections: Sections


class Change(msgspec.Struct, frozen=True, tag_field="type", tag="change", rename={"from_": "from"}):
    """What became different between two of this viewer's numbers; other sections are as they were.

    `from` is the same as `to` where nothing happened that counts, such as somebody's connection being lost.
    """

    from_: int
    to: int
    at: datetime
    sections: Sections


class Done(msgspec.Struct, frozen=True, tag_field="type", tag="done"):
    """The command with this id is stored. Sent again, it is answered again."""

    id: str


class Refused(msgspec.Struct, frozen=True, tag_field="type", tag="refused"):
    """The command with this id changed nothing, and why, in the reader's language."""

    id: str
    code: str
    message: str


class Bye(msgspec.Struct, frozen=True, tag_field="type", tag="bye"):
    """The last message before the server closes; docs/live-conference.md says for each `why` whether to come back."""

    why: Why


class Beat(msgspec.Struct, frozen=True, tag_field="type", tag="beat"):
    """A sign of life, with the number this viewer should have reached."""

    number: int
    at: datetime


Message = Hello | Change | Done | Refused | Bye | Beat

encode = msgspec.json.Encoder().encode


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    text: Annotated[str, Meta(min_length=1, max_length=MAX_WORDS)]
    language: Literal["en", "cy"]


TYPED = ("words", "risk", "if_not")
"""The fields of commands that hold what somebody typed."""


class _Envelope(msgspec.Struct):
    do: Annotated[str, Meta(min_length=1, max_length=40)]
    id: Annotated[str, Meta(min_length=1, max_length=80)] = ""
    words: _Words | None = None
    risk: _Words | None = None
    if_not: _Words | None = None


class Asked(msgspec.Struct, frozen=True):
    """A command as a client sent it. `fields` are what the engine reads; `typed` are the words in it."""

    id: str
    do: str
    fields: dict[str, object] = {}
    typed: tuple[Typed, ...] = ()


class NotUnderstood(ValueError):
    """A message that is none of the protocol's. `id` is the command's, where it could be read."""

    def __init__(self, why: str, command_id: str = "") -> None:
        super().__init__(why)
        self.id = command_id


PLAIN_BEAT, BEATEN = '{"do":"beat"}', Asked("", "beat")
"""What most of what comes is while a room is at rest, as our page sends it, and what that asks for."""
_envelope = msgspec.json.Decoder(_Envelope)
_fields = msgspec.json.Decoder(dict[str, object])


def read(text: str) -> Asked:
    """The command in a message; NotUnderstood if there is none.

    Words come as `{"text": …, "language": …}` and in no other form: a client that could point at a place in the
    scenario file could have anybody's papers read out.
    """
    if text == PLAIN_BEAT:
        return BEATEN
    try:
        fields = _fields.decode(text)
        envelope = _envelope.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotUnderstood(str(error), _id_in(text)) from None
    if envelope.do != "beat" and not envelope.id:
        raise NotUnderstood("a command needs an id")
    for own in ("id", "by", "played_by"):
        fields.pop(own, None)
    typed = {name: _typed(words) for name in TYPED if (words := getattr(envelope, name)) is not None}
    rest = {name: value for name, value in fields.items() if name not in TYPED}
    named = {
        name: {"from": "utterance", "utterance": each.id, "language": each.language} for name, each in typed.items()
    }
    return Asked(envelope.id, envelope.do, rest | named, tuple(typed.values()))


def _typed(words: _Words) -> Typed:
    return Typed(secrets.token_hex(16), words.text, words.language)


def _id_in(text: str) -> str:
    """The id of a message that is wrong otherwise, so that its sender can be told which one it was."""
    try:
        command_id = _fields.decode(text).get("id", "")
    except (msgspec.DecodeError, RecursionError):
        return ""
    return command_id if isinstance(command_id, str) and len(command_id) <= 80 else ""
