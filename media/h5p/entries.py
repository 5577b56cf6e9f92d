"""A content laid out for an author: every field with what stands in it, under the name that its input has in a form.

    laid = lay_out(asked, parameters, prompts_of)      # to draw
    parameters = read_form(asked, posted, parameters, prompts_of)      # what came back (media.h5p.forms)

Names are the fields' own, joined by dots from `p`: `p.questions.0.answers.2.text`.
"""

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from media.h5p.asking import Prompt, Prompts, holds
from media.h5p.library import LibraryName
from media.h5p.sanitizing import sanitize_html

ROOT = "p"
MOST_INPUTS = 8000
DEEPEST = 60

PromptsOf = Callable[[LibraryName], Prompts | None]
RIGHTS = ("title", "author", "year", "source", "license", "version")
"""What may be said of whose a file or a part is, by the names of the older form; see `rights`."""
OWNED = frozenset({"library", "image", "file", "video", "audio"})


class TooMuch(Exception):
    """The content has more fields than one form can hold, or is nested too deeply."""


@dataclass(slots=True)
class Entry:
    """One field with its `value`, None where nothing stands there. `parts` are a group's fields, a list's items, or a part's.

    `where` is where a mistake stands, by labels from the outside in.
    """

    name: str
    asked: Prompt
    value: Any
    label: str
    hidden: bool = False
    parts: list["Entry"] = field(default_factory=list)
    mistake: tuple[str, float] | None = None
    where: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return self.asked.by.kind

    @property
    def shown(self) -> Any:
        """What stands in the input."""
        return shown(self.asked, self.value)

    @property
    def library(self) -> str:
        """The part that was chosen for a library field."""
        return library_of(self.value)

    @property
    def files(self) -> list[dict[str, Any]]:
        """A picture's or sound's files, variants as they are."""
        found = self.value if isinstance(self.value, list) else [self.value]
        return [each for each in found if isinstance(each, dict) and isinstance(each.get("path"), str)]

    @property
    def rights(self) -> dict[str, str]:
        """Whose it is, under which licence."""
        return rights(self.asked, self.value)

    @property
    def own(self) -> list["Entry"]:
        """The parts that belong to this content."""
        return [each for each in self.parts if not each.asked.common]

    @property
    def common(self) -> list["Entry"]:
        """The parts that are alike in most contents of the type, which come last."""
        return [each for each in self.parts if each.asked.common]

    @property
    def may_grow(self) -> bool:
        most = self.asked.by.maximum
        return most is None or len(self.parts) < most

    def walk(self) -> Iterator["Entry"]:
        """This one and everything in it that is asked for."""
        if not self.hidden:
            yield self
            for each in self.parts:
                yield from each.walk()


def lay_out(asked: Prompts, parameters: Any, prompts_of: PromptsOf) -> list[Entry]:
    """Every field of a content. Raises TooMuch."""
    return _Layout(prompts_of).fields(asked, parameters if isinstance(parameters, dict) else {}, ROOT, ())


@dataclass
class _Layout:
    prompts_of: PromptsOf
    made: int = 0

    def fields(
        self, asked: Prompts, values: dict[str, Any], name: str, around: tuple[dict[str, Any], ...]
    ) -> list[Entry]:
        beside = (*around, values)
        return [self.entry(each, values.get(each.by.name), f"{name}.{each.by.name}", beside) for each in asked]

    def entry(self, asked: Prompt, value: Any, name: str, around: tuple[dict[str, Any], ...], label: str = "") -> Entry:
        self.made += 1 + (len(RIGHTS) if asked.by.kind in OWNED else 0)
        if self.made > MOST_INPUTS or len(around) > DEEPEST:
            raise TooMuch
        laid = Entry(name, asked, value, label or asked.label, not holds(asked.when, around))
        laid.parts = self.parts(asked, value, name, around)
        return laid

    def parts(self, asked: Prompt, value: Any, name: str, around: tuple[dict[str, Any], ...]) -> list[Entry]:
        match asked.by.kind:
            case "group" if asked.is_written_as_its_field:
                inside = asked.inner[0]
                return [self.entry(inside, value, f"{name}.{inside.by.name}", (*around, {}))]
            case "group":
                return self.fields(asked.inner, value if isinstance(value, dict) else {}, name, around)
            case "list":
                items = value if isinstance(value, list) else []
                return [
                    self.entry(asked.inner[0], each, f"{name}.{place}", (*around, {}), f"{asked.item_name} {place + 1}")
                    for place, each in enumerate(items)
                ]
            case "library":
                inside_asked = part_prompts(value, self.prompts_of)
                params = value.get("params") if isinstance(value, dict) else None
                return self.fields(inside_asked, params if isinstance(params, dict) else {}, f"{name}.params", around)
        return []


def part_prompts(value: Any, prompts_of: PromptsOf) -> Prompts:
    """What is asked inside a part; nothing where none is chosen, or its library is not here."""
    try:
        return prompts_of(LibraryName.parse(library_of(value))) or ()
    except ValueError:
        return ()


def library_of(value: Any) -> str:
    """The library that a part names."""
    written = value.get("library") if isinstance(value, dict) else ""
    return written if isinstance(written, str) else ""


def shown(asked: Prompt, value: Any) -> Any:
    """A value as it stands in its input: texts without entities or as safe HTML, a boolean as such, a choice as its value."""
    match asked.by.kind:
        case "text" if asked.is_rich and isinstance(value, str):
            return sanitize_html(value, asked.by.tags or frozenset(), asked.by.font)
        case "text" | "number" if value is not None and not isinstance(value, dict | list):
            return html.unescape(str(value))
        case "boolean":
            return value if isinstance(value, bool) else asked.default is True
        case "select" if asked.by.multiple:
            found = value if isinstance(value, list) else [] if value is None else [value]
            return [html.unescape(str(each)) for each in found if each not in (None, "")]
        case "select":
            one = value[0] if isinstance(value, list) and value else value
            return html.unescape(str(one)) if isinstance(one, str | int | float) else ""
    return ""


def rights(asked: Prompt, value: Any) -> dict[str, str]:
    """Whose something is, by the names of a file's form; a part keeps the same as its metadata."""
    if asked.by.kind == "library":
        told = value.get("metadata") if isinstance(value, dict) else None
        told = told if isinstance(told, dict) else {}
        authors = told.get("authors")
        author = (
            authors[0].get("name") if isinstance(authors, list) and authors and isinstance(authors[0], dict) else ""
        )
        found = {
            "title": told.get("title"), "author": author, "year": told.get("yearFrom"), "source": told.get("source"),
            "license": told.get("license"), "version": told.get("licenseVersion"),
        }  # fmt: skip
    else:
        first = value[0] if isinstance(value, list) and value else value
        told = first.get("copyright") if isinstance(first, dict) else None
        found = dict(told) if isinstance(told, dict) else {}
    return {key: html.unescape(str(found[key])) if found.get(key) is not None else "" for key in RIGHTS if key in found}
