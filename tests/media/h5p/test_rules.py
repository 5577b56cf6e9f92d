"""H5P's own rules for what a package must hold, a rule a test, by the codes of its PHP core."""

import io
import json
import os
import re
from dataclasses import replace
from typing import Any

import pytest
from conftest import ROOT
from h5p_packages import LIBRARY, entries, packed, sound_with
from hypothesis import given
from hypothesis import strategies as st

from media import h5p
from media.h5p import DEFAULT_LIMITS, LibraryName, PackageLimits, Verdict, check_package
from media.h5p.messages import MESSAGES

PROBE = LibraryName("T.Probe", 1, 0)


def verdict(files: dict[str, Any], limits: PackageLimits = DEFAULT_LIMITS, **known: Any) -> Verdict:
    return check_package(io.BytesIO(packed(files)), limits=limits, **known)


def codes(files: dict[str, Any]) -> tuple[str, ...]:
    return verdict(files).codes


@pytest.mark.parametrize(("name", "fine"), [("a.h5p", True), ("A.H5P", True), ("a.zip", False), ("", True)])
def test_the_file_is_named_h5p(name: str, fine: bool) -> None:
    raw = io.BytesIO(packed(sound_with()))
    assert check_package(raw, name=name).codes == (() if fine else ("missing-h5p-extension",))


@pytest.mark.parametrize(
    "name",
    ["content/a.exe", "content/a.php", "content/a.js", "content/a.svg", "content/a.html", "content/png",
     "content/fo.png/o", f"{LIBRARY}/a.html", f"{LIBRARY}/a.php", f"{LIBRARY}/LICENSE"],
)  # fmt: skip
def test_kinds_of_files_that_may_not_be_there(name: str) -> None:
    assert codes(sound_with(**{name: b"x"})) == ("not-in-whitelist",)


@pytest.mark.parametrize(
    "name", ["readme.txt", ".hidden/a.exe", "content/_a.exe", "content/a.PNG", f"{LIBRARY}/icon.svg", "x.php"]
)
def test_kinds_of_files_that_may_be_there_or_are_passed_over(name: str) -> None:
    assert codes(sound_with(**{name: b"x"})) == ()


def test_both_main_files_must_be_there_under_just_their_names() -> None:
    assert codes(sound_with(**{"h5p.json": None})) == ("invalid-h5p-json-file",)
    assert codes(sound_with(**{"h5p.json": None, "H5P.JSON": {}})) == ("invalid-h5p-json-file",)
    assert codes(sound_with(**{"content/content.json": None})) == ("invalid-content-folder",)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "line 1"),
        (b"{", "line 1"),
        (b'\xef\xbb\xbf{"a": 1}', "byte order mark"),
        (b'{"a": "\xff"}', "UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (rb'{"a": "\ud800"}', "half a character"),
        (rb'{"\udc00": 1}', "half a character"),
        (b"[" * 200 + b"]" * 200, "deep"),
        (b'{"a":' * 200 + b"1" + b"}" * 200, "deep"),
        (b"[" + b"0," * 200_001 + b"0]", "values"),
        (b'"' + os.urandom(2_500_000).hex().encode() + b'"', "larger"),
        (b"[" * 200 + b'"' + b'\\"' * 200_000, "deep"),
        (b"[" * 200 + b'"' * 1_000_000, "values"),
        (b"[" * 200 + b"]" * 300_000, "values"),
        (b"7", "object"),
    ],
)
def test_content_that_is_no_json_one_can_rely_on(raw: bytes, said: str) -> None:
    found = verdict(sound_with(**{"content/content.json": raw}))
    assert found.codes == ("unable-to-parse-package",)
    assert said in found.problems[0].english


