"""YAML 1.2 with the line of every value, built from libyaml's events: bounded in depth, without aliases or tags."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from assessments.exchange.limits import LIMITS
from assessments.exchange.problems import Place, Refused, Unit, mistake

CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
NUMBER = re.compile(r"-?(0|[1-9]\d{0,15})")
FRACTION = re.compile(r"-?(0|[1-9]\d{0,15})\.\d{1,15}")
STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)


class Lined:
    """What a file says, and by the path of each value (“questions[2].prompt.en”) its line."""

    def __init__(self, text: str) -> None:
        """Raises Refused with the line of what cannot be read."""
        self.lines: dict[str, int] = {}
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            events = (each for each in yaml.parse(text, Loader=loader) if not isinstance(each, _AROUND))
            first = next(events, None)
            self.value = None if first is None else self._value(first, events, "", 0)
            if (more := next(events, None)) is not None:
                raise Refused(mistake("yaml-several", _at(more)))
        except yaml.MarkedYAMLError as fault:
            line = fault.problem_mark.line + 1 if fault.problem_mark else 1
            raise Refused(mistake("not-yaml", Place(Unit.LINE, line), reason=str(fault.problem))) from fault
        except yaml.YAMLError as fault:
            raise Refused(mistake("not-yaml", reason=str(fault))) from fault

    def place(self, path: str) -> Place:
        """The line of a value, or of the nearest one round it."""
        near = path
        while near and near not in self.lines:
            near = near[: max(near.rfind("."), near.rfind("["), 0)]
        return Place(Unit.LINE, self.lines.get(near, 1), path)

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: str, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or _tagged(event):
            raise Refused(mistake("yaml-alias", _at(event, path)))
        if depth > LIMITS.depth or len(self.lines) > LIMITS.elements:
            raise Refused(mistake("yaml-too-much", _at(event)))
        self.lines[path] = _at(event).number
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event.value) if not event.style and event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path, depth)
        return self._mapping(events, path, depth)

    def _list(self, events: Iterator[yaml.Event], path: str, depth: int) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self._value(event, events, f"{path}[{len(values)}]", depth + 1))
        return values

    def _mapping(self, events: Iterator[yaml.Event], path: str, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise Refused(mistake("yaml-key", _at(event, path)))
            inside = f"{path}.{event.value}".lstrip(".")
            if event.value in values:
                raise Refused(mistake("yaml-twice", _at(event, inside)))
            values[event.value] = self._value(next(events), events, inside, depth + 1)
        return values


_AROUND = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)


def _at(event: yaml.Event, path: str = "") -> Place:
    return Place(Unit.LINE, event.start_mark.line + 1 if event.start_mark else 1, path)


def _tagged(event: yaml.Event) -> bool:
    return bool(getattr(event, "tag", None)) and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!")


def _scalar(text: str) -> Any:
    if text in CONSTANTS:
        return CONSTANTS[text]
    if NUMBER.fullmatch(text):
        return int(text)
    return float(text) if FRACTION.fullmatch(text) else text
