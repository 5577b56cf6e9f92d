"""Sections as a reader gets them: texts in their language, typed words put in, as JSON or as HTML.

`worded` turns the engine's sections into plain data for one language:

- a text of the scenario becomes `{"text": …, "language": …}`, in the reader's language or else in the one it has; where
  it was spoken in another one, `original` holds that beside it;
- typed words become `{"text": …, "language": …}`, or `{"text": null, "removed": …}` once they were redacted;
- the roster gets `people`: for each person's reference their name, and whether they are connected.

`Renderer` makes each section once for all who are sent the same in the same language and encoding. As HTML a section is
the partial `simulations/room/SECTION.html`, and for the growing ones (`GROWING`) one `simulations/room/SECTION_item.html`
for each item, under its key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
from django.template.loader import render_to_string
from django.utils import translation

from simulations.engine.scenario.model import Scenario
from simulations.engine.sections import Section, Sections, Utterance
from simulations.live.protocol import Encoding
from simulations.log import Typed

GROWING = ("log", "notices")
"""Sections of keyed items: in a change, only those that are new or another than before."""
LANGUAGES = frozenset({"en", "cy"})
Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class Words:
    """Where words come from: what was typed, by id, and the names and connections of people by their reference."""

    typed: Mapping[str, Typed] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    presence: Mapping[str, str] = field(default_factory=dict)


def worded(sections: Sections, language: str, words: Words) -> dict[str, Plain]:
    """The sections that are not None, as plain data in one language."""
    found: dict[str, Plain] = {}
    for name in sections.__struct_fields__:
        section: Section | None = getattr(sections, name)
        if section is not None:
            found[name] = _section(section, language, words)
    if "roster" in found:
        found["roster"]["people"] = _people(sections, words)
    return found


def _section(section: Section, language: str, words: Words) -> Plain:
    spoken = getattr(section, "spoken", None)
    return {name: _value(getattr(section, name), language, words, spoken) for name in section.__struct_fields__}


def _value(value: object, language: str, words: Words, spoken: str | None = None) -> object:
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
    if typed is None or typed.text is None:
        return {"text": None, "language": utterance.language, "removed": typed.reason if typed else ""}
    return {"text": typed.text, "language": typed.language}


def _people(sections: Sections, words: Words) -> Plain:
    seats = sections.roster.seats if sections.roster else ()
    seated = [seat.person for seat in seats if seat.person]
    return {
        person: {"name": words.names.get(person, ""), "presence": words.presence.get(person, "away")}
        for person in seated
    }


class Renderer:
    """Renders for one change or one hello; whoever is to get the very same shares it."""

    def __init__(self, scenario: Scenario, words: Words) -> None:
        self._scenario = scenario
        self._words = words
        self._made: dict[tuple[str, str, str], list[tuple[Section, object]]] = {}

    def render(self, sections: Sections, language: str, encoding: Encoding) -> dict[str, object]:
        """The sections, each as plain data or as HTML."""
        return {
            name: self._once(name, section, language, encoding)
            for name in sections.__struct_fields__
            if (section := getattr(sections, name)) is not None
        }

    def _once(self, name: str, section: Section, language: str, encoding: Encoding) -> object:
        made = self._made.setdefault((name, language, encoding), [])
        for earlier, rendered in made:
            if earlier == section:
                return rendered
        plain = worded(Sections(**{name: section}), language, self._words)[name]
        rendered = plain if encoding == "json" else self._html(name, plain, language)
        made.append((section, rendered))
        return rendered

    def _html(self, name: str, plain: Plain, language: str) -> object:
        with translation.override(language):
            if name not in GROWING:
                return self._partial(name, language, {name: plain})
            items = plain["items"]
            assert isinstance(items, list)  # noqa: S101 -- what GROWING means
            return {
                "items": [
                    {"key": item["key"], "html": self._partial(f"{name}_item", language, {"item": item})}
                    for item in items
                ]
            }

    def _partial(self, partial: str, language: str, context: Plain) -> str:
        return render_to_string(f"simulations/room/{partial}.html", {**context, **titles(self._scenario, language)})


def titles(scenario: Scenario, language: str) -> Plain:
    """What partials need to name things: seats' titles, children's names and public topics, by id, and the language."""
    return {
        "language": language,
        "seat_titles": {seat.id: seat.title.in_language(language) for seat in scenario.seats.values()},
        "child_names": {child.id: child.name for child in scenario.family.children.values()},
    }