@pytest.mark.parametrize(
    "raw",
    [rb'{"a": "\ud83d\ude00 \\ud800 \\u0000"}', b'{"a": 1e999, "b": -1e999, "c": ' + b"9" * 5000 + b"}", b"[]",
     b'{"a": "' + b"[" * 1000 + b'"}'],
)  # fmt: skip
def test_odd_content_that_is_sound(raw: bytes) -> None:
    found = verdict(sound_with(**{"content/content.json": raw}))
    assert found.package is not None, found.codes
    json.dumps(found.package.parameters, allow_nan=False)


@pytest.mark.parametrize("name", ["title", "language", "mainLibrary", "embedTypes", "preloadedDependencies"])
def test_h5p_json_has_what_it_must(name: str) -> None:
    assert codes(entries(h5p={name: None})) == ("missing-required-property",)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("title", "", "invalid-property"), ("title", "a" * 256, "invalid-property"), ("title", "ŵ" * 128, "invalid-property"),
        ("title", "a\n", "invalid-property"), ("title", ["a"], "invalid-property"), ("title", True, "invalid-property"),
        ("language", "cymraeg-cymru", "invalid-property"), ("language", "cy_GB", "invalid-property"),
        ("mainLibrary", "T-Probe", "invalid-property"), ("mainLibrary", "1", "invalid-property"),
        ("mainLibrary", "T.Other", "missing-main-library"),
        ("embedTypes", "iframe", "invalid-property"), ("embedTypes", ["object"], "illegal-option-in-library"),
        ("embedTypes", [["iframe"]], "illegal-option-in-library"),
        ("license", "WTFPL", "illegal-option-in-library"), ("licenseVersion", "9.0", "illegal-option-in-library"),
        ("source", "javascript:alert(1)", "invalid-property"), ("source", "https://x\ny", "invalid-property"),
        ("coreApi", {"majorVersion": 1, "minorVersion": 999}, "api-version-unsupported"),
        ("coreApi", {"majorVersion": 1}, "missing-required-property"), ("coreApi", "1.28", "invalid-property"),
        ("editorDependencies", [{"machineName": "T.No", "majorVersion": 1, "minorVersion": 0}], "missing-required-library"),
        ("preloadedDependencies", [{"machineName": "T.Probe", "majorVersion": "01", "minorVersion": 0}], "invalid-property"),
        ("yearsFrom", "MMXX", "invalid-property"),
        ("authors", [{"name": "A"}], "missing-required-property"), ("authors", "A", "invalid-property"),
        ("changes", [{"date": "today", "author": "A", "log": "x"}], "invalid-property"),
        ("dynamicDependencies", [7], "invalid-property"),
        ("preloadedDependencies", {}, "invalid-property"),
        ("preloadedDependencies", [{"machineName": "T.Probe", "majorVersion": 1}], "missing-required-property"),
        ("preloadedDependencies", [{"machineName": "T.Probe", "majorVersion": 1.5, "minorVersion": 0}], "invalid-property"),
        ("preloadedDependencies", [], "missing-main-library"),
    ],
)  # fmt: skip
def test_h5p_json_is_as_it_must_be(name: str, value: object, code: str) -> None:
    assert code in codes(entries(h5p={name: value}))


@pytest.mark.parametrize(
    ("name", "value"), [("title", 2026), ("coreApi", []), ("authors", []), ("editorDependencies", [])]
)
def test_what_programs_write_into_h5p_json_is_taken(name: str, value: object) -> None:
    assert codes(entries(h5p={name: value})) == ()


