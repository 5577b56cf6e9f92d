"""The fields of a semantics.json as an author is asked for them: labels, hints, defaults, when one is asked at all.

Read as leniently as the fields themselves, beside which they stand: what `parse_semantics` passes over is not asked for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from media.h5p.semantics import Field, parse_field

WORDS = ("label", "description", "entity", "placeholder")
MOST_ITEMS = 50  # that a list begins with, whatever its semantics say
RUNTIME = frozenset({"l10n"})


@dataclass(frozen=True, slots=True)
class When:
    """A field is asked for where all (or any) of these fields, named from beside it, have one of these values."""

    rules: tuple[tuple[tuple[str, ...], tuple[Any, ...]], ...]
    every: bool = True


@dataclass(frozen=True, slots=True)
class Prompt:
    """One field as it is asked for. `inner` are those of a group, or the one that a list repeats."""

    by: Field
    label: str
    description: str = ""
    entity: str = ""
    importance: str = ""
    default: Any = None
    count: int = 0
    common: bool = False
    long: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    when: When | None = None
    inner: tuple["Prompt", ...] = ()

    @property
    def is_rich(self) -> bool:
        """Whether a text may hold HTML."""
        return self.by.kind == "text" and self.by.tags is not None

    @property
    def item_name(self) -> str:
        """What one item of a list is called, with a capital where it begins a label."""
        name = self.entity or self.inner[0].label
        return name[:1].upper() + name[1:]

    @property
    def is_written_as_its_field(self) -> bool:
        """Whether a group of one is kept as its only field."""
        return self.by.kind == "group" and len(self.inner) == 1 and not self.by.is_sub_content


Prompts = tuple[Prompt, ...]


def prompts(semantics: Any, translated: Any = None) -> Prompts:
    """What an author is asked for, in the words of a language file where it has any. Never raises."""
    told = translated.get("semantics") if isinstance(translated, Mapping) else None
    return tuple(_prompts(_list(semantics), _list(told)))


def _prompts(fields: list[Any], told: list[Any]) -> Iterator[Prompt]:
    for place, data in enumerate(fields):
        words = told[place] if place < len(told) and isinstance(told[place], Mapping) else {}
        if isinstance(data, Mapping) and (made := _prompt(data, words)):
            yield made


def _prompt(data: Mapping[str, Any], told: Mapping[str, Any]) -> Prompt | None:
    by = parse_field(data)
    if by is None:
        return None
    words = {key: _words(told.get(key)) or _words(data.get(key)) for key in WORDS}
    inside, inside_told = data.get("fields"), told.get("fields")
    if by.kind == "list":
        inside, inside_told = [data.get("field")], [told.get("field")]
    default = told["default"] if isinstance(told.get("default"), str) else data.get("default")
    count = data.get("defaultNum", by.minimum or (0 if by.optional else 1))
    return Prompt(
        by=by,
        label=words["label"] or by.name,
        description=words["description"],
        entity=words["entity"],
        importance=_words(data.get("importance")),
        default=default,
        count=max(0, min(int(count), MOST_ITEMS)) if isinstance(count, int | float) else 1,
        common=data.get("common") is True,
        long=data.get("widget") == "textarea" or bool(by.longest and by.longest > 255),
        choices=tuple(_choices(_list(data.get("options")), _list(told.get("options")))) if by.kind == "select" else (),
        when=_when(data),
        inner=tuple(_prompts(_list(inside), _list(inside_told))) if by.kind in {"group", "list"} else (),
    )


def _choices(options: list[Any], told: list[Any]) -> Iterator[tuple[str, str]]:
    """The options of a select with their labels; groups of options are read through."""
    for place, each in enumerate(options):
        words = told[place] if place < len(told) and isinstance(told[place], Mapping) else {}
        if not isinstance(each, Mapping):
            yield str(each), str(each)
        elif each.get("type") == "optgroup":
            yield from _choices(_list(each.get("options")), _list(words.get("options")))
        elif "value" in each:
            value = str(each["value"])
            yield value, _words(words.get("label")) or _words(each.get("label")) or value


def _when(data: Mapping[str, Any]) -> When | None:
    """The condition of the widget `showWhen`."""
    told = data.get("showWhen")
    if data.get("widget") != "showWhen" or not isinstance(told, Mapping):
        return None
    rules = [
        (tuple(each["field"].split("/")), tuple(_list(each.get("equals"))))
        for each in _list(told.get("rules"))
        if isinstance(each, Mapping) and isinstance(each.get("field"), str)
    ]
    return When(tuple(rules), told.get("type") != "or")


def holds(when: When | None, beside: tuple[Mapping[str, Any], ...]) -> bool:
    """Whether a field is asked for; `beside` are the objects around it, the nearest last."""
    if when is None or not when.rules:
        return True
    met = (_found(path, beside) in values for path, values in when.rules)
    return all(met) if when.every else any(met)


def _found(path: tuple[str, ...], around: tuple[Mapping[str, Any], ...]) -> Any:
    value: Any = around[-1] if around else {}
    for step in path:
        if step == "..":
            around = around[:-1]
            value = around[-1] if around else {}
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value["library"] if isinstance(value, Mapping) and "library" in value else value


def beginning(asked: Prompts) -> dict[str, Any]:
    """A content nobody has written in yet: every field with its default, lists with as many items as they begin with."""
    made = {each.by.name: beginning_of(each) for each in asked}
    return {name: value for name, value in made.items() if value is not None}


def beginning_of(asked: Prompt) -> Any:
    """A field nobody has written in yet; None where it has no default."""
    match asked.by.kind:
        case "group" if asked.is_written_as_its_field:
            return beginning_of(asked.inner[0])
        case "group":
            return beginning(asked.inner)
        case "list":
            return [beginning_of(asked.inner[0]) for _ in range(asked.count)] or None
        case "boolean":
            return asked.default is True
        case "text":
            return asked.default if isinstance(asked.default, str) else None
        case "number" if isinstance(asked.default, int | float) and not isinstance(asked.default, bool):
            return asked.default
        case "select" if isinstance(asked.default, str | int) and str(asked.default) in dict(asked.choices):
            return str(asked.default)
    return None


def runtime_texts(asked: Prompts, path: tuple[str, ...] = (), inside: bool = False) -> dict[str, str]:
    """What the type itself says to learners, by path: texts that are common to all contents of a type, with their defaults."""
    found: dict[str, str] = {}
    for each in asked:
        here = (*path, each.by.name)
        told = inside or each.common or each.by.name in RUNTIME
        if each.by.kind == "text" and told and isinstance(each.default, str) and each.default.strip():
            found["/".join(here)] = each.default
        elif each.by.kind == "group":
            found |= runtime_texts(each.inner, here, told)
    return found


def _words(data: Any) -> str:
    return data if isinstance(data, str) else ""


def _list(data: Any) -> list[Any]:
    return data if isinstance(data, list) else []
