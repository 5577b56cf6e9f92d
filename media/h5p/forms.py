"""What an author posts, read back into the parameters of a content.

What was not touched stays as it was, to the byte: a value is only written anew where its input says something else than was
shown. So a content that is opened and saved is the same content, and a field that was never written stays so.

One thing may be done in the same go: an item added to a list, taken out, or moved.
"""

import html
import math
import mimetypes
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from media.h5p.asking import Prompt, Prompts, beginning, beginning_of
from media.h5p.entries import DEEPEST, RIGHTS, ROOT, PromptsOf, TooMuch, library_of, part_prompts, rights, shown
from media.h5p.sanitizing import sanitize_html

MOST_ITEMS = 1000
FILES = frozenset({"image", "file", "video", "audio"})
VARIANTS = frozenset({"video", "audio"})


def new_id() -> str:
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done to a list: `add` to the list of this name; `remove`, `up` or `down` of the item of this name."""

    verb: str
    name: str


@dataclass(frozen=True, slots=True)
class Form:
    """What came in: values by name, files taken in already by name (`path`, `mime`, …), and what was done."""

    values: Mapping[str, Sequence[str]]
    files: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    deed: Deed | None = None


def read_form(
    asked: Prompts, form: Form, before: Any, prompts_of: PromptsOf, make_id: Callable[[], str] = new_id
) -> dict[str, Any]:
    """The parameters as the author wants them, `before` being those that the form showed. Raises TooMuch."""
    reader = _Reader(form, prompts_of, make_id)
    return reader.fields(asked, before if isinstance(before, dict) else {}, ROOT, 0)


@dataclass
class _Reader:
    form: Form
    prompts_of: PromptsOf
    make_id: Callable[[], str]

    def one(self, name: str) -> str | None:
        """The last value under a name, as lines end here; None where the form did not have it."""
        found = self.form.values.get(name)
        return _lines(found[-1]) if found else None

    def fields(self, asked: Prompts, before: dict[str, Any], name: str, depth: int) -> dict[str, Any]:
        if depth > DEEPEST:
            raise TooMuch
        made = dict(before)
        for each in asked:
            made[each.by.name] = self.value(each, before.get(each.by.name), f"{name}.{each.by.name}", depth + 1)
        return {key: value for key, value in made.items() if value is not None}

    def value(self, asked: Prompt, before: Any, name: str, depth: int) -> Any:
        match asked.by.kind:
            case "group":
                return self.group(asked, before, name, depth)
            case "list":
                return self.items(asked, before, name, depth)
            case "library":
                return self.part(asked, before, name, depth)
            case kind if kind in FILES:
                return self.file(asked, before, name)
            case "boolean":
                return self.boolean(asked, before, name)
            case "select" if asked.by.multiple:
                return self.several(asked, before, name)
        written = self.one(name)
        if written is None or written == _lines(shown(asked, before)):
            return before
        return _written(asked, written)

    def boolean(self, asked: Prompt, before: Any, name: str) -> Any:
        """An empty value stands before the box, so that one without a tick is told from one that was not there."""
        if name not in self.form.values:
            return before
        ticked = self.one(name) == "on"
        return before if ticked == shown(asked, before) else ticked

    def several(self, asked: Prompt, before: Any, name: str) -> Any:
        if name not in self.form.values:
            return before
        chosen = [each for each in self.form.values[name] if each]
        return before if chosen == shown(asked, before) else [_plain(each) for each in chosen]

    def group(self, asked: Prompt, before: Any, name: str, depth: int) -> Any:
        if asked.is_written_as_its_field:
            inside = asked.inner[0]
            return self.value(inside, before, f"{name}.{inside.by.name}", depth)
        made = self.fields(asked.inner, before if isinstance(before, dict) else {}, name, depth)
        return before if not made and not before else made

    def items(self, asked: Prompt, before: Any, name: str, depth: int) -> Any:
        old = before if isinstance(before, list) else []
        told = self.one(f"{name}.count")
        count = min(int(told), MOST_ITEMS) if told and told.isdecimal() and len(told) < 6 else len(old)
        inside = asked.inner[0]
        made = [
            self.value(inside, old[place] if place < len(old) else None, f"{name}.{place}", depth)
            for place in range(count)
        ]
        done = self.done(made, inside, name)
        return before if not done and before is None else done

    def done(self, items: list[Any], inside: Prompt, name: str) -> list[Any]:
        """The items after what was done to this list, if anything was."""
        deed = self.form.deed
        if deed is None:
            return items
        if deed == Deed("add", name):
            return [*items, beginning_of(inside)] if len(items) < MOST_ITEMS else items
        place = next((at for at in range(len(items)) if deed.name == f"{name}.{at}"), None)
        if place is None:
            return items
        if deed.verb == "remove":
            return items[:place] + items[place + 1 :]
        to = place + {"up": -1, "down": 1}.get(deed.verb, 0)
        if 0 <= to < len(items):
            items[place], items[to] = items[to], items[place]
        return items

    def part(self, asked: Prompt, before: Any, name: str, depth: int) -> Any:
        """A part of one of the types that the field names; another type begins anew."""
        chosen = self.one(name)
        if chosen is None or chosen == library_of(before):
            return self.same_part(asked, before, name, depth)
        if chosen not in asked.by.options:
            return None
        params = beginning(part_prompts({"library": chosen}, self.prompts_of))
        return {"library": chosen, "params": params, "subContentId": self.make_id(), "metadata": {"license": "U"}}

    def same_part(self, asked: Prompt, before: Any, name: str, depth: int) -> Any:
        if not isinstance(before, dict):
            return before
        inside = part_prompts(before, self.prompts_of)
        params = before.get("params")
        made = before | {
            "params": self.fields(inside, params if isinstance(params, dict) else {}, f"{name}.params", depth)
        }
        told = self.rights(asked, before, name)
        return made if told is None else made | {"metadata": _metadata(before.get("metadata"), told)}

    def file(self, asked: Prompt, before: Any, name: str) -> Any:
        """A picture's, sound's or other file, or what was put in its place."""
        variants = asked.by.kind in VARIANTS
        old = [each for each in (before if isinstance(before, list) else [before]) if isinstance(each, dict)]
        kept = [each for place, each in enumerate(old) if self.one(f"{name}.{place}.gone") != "on"]
        new = [dict(self.form.files[name])] if name in self.form.files else []
        if variants and (address := (self.one(f"{name}.address") or "").strip()):
            new.append({"path": _plain(address), "mime": mime_of(address, asked.by.kind)})
        made = kept + new if variants else new or kept
        told = self.rights(asked, before, name)
        if made == old and told is None:
            return before
        if told is not None:
            made = [each | {"copyright": {key: _plain(value) for key, value in told.items()}} for each in made]
        return (made or None) if variants else (made[0] if made else None)

    def rights(self, asked: Prompt, before: Any, name: str) -> dict[str, str] | None:
        """What is newly told of whose it is, under which licence; None where nothing is."""
        old = rights(asked, before)
        told = {key: self.one(f"{name}.rights.{key}") for key in RIGHTS}
        new = {key: old.get(key, "") if value is None else value.strip() for key, value in told.items()}
        return None if all(new[key] == _lines(old.get(key, "")) for key in RIGHTS) else new


def _metadata(before: Any, told: dict[str, str]) -> dict[str, Any]:
    """A part's metadata with what is newly told."""
    made = dict(before) if isinstance(before, dict) else {}
    new: dict[str, Any] = {key: _plain(told[key]) or None for key in ("title", "source", "license")}
    new["licenseVersion"] = _plain(told["version"]) or None
    new["yearFrom"] = int(told["year"]) if told["year"].isdecimal() and len(told["year"]) < 5 else None
    new["authors"] = [{"name": _plain(told["author"]), "role": "Author"}] if told["author"] else None
    authors = made.get("authors")
    if isinstance(authors, list) and authors and isinstance(authors[0], dict) and new["authors"]:
        new["authors"] = [authors[0] | {"name": _plain(told["author"])}, *authors[1:]]
    return {key: value for key, value in (made | new).items() if value is not None}


