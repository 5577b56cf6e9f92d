"""Reads the files that courses and papers are written in: YAML of a known shape, with texts in a little Markdown.

A file is bounded before it is read, and a fault names the file and the key, in words that say what would be right.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from design.markdown import to_html

FILE_BYTES = 200_000
FILES = 500

Shape = TypeVar("Shape")


class ContentError(Exception):
    """A content file that cannot be loaded: `path`, the `key` inside it, and what is wrong there."""

    def __init__(self, path: Path, key: str, fault: str) -> None:
        self.path, self.key, self.fault = path, key, fault
        super().__init__(f"{path}: {key}: {fault}" if key else f"{path}: {fault}")


@dataclass(frozen=True)
class ContentFile:
    """A file's name inside its folder, its bytes, and their digest, by which a change is known."""

    path: Path
    name: str
    raw: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.raw).hexdigest()


def content_files(folder: Path) -> Iterator[ContentFile]:
    """Every YAML file under a folder, in the order of the names. Raises ContentError on too many or too large ones."""
    paths = sorted(folder.rglob("*.yaml"))
    if len(paths) > FILES:
        raise ContentError(folder, "", f"holds {len(paths)} files; at most {FILES} are read. Split the folder.")
    for path in paths:
        if path.stat().st_size > FILE_BYTES:
            raise ContentError(path, "", f"is larger than {FILE_BYTES // 1000} kB. Split it into several pages.")
        yield ContentFile(path, path.relative_to(folder).as_posix(), path.read_bytes())


def read(file: ContentFile, shape: type[Shape]) -> Shape:
    """The file's contents in the given shape. Raises ContentError."""
    data = parse(file)
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as fault:
        words, _, key = str(fault).partition(" - at `$")
        raise ContentError(file.path, key.strip("`.") or "the file", words) from fault


def parse(file: ContentFile) -> object:
    try:
        return cast("object", YAML(typ="safe", pure=True).load(file.raw.decode()))
    except UnicodeDecodeError as fault:
        raise ContentError(file.path, "", "is not UTF-8. Save it as UTF-8.") from fault
    except MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 0
        raise ContentError(file.path, f"line {line}", str(fault.problem)) from fault
    except (YAMLError, RecursionError) as fault:
        raise ContentError(file.path, "", f"is no YAML that can be read: {fault}") from fault


def markdown(text: str) -> str:
    """Safe HTML without white space between its blocks, as the editor keeps it, so that an unchanged text stays the same."""
    html = to_html(text)
    return re.sub(r"(?<=>)\s+(?=</?(?:p|ul|ol|li)>)", "", html).strip()
