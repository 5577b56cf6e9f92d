"""Frames are written and read as another library has them; what is not plain is left to the one that knows all cases."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.extensions.permessage_deflate import PerMessageDeflate
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.uri import parse_uri

from simulations.live.framing import framed, whole_text

MOST = 70_000
TEXTS = st.text(st.characters(codec="utf-8"), max_size=300) | st.integers(0, 70_000).map(lambda size: "a" * size)


def sent(text: str) -> bytes:
    """As a client sends it."""
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=True)


def read(frame: bytes, *, packed: bool = False) -> str:
    """As a client reads it."""
    client = ClientProtocol(parse_uri("ws://127.0.0.1/"), state=State.OPEN, max_size=None)
    client.extensions = [PerMessageDeflate(True, True, 15, 15)] if packed else []
    client.receive_data(frame)
    (event,) = client.events_received()
    assert isinstance(event, Frame)
    return bytes(event.data).decode()


@given(TEXTS)
@example("a" * 125)
@example("a" * 126)
@example("a" * 65535)
@example("a" * 65536)
def test_what_a_server_writes_a_client_reads(text: str) -> None:
    assert read(framed(text.encode())) == text
    assert read(framed(text.encode(), packed=True), packed=True) == text


@given(TEXTS.filter(lambda text: len(text.encode()) < 1 << 16))
@example("")
@example("a" * 125)
@example("a" * 126)
@example("a" * 65535)
def test_a_whole_text_is_read_as_it_was_sent(text: str) -> None:
    assert whole_text(sent(text), MOST) == text


@given(TEXTS.filter(bool), st.data())
def test_a_part_of_one_or_more_than_one_is_left(text: str, data: st.DataObject) -> None:
    frame = sent(text)
    assert whole_text(frame[: data.draw(st.integers(0, len(frame) - 1))], MOST) is None
    assert whole_text(frame + data.draw(st.binary(min_size=1, max_size=9)), MOST) is None


@given(st.binary(max_size=200))
def test_whatever_comes_it_raises_nothing(came: bytes) -> None:
    assert whole_text(came, MOST) is None or came[:1] == b"\x81"


@pytest.mark.parametrize(
    ("left", "why"),
    [
        (lambda: Frame(Opcode.BINARY, b"{}").serialize(mask=True), "not a text"),
        (lambda: Frame(Opcode.TEXT, b"{", fin=False).serialize(mask=True), "goes on in another frame"),
        (lambda: Frame(Opcode.CONT, b"}").serialize(mask=True), "goes on from another frame"),
        (lambda: Frame(Opcode.PING, b"").serialize(mask=True), "of the connection itself"),
        (lambda: Frame(Opcode.CLOSE, b"").serialize(mask=True), "of the connection itself"),
        (lambda: b"\xc1" + sent("{}")[1:], "packed"),
        (lambda: Frame(Opcode.TEXT, b"{}").serialize(mask=False), "not masked, as clients must"),
        (lambda: Frame(Opcode.TEXT, b"\xff\xfe").serialize(mask=True), "not UTF-8"),
        (lambda: b"\x81\xfe\x00\x02" + bytes(4) + b"{}", "a longer way to write its length than it needs"),
        (lambda: b"\x81\xff" + (2).to_bytes(8, "big") + bytes(4) + b"{}", "a length in 64 bits"),
        (lambda: b"\x81\xff" + (119).to_bytes(8, "big") + bytes(4) + b"a" * 119, "a length in 64 bits, at 127 bytes"),
        (lambda: sent("a" * 2001), "above what is taken"),
    ],
)
def test_what_is_not_plain_is_left(left: Callable[[], bytes], why: str) -> None:
    assert whole_text(left(), 2000) is None, why
