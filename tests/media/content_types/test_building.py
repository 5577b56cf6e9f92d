"""Our own content types and exercises, built: what every library and every exercise must keep to."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import welsh
from PIL import Image

from media.content import ContentError
from media.content_types.building import build, package_of
from media.content_types.contents import Content, contents
from media.content_types.libraries import HERE, LANGUAGES, libraries, library_files, raw_semantics, words
from media.h5p import LibraryName, PackageReader, check_package, export_package, filter_content, parse_semantics

LARGEST = 30_000
TYPES = [name for name, library in libraries().items() if library.runnable]
ALL = contents()
ENGLISH = [each for each in ALL if each.language == "en"]
EXERCISE = """
type: exercise
uuid: 6f1c2f0e-6f53-4f3e-9f52-5b7c70f1a001
library: {library}
title: {{en: Question, cy: Cwestiwn}}
welsh: awaiting-translator
parameters:
  task: {task}
{more}
"""


def named(value: Any) -> str:
    return f"{value.name}.{value.language}" if isinstance(value, Content) else str(value)


def written(
    folder: Path, *, library: str = "Diogel.Choice 1.0", task: str = "{en: Why?, cy: Pam?}", more: str = ""
) -> Path:
    (folder / "one.yaml").write_text(EXERCISE.format(library=library, task=task, more=more))
    return folder


def entries(value: Any, key: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything with keys inside parameters, and under which key it stands."""
    if isinstance(value, dict):
        yield key, value
        for name, inner in value.items():
            yield from entries(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from entries(inner, key)


def shape(value: Any) -> Any:
    """Keys and lengths, without the texts."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value)


# --- Libraries ---


def test_there_are_six_types_and_the_frame_that_they_share() -> None:
    assert sorted(name.machine_name for name in TYPES) == [
        f"Diogel.{name}" for name in ("Case", "Choice", "Signs", "Sort", "Timeline", "TrueFalse")
    ]
    assert [name.machine_name for name in libraries() if name not in TYPES] == ["Diogel.Exercise"]


@pytest.mark.parametrize("name", libraries(), ids=str)
def test_a_library_is_small_and_calls_nobody(name: LibraryName) -> None:
    files = library_files(name)
    assert sum(map(len, files.values())) < LARGEST
    program = "".join(raw.decode() for path, raw in files.items() if path.endswith((".js", ".css")))
    assert not re.search(r"\beval\b|new Function|document\.write|fetch\(|XMLHttpRequest|@import|url\(", program)
    hosts = set(re.findall(r"https?://([\w.]+)", program))
    assert hosts <= {"www.w3.org", "adlnet.gov"}  # names of a drawing's and a statement's vocabulary, not called


@pytest.mark.parametrize("name", TYPES, ids=str)
def test_a_type_speaks_both_languages_field_by_field(name: LibraryName) -> None:
    told = {
        language: json.loads((HERE / name.folder / "language" / f"{language}.json").read_text())
        for language in LANGUAGES
    }
    assert same_places(raw_semantics(name), told["en"]["semantics"], equal=True) == []
    assert same_places(raw_semantics(name), told["cy"]["semantics"], equal=False) == []


@pytest.mark.parametrize("name", TYPES, ids=str)
def test_a_type_brings_the_upgrades_of_its_major_version(name: LibraryName) -> None:
    assert (
        f"H5PUpgrades['{name.machine_name}'] = {{{name.major}:"
        in library_files(name)[f"{name.folder}/upgrades.js"].decode()
    )


def same_places(fields: list[dict[str, Any]], told: list[dict[str, Any]], *, equal: bool) -> list[str]:
    """Fields whose words lack in the translation, or, where it is the same language, differ from it."""
    if len(fields) != len(told):
        return ["another number of fields"]
    wrong = []
    for field, words_told in zip(fields, told, strict=True):
        texts = {key: field[key] for key in ("label", "description", "entity") if key in field}
        if isinstance(field.get("default"), str):
            texts["default"] = field["default"]
        lacking = [key for key in texts if not words_told.get(key) or (equal and words_told[key] != texts[key])]
        wrong += [f"{field['name']}: {key}" for key in lacking]
        inner = field.get("fields") or ([field["field"]] if "field" in field else [])
        inner_told = words_told.get("fields") or ([words_told["field"]] if "field" in words_told else [])
        wrong += same_places(inner, inner_told, equal=equal)
    return wrong


@pytest.mark.parametrize("name", TYPES, ids=str)
def test_every_welsh_word_of_a_type_is_one(name: LibraryName) -> None:
    told = json.loads((HERE / name.folder / "language" / "cy.json").read_text())
    assert welsh.unknown([re.sub(r"@\w*", "", text) for text in texts(told)]) == []


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_button_says_the_same_in_every_type(language: str) -> None:
    ends_otherwise = {"allRight", "readWhy"}  # a case ends, it is not marked
    said: dict[str, set[str]] = {}
    for name in TYPES:
        for key, text in words(name, language).items():
            said.setdefault(key, set()).add(text)
    assert {key for key, texts in said.items() if len(texts) > 1} <= ends_otherwise


def test_what_a_message_puts_in_is_the_same_in_both_languages() -> None:
    for name in TYPES:
        english, welsh = words(name, "en"), words(name, "cy")
        assert {key: set(re.findall(r"@\w+", text)) for key, text in english.items()} == {
            key: set(re.findall(r"@\w+", text)) for key, text in welsh.items()
        }


def test_dark_looks_the_same_whether_the_device_or_the_page_asks_for_it() -> None:
    css = (HERE / "Diogel.Exercise-1.0" / "exercise.css").read_text()
    device, page = re.findall(
        r':root(?::not\(\[data-theme="light"\]\)|\[data-theme="dark"\]) \.diogel \{([^}]*)\}', css
    )
    assert device.split() == page.split()


# --- Exercises ---


def test_there_are_ten_exercises_and_more_and_every_type_has_one() -> None:
    assert len(ENGLISH) >= 10
    assert {each.library for each in ALL} == set(TYPES)
    assert len({each.uuid for each in ENGLISH}) == len(ENGLISH)


@pytest.mark.parametrize("content", ALL, ids=named)
def test_the_filter_takes_nothing_away(content: Content) -> None:
    filtered = filter_content(content.library, content.parameters, lambda name: parse_semantics(raw_semantics(name)))
    assert shape(filtered.parameters) == shape(content.parameters)
    assert filtered.hosts == ()


@pytest.mark.parametrize("content", ALL, ids=named)
def test_every_answer_says_why(content: Content) -> None:
    answers = [
        each
        for key, each in entries(content.parameters)
        if key in {"options", "statements", "items", "events", "places", "choices"}
    ]
    assert answers
    assert [each["text"] for each in answers if len(each.get("feedback", "")) < 40] == []


@pytest.mark.parametrize("content", ENGLISH, ids=named)
def test_something_is_right_and_not_everything(content: Content) -> None:
    for key, each in entries(content.parameters):
        if "options" in each:
            right = [option["correct"] for option in each["options"]]
            assert any(right), key
            assert not all(right), key
            assert each.get("several", key == "missing") or sum(right) == 1
        if "statements" in each:
            assert {statement["correct"] for statement in each["statements"]} == {True, False}
        if "places" in each:
            assert {place["sign"] for place in each["places"]} == {True, False}
            reasons = len(each.get("reasons", []))
            assert all(1 <= place["reason"] <= reasons for place in each["places"] if place["sign"] and reasons)
        if "items" in each:
            assert {item["group"] for item in each["items"]} == set(range(1, len(each["groups"]) + 1))


@pytest.mark.parametrize("content", [each for each in ENGLISH if each.library.machine_name == "Diogel.Case"], ids=named)
def test_every_scene_of_a_case_can_be_reached_and_every_way_ends(content: Content) -> None:
    scenes = content.parameters["scenes"]
    ways = [(1, (1,))]
    reached = set()
    while ways:
        number, way = ways.pop()
        reached.add(number)
        scene = scenes[number - 1]
        assert ("choices" in scene) != ("score" in scene)
        for choice in scene.get("choices", []):
            assert choice["next"] not in way
            ways.append((choice["next"], (*way, choice["next"])))
    assert reached == set(range(1, len(scenes) + 1))


# --- Packages ---


def test_every_exercise_becomes_a_package_that_the_validator_takes_with_the_same_bytes_each_time() -> None:
    first = list(build())
    assert len(first) == len(ALL)
    assert all(check_package(io.BytesIO(each.raw), name=each.file_name).accepted for each in first)
    assert [each.raw for each in first] == [each.raw for each in build()]
    assert len({each.file_name for each in first}) == len(first)


def test_a_package_exported_again_is_the_same_byte_for_byte() -> None:
    for name in TYPES:
        raw = package_of(next(each for each in ALL if each.library == name))
        verdict, out = check_package(io.BytesIO(raw)), io.BytesIO()
        assert verdict.package
        export_package(verdict.package, PackageReader(io.BytesIO(raw)), out)
        assert out.getvalue() == raw


def test_no_list_in_a_package_s_description_is_empty() -> None:
    """H5P's PHP core refuses those."""
    with zipfile.ZipFile(io.BytesIO(package_of(ALL[0]))) as zipped:
        told = [
            json.loads(zipped.read(name)) for name in zipped.namelist() if name.endswith(("h5p.json", "library.json"))
        ]
    assert [key for each in told for key, value in each.items() if value == []] == []


def test_a_package_holds_the_libraries_that_it_needs_and_says_its_language() -> None:
    welsh = next(each for each in ALL if each.language == "cy" and each.library.machine_name == "Diogel.Sort")
    with zipfile.ZipFile(io.BytesIO(package_of(welsh))) as zipped:
        folders = {name.partition("/")[0] for name in zipped.namelist() if "/" in name}
        metadata = json.loads(zipped.read("h5p.json"))
        parameters = json.loads(zipped.read("content/content.json"))
    assert folders == {"content", "Diogel.Exercise-1.0", "Diogel.Sort-1.0"}
    assert [each["machineName"] for each in metadata["preloadedDependencies"]] == ["Diogel.Exercise", "Diogel.Sort"]
    assert (metadata["language"], metadata["defaultLanguage"]) == ("cy", "cy")
    assert parameters["l10n"]["check"] == "Gwirio"


def test_markdown_and_plain_texts_come_out_as_their_fields_want_them(tmp_path: Path) -> None:
    more = "  heading: {en: A & B, cy: A a B}\n  options: [{text: {en: '**Yes** <b>', cy: Ie}, correct: true}]"
    english = contents(written(tmp_path, task="{en: '**Why** [this](https://diogelu.cymru)?', cy: Pam?}", more=more))[0]
    assert english.parameters["task"] == '<p><strong>Why</strong> <a href="https://diogelu.cymru">this</a>?</p>'
    assert english.parameters["heading"] == "A & B"
    assert english.parameters["options"][0]["text"] == "<strong>Yes</strong> &lt;b&gt;"


@pytest.mark.parametrize(
    ("changed", "key", "told"),
    [
        ({"task": "{en: Why?}"}, "parameters.task", "both languages"),
        ({"task": "{en: Why?, cy: ''}"}, "parameters.task", "both languages"),
        ({"task": "Why?"}, "parameters.task", "both languages"),
        ({"more": "  tsak: 1"}, "parameters.tsak", "no field of the content type"),
        ({"more": "  l10n: {check: {en: a, cy: b}}"}, "parameters.l10n", "no field of the content type"),
        ({"more": "  several: 1"}, "parameters.several", "is no boolean"),
        ({"more": "  options: [{text: {en: a}}]"}, "parameters.options.0.text", "both languages"),
        ({"more": "  options: {}"}, "parameters.options", "is no list"),
        ({"library": "Diogel.Choice 9.9"}, "library", "there is no content type"),
        ({"library": "Choice"}, "library", "is no library"),
        ({"library": "Diogel.Signs 1.0", "more": "  image: ../one.yaml"}, "parameters.image", "no picture"),
        ({"library": "Diogel.Signs 1.0", "more": "  image: gone.png"}, "parameters.image", "no picture"),
    ],
)
def test_what_is_wrong_is_told_with_its_key(tmp_path: Path, changed: dict[str, str], key: str, told: str) -> None:
    with pytest.raises(ContentError) as fault:
        contents(written(tmp_path, **changed))
    assert fault.value.key == key
    assert told in fault.value.fault


def test_a_picture_beside_the_file_comes_along(tmp_path: Path) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "room.png")
    content = contents(written(tmp_path, library="Diogel.Signs 1.0", more="  image: room.png"))[0]
    with zipfile.ZipFile(io.BytesIO(package_of(content))) as zipped:
        assert zipped.read("content/images/room.png") == (tmp_path / "room.png").read_bytes()
        image = json.loads(zipped.read("content/content.json"))["image"]
    assert (image["path"], image["width"], image["height"]) == ("images/room.png", 40, 30)
