"""How commands come in and how events are kept."""

from datetime import UTC, datetime

import msgspec
import pytest
from rehearsing import POLICE

from simulations.engine import events
from simulations.engine.actors import Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.audience import Audience, Happening
from simulations.engine.commands import RaiseHand, Share, read_command
from simulations.engine.events import Spoke
from simulations.engine.refusals import MESSAGES, Refusal
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.storing import UPCASTERS, Stored, decode, encode

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def test_an_event_without_an_audience_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="audience"):
        events.HandRaised(at=NOW, seat=SeatId("police"))  # type: ignore[call-arg]


def test_every_kind_of_event_asks_for_its_audience() -> None:
    for kind in msgspec.inspect.multi_type_info(list(Happening.__subclasses__())):
        assert isinstance(kind, msgspec.inspect.StructType)
        audience = next(field for field in kind.fields if field.name == "audience")
        assert audience.required, kind.cls


def test_events_come_back_from_json_as_they_were(bryn_awel: Scenario) -> None:
    happened = run_by_itself(bryn_awel, "calm").events
    assert [decode(encode(event)) for event in happened] == happened


def test_equal_events_are_equal_bytes() -> None:
    one, other = frozenset({SeatId("a"), SeatId("b"), SeatId("c")}), frozenset({SeatId("c"), SeatId("b"), SeatId("a")})
    audiences = [Audience(one, True, False), Audience(other, True, False)]
    encoded = {encode(events.ConferenceStarted(at=NOW, audience=audience)) for audience in audiences}
    assert len(encoded) == 1


def test_a_stored_event_of_an_older_shape_is_lifted(monkeypatch: pytest.MonkeyPatch) -> None:
    def lift(stored: Stored) -> Stored:
        seat = stored.pop("place")
        return {**stored, "seat": seat, "version": 1}

    monkeypatch.setitem(UPCASTERS, ("hand-raised", 0), lift)
    old = b'{"event":"hand-raised","version":0,"place":"police","at":"2026-05-04T09:00:00Z","audience":{"seats":[],"facilitator":true,"observers":true}}'
    assert decode(old) == events.HandRaised(at=NOW, audience=Audience(frozenset(), True, True), seat=SeatId("police"))


def test_what_is_no_event_is_told_apart() -> None:
    with pytest.raises(msgspec.ValidationError):
        decode(b'{"event":"sang","at":"2026-05-04T09:00:00Z"}')


def test_a_message_becomes_the_command_it_names() -> None:
    assert read_command({"do": "raise-hand"}, by=POLICE) == RaiseHand(by=POLICE)
    assert isinstance(read_command({"do": "share", "passage": "log.1", "how": "shown"}, by=POLICE), Share)


def test_a_client_does_not_say_who_it_is() -> None:
    command = read_command({"do": "raise-hand", "by": {"who": "seat", "seat": "chair"}}, by=POLICE)
    assert command == RaiseHand(by=Seated(SeatId("police")))


@pytest.mark.parametrize(
    "message",
    [
        {}, {"do": "sing"}, {"do": "share"}, {"do": "share", "passage": 7}, {"do": "share", "passage": "a.0", "more": 1},
        {"do": "concern", "child": "gwen", "level": 11}, {"do": "speak", "words": {"text": "hello"}},
        {"do": "extend", "minutes": 0}, {"do": ["raise-hand"]},
    ],
)  # fmt: skip
def test_what_is_no_command_is_refused_in_both_languages(message: dict[str, object]) -> None:
    refusal = read_command(message, by=POLICE)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not-a-command"
    assert refusal.message.in_language("cy") != refusal.message.in_language("en")


def test_no_text_is_in_any_event() -> None:
    fields = {field for kind in Happening.__subclasses__() for field in kind.__struct_fields__}
    assert not fields & {"text", "body", "content", "message"}
    assert "said" in Spoke.__struct_fields__


def test_every_refusal_says_in_both_languages_what_is_so_and_what_to_do() -> None:
    for code, (english, welsh) in MESSAGES.items():
        assert english.endswith("."), code
        assert welsh.endswith("."), code
        assert english != welsh, code