@pytest.mark.parametrize("name", ["title", "majorVersion", "minorVersion", "patchVersion", "machineName", "runnable"])
def test_library_json_has_what_it_must(name: str) -> None:
    assert codes(entries(library={name: None})) == ("missing-required-property",)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("machineName", "T Probe", "invalid-property"), ("machineName", "T.Other", "library-directory-name-mismatch"),
        ("patchVersion", -1, "invalid-property"), ("patchVersion", 1.5, "invalid-property"),
        ("minorVersion", "00", "invalid-property"), ("patchVersion", "1\n", "invalid-property"), ("majorVersion", "١", "invalid-property"),
        ("minorVersion", 4, "library-directory-name-mismatch"), ("runnable", 2, "invalid-property"),
        ("license", "BSD", "illegal-option-in-library"), ("metadataSettings", {"disable": 1}, "missing-required-property"),
        ("preloadedJs", [{"path": "../../evil.js"}], "invalid-property"), ("preloadedJs", [{}], "missing-required-property"),
        ("preloadedJs", [{"path": "https://example.org/x.js"}], "invalid-property"),
        ("preloadedJs", [{"path": "probe.css"}], "invalid-property"), ("preloadedJs", ["probe.js"], "invalid-property"),
        ("preloadedJs", [{"path": "gone.js"}], "library-missing-file"),
        ("preloadedCss", [{"path": "gone.css"}], "library-missing-file"),
        ("coreApi", {"majorVersion": 1, "minorVersion": 999}, "api-version-unsupported"),
        ("coreApi", {"majorVersion": 2, "minorVersion": 0}, "api-version-unsupported"),
        ("embedTypes", ["object"], "illegal-option-in-library"),
        ("editorDependencies", [{"machineName": "T.No", "majorVersion": 1, "minorVersion": 0}], "missing-required-library"),
    ],
)  # fmt: skip
def test_library_json_is_as_it_must_be(name: str, value: object, code: str) -> None:
    assert codes(entries(library={name: value})) == (code,)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("majorVersion", "1"), ("title", 7), ("patchVersion", "03"), ("preloadedCss", []), ("runnable", "1"), ("preloadedJs", [{"path": "/probe.js"}]),
        ("preloadedJs", [{"path": ".\\probe.js"}]), ("somethingElse", {"x": 1}),
        ("preloadedDependencies", [{"machineName": "T.Probe", "majorVersion": 1, "minorVersion": "0"}]),
    ],
)  # fmt: skip
def test_what_real_libraries_do_is_taken(name: str, value: object) -> None:
    assert codes(entries(library={name: value})) == ()


def test_a_folder_beside_content_is_a_library() -> None:
    assert codes(sound_with(**{"T Other/library.json": {}})) == ("invalid-library-name",)
    assert codes(sound_with(**{"T.Other-1.0/x.js": b""})) == ("invalid-library-json-file",)
    assert codes(sound_with(**{f"{LIBRARY}/library.json": []})) == ("invalid-library-json-file",)
    again = {"T.Probe/library.json": {**entries()[f"{LIBRARY}/library.json"], "preloadedJs": [], "preloadedCss": []}}
    assert codes(sound_with(**again)) == ("duplicate-library",)


def test_semantics_and_languages_can_be_read() -> None:
    assert codes(sound_with(**{f"{LIBRARY}/semantics.json": b"[,"})) == ("invalid-semantics-json-file",)
    assert codes(sound_with(**{f"{LIBRARY}/semantics.json": {}})) == ("invalid-semantics-json-file",)
    assert codes(sound_with(**{f"{LIBRARY}/language/-nn.json": {}})) == ()
    for name, value in (("xx.json", b"{"), ("c1.json", {}), ("a/cy.json", {}), ("cy-.json", {}), ("cy.txt", b"")):
        assert codes(sound_with(**{f"{LIBRARY}/language/{name}": value})) == ("invalid-language-file",), name


def test_a_library_is_in_the_package_or_known_here() -> None:
    alone = {name: value for name, value in sound_with().items() if not name.startswith("T.")}
    assert codes(alone) == ("missing-main-library",)
    assert verdict(alone, known={PROBE}).accepted
    assert codes(
        entries(h5p={"dynamicDependencies": [{"machineName": "T.No", "majorVersion": 1, "minorVersion": 0}]})
    ) == ("missing-required-library",)


