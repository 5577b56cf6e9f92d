"""Exercises as files: both languages side by side, read field by field as the content type's semantics ask for them.

A text is a pair `{en: …, cy: …}`, Markdown where the field is rich; an address that serves both may stand alone. What no
field knows, and what lacks one language, is refused with the file and the key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

import msgspec
from PIL import Image

from media.content import ContentError, ContentFile, content_files, markdown, read
from media.content_types.libraries import HERE, LANGUAGES, libraries, raw_semantics, words
from media.h5p import LibraryName

CONTENTS = HERE / "contents"
PICTURES = {"png": "image/png", "jpg": "image/jpeg"}


class Pair(msgspec.Struct, forbid_unknown_fields=True):
    en: str
    cy: str


class Exercise(msgspec.Struct, forbid_unknown_fields=True):
    """One exercise: its content type, and the parameters as that type's fields have them."""

    type: Literal["exercise"]
    uuid: UUID
    library: str
    title: Pair
    welsh: Literal["awaiting-translator", "reviewed"]
    parameters: dict[str, Any]


@dataclass(frozen=True)
class Content:
    """An exercise in one language: parameters for its content type, and the pictures that they name."""

    name: str
    language: str
    uuid: UUID
    title: str
    library: LibraryName
    parameters: Mapping[str, Any]
    pictures: Mapping[str, Path]


def contents(folder: Path = CONTENTS) -> list[Content]:
    """Every exercise of a folder in both languages. Raises ContentError."""
    found = [(file, read(file, Exercise)) for file in content_files(folder)]
    return [_content(file, exercise, language) for file, exercise in found for language in LANGUAGES]


def _content(file: ContentFile, exercise: Exercise, language: str) -> Content:
    try:
        library = LibraryName.parse(exercise.library)
    except ValueError as fault:
        raise ContentError(file.path, "library", str(fault)) from fault
    if library not in libraries():
        raise ContentError(file.path, "library", f"there is no content type {library} here")
    reading = _Reading(file.path, language, {})
    parameters = reading.fields(exercise.parameters, raw_semantics(library), "parameters")
    parameters["l10n"] = words(library, language)
    title = getattr(exercise.title, language)
    name = Path(file.name).with_suffix("").as_posix().replace("/", "-")
    return Content(name, language, exercise.uuid, title, library, parameters, reading.pictures)


@dataclass
class _Reading:
    """One file on its way in one language; `pictures` are gathered by their path in the package."""

    path: Path
    language: str
    pictures: dict[str, Path]

    def fields(self, value: Any, semantics: list[dict[str, Any]], key: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ContentError(self.path, key, "is not a list of keys and values")
        known = {field["name"]: field for field in semantics}
        if unknown := sorted(value.keys() - known.keys() | value.keys() & {"l10n"}):
            raise ContentError(self.path, f"{key}.{unknown[0]}", "no field of the content type is called so")
        return {name: self.value(inner, known[name], f"{key}.{name}") for name, inner in value.items()}

    def value(self, value: Any, field: dict[str, Any], key: str) -> Any:
        match field["type"]:
            case "text":
                return self.text(value, field, key)
            case "group":
                return self.fields(value, field["fields"], key)
            case "list" if isinstance(value, list):
                return [self.value(each, field["field"], f"{key}.{place}") for place, each in enumerate(value)]
            case "image" if isinstance(value, str):
                return self.picture(value, key)
            case "boolean" if isinstance(value, bool):
                return value
            case "number" if isinstance(value, int) and not isinstance(value, bool):
                return value
        raise ContentError(self.path, key, f"is no {field['type']}")

    def text(self, value: Any, field: dict[str, Any], key: str) -> str:
        """The text in this language: as HTML where the field is rich."""
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value
        if not isinstance(value, dict) or value.keys() != set(LANGUAGES) or not all(map(_is_told, value.values())):
            raise ContentError(self.path, key, "is not a text in both languages: {en: …, cy: …}")
        told = value[self.language].strip()
        if field.get("widget") != "html":
            return str(told)
        html = markdown(told)
        return html if field["enterMode"] == "p" else html.removeprefix("<p>").removesuffix("</p>")

    def picture(self, value: str, key: str) -> dict[str, Any]:
        """A picture that lies beside the file."""
        place = self.path.parent / value
        mime = PICTURES.get(place.suffix.removeprefix("."))
        if Path(value).name != value or mime is None or not place.is_file():
            raise ContentError(self.path, key, f"there is no picture {value} beside this file (png or jpg)")
        with Image.open(place) as picture:
            width, height = picture.size
        self.pictures[f"images/{value}"] = place
        return {
            "path": f"images/{value}",
            "mime": mime,
            "width": width,
            "height": height,
            "copyright": {"license": "U"},
        }


def _is_told(text: Any) -> bool:
    return isinstance(text, str) and bool(text.strip())
