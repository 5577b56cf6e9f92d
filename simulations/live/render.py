"""Sections as a reader gets them as JSON: texts in their language, typed words put in. (As HTML: drawing.py.)

- a text of the scenario becomes `{"text": …, "language": …}`, in the reader's language or else in the one it has; where
  it was spoken in another one, `original` holds that beside it;
- typed words become `{"text": …, "language": …}`, or `{"text": null, "removed": …}` once they were redacted;
- the roster gets `people`: for each person's reference their name, and whether they are connected.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from simulations.engine.sections import RosterSection, Section, Sections, Utterance
from simulations.log import Typed

LANGUAGES = frozenset({"en", "cy"})
Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class Words:
    """Where words come from: what was typed, by id, and the names and connections of people by their reference."""

    typed: Mapping[str, Typed] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    presence: Mapping[str, str] = field(default_factory=dict)


class Wording:
    """Sections in one language. What several viewers see alike is worded and encoded once."""

    def __init__(self, words: Words, language: str) -> None:
        self._words = words
        self._language = language
        self._made: dict[str, list[tuple[Section, msgspec.Raw]]] = {}

    def word(self, sections: Sections) -> dict[str, msgspec.Raw]:
        """The sections that are not None, by name, as JSON."""
        found = ((name, getattr(sections, name)) for name in sections.__struct_fields__)
        return {name: self._worded(name, section) for name, section in found if section is not None}

    def _worded(self, name: str, section: Section) -> msgspec.Raw:
        made = self._made.setdefault(name, [])
        for known, encoded in made:
            if known is section or known == section:
                return encoded
        plain = _section(section, self._language, self._words)
        if isinstance(section, RosterSection):
            plain["people"] = _people(section, self._words)
        made.append((section, encoded := msgspec.Raw(_encode(plain))))
        return encoded


_encode = msgspec.json.Encoder().encode


def _section(section: Section, language: str, words: Words) -> Plain:
    spoken = getattr(section, "spoken", None)
    return {name: _value(getattr(section, name), language, words, spoken) for name in section.__struct_fields__}


def _value(value: object, language: str, words: Words, spoken: str | None = None) -> object:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Utterance):
        return _typed(value, words)
    if isinstance(value, Section):
        return _section(value, language, words)
    if isinstance(value, tuple):
        return [_value(each, language, words) for each in value]
    if isinstance(value, dict) and _is_text(value):
        return _text(value, language, spoken)
    return msgspec.to_builtins(value)


def _is_text(value: Mapping[object, object]) -> bool:
    return bool(value) and LANGUAGES.issuperset(value) and all(isinstance(each, str) for each in value.values())


def _text(texts: Mapping[str, str], language: str, spoken: str | None) -> Plain:
    chosen = language if language in texts else next(iter(texts))
    text: Plain = {"text": texts[chosen], "language": chosen}
    if spoken and spoken != chosen and spoken in texts:
        text["original"] = {"text": texts[spoken], "language": spoken}
    return text


def _typed(utterance: Utterance, words: Words) -> Plain:
    typed = words.typed.get(utterance.utterance)
    if utterance.removed or typed is None or typed.text is None:
        reason = utterance.removed or (typed.reason if typed else "")
        return {"text": None, "language": utterance.language, "removed": reason}
    return {"text": typed.text, "language": typed.language}


def _people(roster: RosterSection, words: Words) -> Plain:
    seated = [seat.person for seat in roster.seats if seat.person]
    return {
        person: {"name": words.names.get(person, ""), "presence": words.presence.get(person, "away")}
        for person in seated
    }
