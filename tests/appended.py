"""What is appended to logs in tests: somebody asks for a minute."""

from datetime import UTC, datetime

from simulations.appending import Append
from simulations.engine.audience import Audience
from simulations.engine.events import Event, MinuteAsked
from simulations.models import Conference

ALL = Audience(frozenset({"police", "chair"}), facilitator=True, observers=False)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKED: Event = MinuteAsked(at=NOW, audience=ALL, seat="police")


def adding(conference: Conference, expected: int, command: str, events: int = 1) -> Append:
    return Append(conference.pk, expected, "somebody", command, "need-a-minute", (ASKED,) * events)
