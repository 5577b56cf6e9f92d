"""Small ways of making the next state out of the last one, shared by the areas' evolving halves."""

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import ConferenceState, LogItem, LogKind, Notice, NoticeKind, SeatState

K = TypeVar("K")
V = TypeVar("V")


def put(mapping: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    """The mapping with this value under this key; the old one is left as it was."""
    return {**mapping, key: value}


def without(mapping: Mapping[K, V], *keys: K) -> Mapping[K, V]:
    """The mapping without these keys; the very same object where it has none of them."""
    return {key: value for key, value in mapping.items() if key not in keys} if set(keys) & set(mapping) else mapping


def next_key(state: ConferenceState) -> str:
    """The key that the next item of the log will have."""
    return f"t{len(state.log) + 1}"


def logged(state: ConferenceState, event: Happening, kind: LogKind, **filled: Any) -> ConferenceState:
    """The state with this event in its log; `filled` are further attributes of `LogItem`."""
    item = LogItem(key=next_key(state), kind=kind, at=event.at, audience=event.audience, phase=state.phase.id, **filled)
    return replace(state, log=state.log.and_then(item))


def noticed(state: ConferenceState, event: Happening, kind: NoticeKind, key: str, **filled: Any) -> ConferenceState:
    """The state with a notice of this event. `key` is made of what its readers see, never of a count of all notices:
    a gap in a count would tell of whispers to others."""
    notice = Notice(key=f"{kind}-{key}", kind=kind, at=event.at, audience=event.audience, **filled)
    return replace(state, notices=state.notices.and_then(notice))


def opened(state: ConferenceState) -> ConferenceState:
    """The state without a closed part, and nobody outside for one."""
    seats = {seat: replace(now, sent_out=False) if now.sent_out else now for seat, now in state.seats.items()}
    return replace(state, closed=None, seats=seats)


def kept_from(state: ConferenceState) -> frozenset[SeatId]:
    """The seats that a closed part, if one is on, is closed to."""
    return state.closed.without if state.closed else frozenset()


def speaks_for_itself(state: ConferenceState, seat: SeatId) -> bool:
    """Whether what this seat says now counts for its agency: a person's own word, not a script's or a cover's."""
    return state.seats[seat].filled == "person" and not state.seats[seat].covered


def seated(state: ConferenceState, seat: SeatId, now: SeatState) -> ConferenceState:
    """The state with this seat as it is now."""
    return replace(state, seats=put(state.seats, seat, now))
