"""Libraries beside those that are here, many files as one, and what the runtime is told."""

import gzip
import io
import json

import pytest
from h5p_packages import LIBRARY, packed, sound_with
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import (
    Addresses,
    Fate,
    Installed,
    Library,
    LibraryBuild,
    LibraryName,
    LibraryVersion,
    PackageReader,
    Refused,
    bundle_scripts,
    bundle_styles,
    check_package,
    difference,
    evaluates,
    fate_of,
    fates,
    gzip_packed,
    integration_of,
    licences,
    unused,
    usage,
    with_pictures,
)

NAME = LibraryName("T.Probe", 1, 0)


def build(patch: int = 3, content: str = "a") -> LibraryBuild:
    return LibraryBuild(NAME, LibraryVersion(1, 0, patch), {"x.js": content, "library.json": str(patch)})


def test_what_becomes_of_a_library_beside_the_one_that_is_here() -> None:
    here = Installed(LibraryVersion(1, 0, 3), build().digest, frozenset({build().digest, build(3, "held").digest}))
    assert fate_of(build(), None) is Fate.NEW
    assert fate_of(build(), here) is Fate.KNOWN
    assert fate_of(build(3, "held"), here) is Fate.KNOWN
    assert fate_of(build(4), here) is Fate.PATCH
    assert fate_of(build(4), here, may_install=False) is Fate.WAITING
    assert fate_of(build(2), here) is Fate.OLDER
    assert fate_of(build(3, "b"), here) is Fate.WAITING
    with pytest.raises(Refused, match="may-not-install"):
        fates({NAME: build()}, {}, may_install=False)


def test_what_nothing_wants_is_unused_and_circles_are_no_want() -> None:
    package = check_package(io.BytesIO(packed(sound_with()))).package
    assert package
    assert unused(package.libraries, []) == {NAME}
    assert unused(package.libraries, [NAME]) == set()
    assert usage(package.libraries) == {NAME: 0}


def test_two_builds_differ_by_what_is_added_lacking_and_changed() -> None:
    found = difference({"a": "1", "b": "1", "c": "1"}, {"b": "2", "c": "1", "d": "1"})
    assert (found.added, found.removed, found.changed) == (("d",), ("a",), ("b",))


def test_scripts_do_not_run_into_one_another() -> None:
    assert bundle_scripts([b"\xef\xbb\xbfa()", b"b() // end"]) == b"a()\n;\nb() // end\n;\n"


@pytest.mark.parametrize(
    ("css", "moved"),
    [
        ("a{background:url(../img/x.png)}", 'a{background:url("/lib/1/img/x.png")}'),
        ("a{background:url('x.png?v=1#y')}", 'a{background:url("/lib/1/css/x.png?v=1#y")}'),
        ('@import "more.css";', '@import url("/lib/1/css/more.css");'),
        ("a{background:url(data:image/png;base64,AA)}", 'a{background:url("data:image/png;base64,AA")}'),
        ("a{background:url(https://elsewhere.example/x)}", 'a{background:url("https://elsewhere.example/x")}'),
        ("a{fill:url(#id)}", 'a{fill:url("#id")}'),
    ],
)
def test_styles_name_what_they_named_from_wherever_they_are_served(css: str, moved: str) -> None:
    assert bundle_styles([("/lib/1/css/a.css", css.encode())]).decode() == moved


@pytest.mark.parametrize(
    ("css", "put_in"),
    [
        ("a{background:url(../img/x.svg)}", 'a{background:url("data:image/svg+xml;base64,PHN2Zy8+")}'),
        ("a{background:url('x.svg')}", "a{background:url('x.svg')}"),
        ("a{background:url(../img/x.svg#part)}", "a{background:url(../img/x.svg#part)}"),
        ("a{background:url(../../img/x.svg)}", "a{background:url(../../img/x.svg)}"),
        ("a{background:url(https://elsewhere.example/img/x.svg)}", "a{background:url(https://elsewhere.example/img/x.svg)}"),
        ("@font-face{src:url(../img/x.woff)}", "@font-face{src:url(../img/x.woff)}"),
    ],
)  # fmt: skip
def test_small_pictures_become_part_of_a_style_sheet(css: str, put_in: str) -> None:
    assert with_pictures(css.encode(), "css/a.css", {"img/x.svg": b"<svg/>"}.get).decode() == put_in


def test_a_style_sheet_that_names_a_picture_for_ever_stays_small() -> None:
    css = b"a{background:url(x.png)}" * 10_000
    assert len(with_pictures(css, "a.css", lambda _path: b"x" * 4096)) < len(css) + 200_000


@given(st.binary(max_size=300))
def test_whatever_a_style_sheet_holds_it_is_moved(raw: bytes) -> None:
    once = bundle_styles([("/lib/1/a.css", raw)])
    assert bundle_styles([("/lib/1/a.css", raw)]) == once


@pytest.mark.parametrize(
    ("script", "does"),
    [(b"eval (x)", True), (b"new Function(a)", True), (b"setTimeout('go()', 1)", True), (b"evaluate(x)", False), (b"setTimeout(go, 1)", False)],
)  # fmt: skip
def test_programs_made_of_text_are_told(script: bytes, does: bool) -> None:
    assert evaluates(script) is does


@given(st.binary(max_size=2000))
def test_a_compressed_member_is_gzip_as_it_lies(raw: bytes) -> None:
    reader = PackageReader(io.BytesIO(packed(sound_with(**{"content/a.txt": raw}))))
    length, pieces = reader.gzipped("content/a.txt") or (0, iter(()))
    whole = b"".join(pieces)
    assert len(whole) == length
    assert gzip.decompress(whole) == raw == gzip.decompress(gzip_packed(raw))


def test_the_runtime_is_told_where_things_are_and_nothing_of_a_person() -> None:
    package = check_package(io.BytesIO(packed(sound_with()))).package
    assert package
    library = Library(package.libraries[NAME], "digest")
    told = integration_of(
        NAME, {"text": "x"}, {"title": "T"}, [library], Addresses("https://x.example", "/c", "/l"), {"by": "gan"}
    )
    assert told["loadedJs"] == ["/l/digest/probe.js"]
    assert told["libraryDirectories"] == {LIBRARY: "digest"}
    assert json.loads(told["contents"]["cid-1"]["jsonContent"]) == {"text": "x"}
    assert "user" not in told
    json.dumps(told)


def test_every_work_is_told_with_its_licence_and_what_says_none_too() -> None:
    package = check_package(io.BytesIO(packed(sound_with()))).package
    assert package
    picture = {"path": "images/a.png", "copyright": {"license": "CC BY", "version": "4.0", "author": "A &amp; B"}}
    inside = {"library": "H5P.Image 1.1", "metadata": {"title": "Inside", "license": "U"}, "params": {"file": picture}}
    found = licences({"title": "Whole", "license": "PD"}, {"list": [inside, inside]}, package.libraries.values())
    assert [(each.kind, each.title, each.licence, each.makers) for each in found] == [
        ("content", "Whole", "PD", ()),
        ("content", "Inside", "U", ()),
        ("file", "", "CC BY 4.0", ("A & B",)),
        ("library", "Probe", "MIT", ()),
    ]
    assert [each.is_disclosed for each in found] == [True, False, True, True]
