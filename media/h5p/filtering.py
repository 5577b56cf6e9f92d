"""Content held against the semantics of its libraries: what these do not know is removed, the rest made safe.

Follows H5P's own filter, and is stricter where that lets through what nobody wants: values of another kind than their
field, and paths that lead out of the content or, but for sound and video, to other people's servers.
"""

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from media.h5p.descriptions import COPYRIGHT, METADATA
from media.h5p.library import LibraryName
from media.h5p.part_ids import part_id
from media.h5p.sanitizing import escaped, sanitize_html
from media.h5p.semantics import Field, Semantics

SemanticsOf = Callable[[LibraryName], Semantics | None]

SUB_CONTENT_ID = re.compile(r"\{?[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}\}?")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
OTHER_CONTENT = re.compile(r"(\.\./)+content/\d+/(?=[^/])")
FILE_KEYS = frozenset({"path", "mime", "copyright"})
IMAGE_KEYS = FILE_KEYS | {"width", "height", "originalImage"}
VIDEO_KEYS = FILE_KEYS | {"width", "height", "codecs", "quality", "bitrate"}


@dataclass(frozen=True, slots=True)
class Filtered:
    """Safe content. `libraries` are those it uses, each after those inside it; `hosts` the servers it would call."""

    parameters: Any
    libraries: tuple[LibraryName, ...]
    hosts: tuple[str, ...]


def filter_content(main: LibraryName, parameters: Any, semantics_of: SemanticsOf) -> Filtered:
    """The parameters of a content, filtered; the input is left as it is.

    `semantics_of` gives a library's fields, or None where there is no such library. What is filtered once stays the same.
    """
    sieve = _Sieve(semantics_of)
    kept = sieve.fields(parameters if isinstance(parameters, dict) else {}, semantics_of(main) or ())
    return Filtered(kept, tuple(dict.fromkeys([*sieve.libraries, main])), tuple(sorted(sieve.hosts)))


def filter_metadata(metadata: Any) -> dict[str, Any]:
    """What may be said of a content (h5p.json, or content in content): known fields, made safe."""
    sieve = _Sieve(lambda name: None)
    return sieve.fields({"license": "U", **(metadata if isinstance(metadata, dict) else {})}, METADATA)