def test_an_accepted_package_tells_what_it_holds() -> None:
    found = verdict(sound_with(**{"content/images/a.png": b"png"})).package
    assert found is not None
    assert (found.main_library, found.content_files) == (PROBE, ("content/images/a.png",))
    assert found.libraries[PROBE].scripts == ("probe.js",)
    assert str(found.libraries[PROBE].version) == "1.0.3"


def test_one_library_has_one_digest_however_it_was_packed() -> None:
    def digest(files: dict[str, Any]) -> str:
        package = verdict(files).package
        assert package is not None
        return package.builds[PROBE].digest

    shuffled = dict(reversed(sound_with().items()))
    assert digest(sound_with()) == digest(shuffled)
    assert digest(sound_with()) != digest(sound_with(**{f"{LIBRARY}/probe.js": b"H5P.Probe=null"}))


def test_all_json_files_together_are_bounded_too() -> None:
    files = sound_with(**{f"{LIBRARY}/language/{letter}.json": {"a": [1, 2, 3]} for letter in "abcdef"})
    for limits in (replace(DEFAULT_LIMITS, json_total_bytes=500), replace(DEFAULT_LIMITS, json_total_values=30)):
        found = verdict(files, limits)
        assert found.problems
        assert {"values.", "larger"} & {word for each in found.problems for word in each.english.split()}
    assert verdict(files).accepted


@pytest.mark.parametrize("name", ["h5p.json", f"{LIBRARY}/library.json", f"{LIBRARY}/semantics.json"])
def test_what_a_database_must_keep_holds_no_nul(name: str) -> None:
    files = sound_with()
    files[name] = [*files[name], "a\\\0b"] if isinstance(files[name], list) else files[name] | {"a\0": 1}
    assert "NUL" in verdict(files).problems[0].english
    assert codes(sound_with(**{"content/content.json": {"text": "a\0b"}})) == ()


def test_only_so_many_problems_are_told() -> None:
    many = sound_with(**{f"content/{number}.exe": b"" for number in range(50)})
    assert len(verdict(many, replace(DEFAULT_LIMITS, problems=10)).problems) == 10


def test_every_code_is_told_in_both_languages_and_stands_in_the_docs() -> None:
    told = (ROOT / "docs/h5p.md").read_text()
    for code, (english, welsh) in MESSAGES.items():
        assert set(re.findall(r"{(\w+)}", english)) == set(re.findall(r"{(\w+)}", welsh)), code
        assert f"`{code}`" in told, code


def test_what_is_printed_of_a_package_obeys_no_terminal() -> None:
    found = verdict(entries(h5p={"license": "\x1b[2J\u202e" + "x" * 500}))
    assert "\x1b" not in found.problems[0].english
    assert "\u202e" not in found.problems[0].welsh
    assert len(found.problems[0].english) < 400


def test_the_public_names_are_there_and_in_the_readme() -> None:
    told = (ROOT / "media/h5p/README.md").read_text()
    assert [name for name in h5p.__all__ if not hasattr(h5p, name) or f"`{name}" not in told] == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.sampled_from(["h5p.json", "content/content.json", f"{LIBRARY}/library.json", f"{LIBRARY}/semantics.json"]),
    st.sampled_from(sorted({*entries()["h5p.json"], *entries()[f"{LIBRARY}/library.json"], "authors", "changes"})),
    json_values,
)
def test_whatever_a_json_file_holds_there_is_a_verdict(name: str, key: str, value: object) -> None:
    changed = entries()
    changed[name] = {**changed[name], key: value} if isinstance(changed[name], dict) else [value]
    found = verdict(changed)
    assert found.accepted == (found.package is not None) == (not found.codes)


@given(st.binary(max_size=12), st.integers(0), st.integers(0, 20))
def test_whatever_bytes_are_overwritten_there_is_a_verdict(piece: bytes, at: int, gone: int) -> None:
    raw = packed(sound_with())
    at %= len(raw)
    check_package(io.BytesIO(raw[:at] + piece + raw[at + gone :]))
