"""Addons: they come along where a content's texts hold what they look for, and no pattern of theirs is ever run."""

import re
import time
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import LibraryMetadata, LibraryName, LibraryVersion, addons_for
from media.h5p.addons import passages_of

MATHS = r"/\$\$.+\$\$|\\\[.+\\\]|\\\(.+\\\)/"


def add_to(*patterns: Any) -> dict[str, Any]:
    return {"addTo": {"content": {"types": [{"text": {"regex": each}} for each in patterns]}}}


def addon(pattern: Any, name: str = "H5P.MathDisplay", minor: int = 0) -> LibraryMetadata:
    written = LibraryName(name, 1, minor)
    none: dict[str, tuple[LibraryName, ...]] = {"preloaded": (), "dynamic": (), "editor": ()}
    return LibraryMetadata(
        written, LibraryVersion(1, minor, 0), name, False, (), (), none, name, MappingProxyType(add_to(pattern))
    )


def wanted(parameters: Any, *libraries: LibraryMetadata) -> list[str]:
    return [str(each) for each in addons_for(parameters, {each.name: each for each in libraries})]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("<p>$$x^2$$</p>", True),
        (r"so \(a+b\) it is", True),
        (r"\[ x \]", True),
        ("it costs $$", False),
        ("$$$$", False),
        ("$$ on one line\nand on another $$", False),
        ("$$ nothing\n$$x$$", True),
        (r"\(open", False),
        ("", False),
    ],
)
def test_formulas_are_found_however_deep_in_a_content(text: str, there: bool) -> None:
    assert bool(wanted({"deep": [{"params": {"text": text}}, 7, None]}, addon(MATHS))) == there


def test_of_several_versions_the_newest_comes_along_once() -> None:
    here = [addon(MATHS, minor=minor) for minor in (2, 10, 9)]
    assert wanted({"a": "$$x$$", "b": "$$y$$"}, *here) == ["H5P.MathDisplay 1.10"]


@pytest.mark.parametrize(
    "pattern",
    ["/(a+)+$/", "/a{2,}/", "/[ab]/", "/a.b/", "/^a/", "/a/i", "a", "/", "//", "/a|/", r"/\d/", "/.+a/", "/a.+.+b/", 7, None, "/" + "a" * 600 + "/"],
)  # fmt: skip
def test_a_pattern_that_is_not_understood_attaches_to_nothing(pattern: Any) -> None:
    assert passages_of(add_to(pattern)) == ()
    assert wanted({"text": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}, addon(pattern)) == []


literals = st.text("ab$\\([", min_size=1, max_size=3)


@given(
    st.lists(st.lists(literals, min_size=1, max_size=3), min_size=1, max_size=3),
    st.sampled_from([".+", ".*"]),
    st.text("ab$\\([\n x", max_size=30),
)
def test_what_is_understood_is_found_where_a_matcher_of_patterns_finds_it(
    alternatives: list[list[str]], gap: str, text: str
) -> None:
    pattern = "|".join(gap.join(re.escape(word) for word in words) for words in alternatives)
    passages = passages_of(add_to(f"/{pattern}/"))
    assert any(passage.is_in(text) for passage in passages) == bool(re.search(pattern, text))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("/$a.+|\\", max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["content", "types", "text", "regex"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(anything)
def test_whatever_a_library_says_of_itself_is_read_or_passed_over(value: Any) -> None:
    assert isinstance(passages_of({"addTo": value}), tuple)


def test_a_long_text_made_to_be_slow_is_done_with_soon() -> None:
    begun = time.process_time()
    assert not wanted(
        {"a": "$$" * 1_000_000 + "\n", "b": "$$\n" * 200_000, "c": "\\(" * 500_000}, addon(r"/\$\$.+a.+b|\\\(.+\\\)/")
    )
    assert time.process_time() - begun < 5