def mime_of(path: str, kind: str) -> str:
    """What a file or address is, by its name; YouTube as H5P writes it."""
    if kind == "video" and any(f"//{each}/" in path for each in ("www.youtube.com", "youtube.com", "youtu.be")):
        return "video/YouTube"
    return mimetypes.guess_type(path)[0] or f"{kind}/unknown"


def _written(asked: Prompt, text: str) -> Any:
    """A value anew; what is no number stays as it was typed, for the author to mend."""
    if asked.by.kind == "number":
        return number_of(text) if text.strip() else None
    if not text.strip() and asked.by.optional:
        return None
    if asked.is_rich:
        return sanitize_html(text, asked.by.tags or frozenset(), asked.by.font)
    return _plain(text)


def number_of(text: str) -> Any:
    """A number as it is typed, with a point or a comma; the text itself where it is none."""
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError:
        return text
    if not math.isfinite(found):
        return text
    return int(found) if found == int(found) and abs(found) < 2**53 else found


def _plain(text: str) -> str:
    """Plain text as H5P keeps it, character by character."""
    return html.escape(text).replace("&#x27;", "&#039;")


def _lines(text: Any) -> str:
    """A text with line ends of one kind, as every browser sends others."""
    return str(text).replace("\r\n", "\n").replace("\r", "\n")