@dataclass
class _Sieve:
    """One content on its way; None stands for a value to be removed."""

    semantics_of: SemanticsOf
    libraries: list[LibraryName] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def value(self, value: Any, by: Field, optional: bool = False) -> Any:
        match by.kind:
            case "text":
                return self.text(value, by)
            case "number":
                return number(value, by)
            case "boolean":
                return value if isinstance(value, bool) else None
            case "select":
                return select(value, by, optional or by.optional)
            case "list":
                return self.items(value, by)
            case "group":
                return self.group(value, by)
            case "library":
                return self.library(value, by)
            case "image":
                return self.file(value, IMAGE_KEYS | by.extra)
            case "file":
                return self.file(value, FILE_KEYS | by.extra)
            case "video":
                return self.files(value, VIDEO_KEYS | by.extra)
            case _:
                return self.files(value, FILE_KEYS | by.extra)

    def text(self, value: Any, by: Field) -> str:
        """A text, empty where it is none."""
        if not isinstance(value, str):
            return ""
        if by.tags is None:
            return escaped(value, by.longest)
        return sanitize_html(value, by.tags, by.font, by.longest)

    def items(self, value: Any, by: Field) -> list[Any] | None:
        """Items of one kind, at most so many; None where nothing is left."""
        most = None if by.maximum is None else max(0, int(by.maximum))
        written = value[:most] if isinstance(value, list) else []
        items = [kept for each in written if (kept := self.value(each, by.inner[0])) is not None]
        if (
            by.inner[0].is_sub_content and by.inner[0].kind == "group"
        ):  # what each of them says later on has to be told from what the others say
            for number, each in enumerate(items):
                each.setdefault("subContentId", part_id(str(number), json.dumps(each, sort_keys=True)))
        return items or None

    def group(self, value: Any, by: Field) -> Any:
        """Several fields; a group of one is written as its only field, but for sub-content."""
        if len(by.inner) == 1 and not by.is_sub_content:
            return self.value(value, by.inner[0])
        if not isinstance(value, dict):
            return None
        kept = self.fields(value, by.inner, by.optional)
        if by.is_sub_content and _is_sub_content_id(value.get("subContentId")):
            kept["subContentId"] = value["subContentId"]
        return kept

    def fields(self, value: dict[str, Any], semantics: Semantics, optional: bool = False) -> dict[str, Any]:
        """What the fields know of an object."""
        known = {by.name: by for by in reversed(semantics)}
        filtered = {key: self.value(inner, known[key], optional) for key, inner in value.items() if key in known}
        return {key: inner for key, inner in filtered.items() if inner is not None}

    def library(self, value: Any, by: Field) -> dict[str, Any] | None:
        """Content in content, of one of the libraries that the field names."""
        written = value.get("library") if isinstance(value, dict) else None
        if not isinstance(written, str) or written not in by.options:
            return None
        try:
            name = LibraryName.parse(written)
        except ValueError:
            return None
        semantics = self.semantics_of(name)
        if semantics is None:
            return None
        params = value.get("params")
        kept = {"library": written, "params": self.fields(params if isinstance(params, dict) else {}, semantics)}
        if _is_sub_content_id(value.get("subContentId")):
            kept["subContentId"] = value["subContentId"]
        if isinstance(value.get("metadata"), dict):
            kept["metadata"] = filter_metadata(value["metadata"])
        kept |= {key: plain(value[key]) for key in sorted(by.extra - kept.keys() - {"metadata"}) if key in value}
        self.libraries.append(name)
        return kept

    def files(self, value: Any, keys: frozenset[str]) -> list[Any] | None:
        """The variants of one sound or video, which may lie elsewhere; None where nothing is left."""
        variants = value if isinstance(value, list) else []
        return [kept for each in variants if (kept := self.file(each, keys, elsewhere=True)) is not None] or None

    def file(self, value: Any, keys: frozenset[str], *, elsewhere: bool = False) -> dict[str, Any] | None:
        """A file with a path inside the content, or with `elsewhere` an address on the web."""
        path = self.path(value.get("path"), elsewhere) if isinstance(value, dict) else None
        if path is None:
            return None
        kept: dict[str, Any] = {}
        for key, inner in value.items():
            if key not in keys:
                continue
            if key == "path":
                kept[key] = path
            elif key in {"width", "height", "bitrate"}:
                kept[key] = whole(inner)
            elif key == "copyright":
                kept[key] = self.fields(inner, COPYRIGHT) if isinstance(inner, dict) else None
            elif key == "originalImage":
                kept[key] = self.file(inner, IMAGE_KEYS)
            else:
                kept[key] = plain(inner)
        return {key: inner for key, inner in kept.items() if inner is not None}

    def path(self, value: Any, elsewhere: bool) -> str | None:
        """A path that leads nowhere else, or None; the address of another content's file loses what leads there."""
        if not isinstance(value, str) or CONTROL.search(value):
            return None
        path = OTHER_CONTENT.sub("", value.removesuffix("#tmp"), count=1) if value.startswith("../") else value
        path = path.removesuffix("#tmp")
        try:
            address = urlsplit(path)
        except ValueError:
            return None
        if address.scheme in {"http", "https"} and elsewhere and address.hostname:
            self.hosts.add(address.hostname)
            return escaped(path)
        if address.scheme or address.netloc or "\\" in path or not {"", ".", ".."}.isdisjoint(path.split("/")):
            return None
        return escaped(path)


def number(value: Any, by: Field) -> float | None:
    """A number within its bounds and on its step; 0 for what is none, as near as the bounds let it."""
    if isinstance(value, bool):
        value = None
    try:
        kept = value if isinstance(value, int | float) else float(value)
    except (TypeError, ValueError, OverflowError):
        kept = 0
    if not math.isfinite(kept):
        kept = 0
    if by.minimum is not None and kept < by.minimum:
        kept = by.minimum
    if by.maximum is not None and kept > by.maximum:
        kept = by.maximum
    if by.step and by.step > 0 and by.step == int(by.step) and isinstance(kept, int):
        kept -= int(kept - (by.minimum or 0)) % int(by.step)
    if by.decimals is not None and isinstance(kept, float):
        kept = round(kept, by.decimals)
    return kept


def select(value: Any, by: Field, optional: bool) -> Any:
    """One of the options, or several; the first one for what is none of them, unless the field may be left out."""
    strict = bool(by.options) and not optional
    if by.multiple:
        chosen = [_option(each) for each in (value if isinstance(value, list) else [value])]
        return [escaped(each) for each in chosen if not strict or each in by.options]
    chosen_one = _option(value[0] if isinstance(value, list) and value else value)
    return escaped(by.options[0] if strict and chosen_one not in by.options else chosen_one)


def whole(value: Any) -> int | None:
    """A whole number, or None."""
    return int(value) if isinstance(value, int | float) and math.isfinite(value) else None


def plain(value: Any) -> Any:
    """A value without semantics of its own: every text in it escaped."""
    if isinstance(value, str):
        return escaped(value)
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {escaped(key): plain(inner) for key, inner in value.items()}
    return value


def _option(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) else ""


def _is_sub_content_id(value: Any) -> bool:
    return isinstance(value, str) and bool(SUB_CONTENT_ID.fullmatch(value))
