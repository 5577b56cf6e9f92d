"""Content by its semantics: what is unknown goes, what is dangerous is made safe, what is sound stays."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import Filtered, LibraryName, filter_content, parse_semantics, sanitize_html

MAIN, SUB = LibraryName("T.Main", 1, 0), LibraryName("T.Sub", 1, 2)
SEMANTICS = [
    {"name": "plain", "type": "text", "maxLength": 12},
    {"name": "html", "type": "text", "widget": "html", "tags": ["a", "strong", "table"], "font": {"color": True}},
    {"name": "slow", "type": "text", "regexp": {"pattern": "^(a+)+$"}},
    {"name": "number", "type": "number", "min": 0, "max": 10, "step": 5},
    {"name": "share", "type": "number", "decimals": 2},
    {"name": "on", "type": "boolean"},
    {"name": "choice", "type": "select", "options": [{"value": "a"}, {"type": "optgroup", "options": [{"value": 2}]}]},
    {"name": "several", "type": "select", "multiple": True, "options": [{"value": "a"}, {"value": "b"}]},
    {"name": "names", "type": "list", "max": 2, "field": {"name": "one", "type": "text"}},
    {"name": "flat", "type": "group", "fields": [{"name": "only", "type": "text"}]},
    {"name": "pair", "type": "group", "fields": [{"name": "x", "type": "number"}, {"name": "y", "type": "text"}]},
    {"name": "sub", "type": "library", "options": [{"name": "T.Sub 1.2"}, "T.Gone 1.0"]},
    {"name": "file", "type": "file"},
    {"name": "image", "type": "image"},
    {"name": "video", "type": "video", "extraAttributes": ["metadata"]},
    {"name": "odd", "type": "hologram"},
    {"name": "empty list", "type": "list"},
    7,
]
LIBRARIES = {MAIN: parse_semantics(SEMANTICS), SUB: parse_semantics([{"name": "text", "type": "text"}, SEMANTICS[11]])}
ID = "3eb691ff-f4e4-46bf-accf-572c0783105d"


def filtered(**parameters: Any) -> Filtered:
    return filter_content(MAIN, parameters, LIBRARIES.get)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("plain", "tŷ & <b>", "tŷ &amp; &lt;b&gt;"), ("plain", "&lt;b&gt; &nosuch;", "&lt;b&gt; &amp;nosuch;"), ("plain", 5, ""),
        ("plain", "a" * 20, "a" * 12), ("plain", '"\'', "&quot;&#039;"), ("plain", "&amp;" * 20, "&amp;" * 12),
        ("number", 3, 0), ("number", 7, 5), ("number", 99, 10), ("number", -1, 0), ("number", "10", 10.0), ("number", "x", 0),
        ("number", True, 0), ("number", float("inf"), 0), ("number", "nan", 0), ("number", 1.7e308, 10), ("share", 0.128, 0.13),
        ("on", True, True), ("on", False, False),
        ("choice", "a", "a"), ("choice", "2", "2"), ("choice", "<x>", "a"), ("choice", ["2"], "2"), ("choice", {}, "a"),
        ("several", ["b", "x", 3], ["b"]), ("several", "a", ["a"]),
        ("names", ["a", "<b>", "c"], ["a", "&lt;b&gt;"]),
        ("flat", "<x>", "&lt;x&gt;"), ("pair", {"x": "4", "y": "z", "q": 1}, {"x": 4.0, "y": "z"}),
        ("file", {"path": "files/a.pdf#tmp", "mime": "a\"b", "onload": "x"}, {"path": "files/a.pdf", "mime": "a&quot;b"}),
        ("image", {"path": "../../content/12/images/a.png", "width": "9", "height": 4.0}, {"path": "images/a.png", "height": 4}),
        ("image", {"path": "i/a.png", "copyright": {"license": "CC BY", "x": 1, "title": "<"}},
         {"path": "i/a.png", "copyright": {"license": "CC BY", "title": "&lt;"}}),
        ("video", [{"path": "https://example.org/v.mp4?a=1&b=2", "metadata": {"qualityName": "<x>"}}],
         [{"path": "https://example.org/v.mp4?a=1&amp;b=2", "metadata": {"qualityName": "&lt;x&gt;"}}]),
        ("slow", "a" * 40 + "!", "a" * 40 + "!"),
    ],
)  # fmt: skip
def test_a_value_becomes_what_its_field_allows(name: str, value: object, kept: object) -> None:
    assert filtered(**{name: value}).parameters == {name: kept}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("evil", "<script>"), ("odd", 1), ("empty list", [1]), ("on", "true"), ("names", {"a": 1}), ("names", []),
        ("pair", [1]), ("sub", {"library": "T.Evil 1.0", "params": {}}), ("sub", {"library": "T.Gone 1.0", "params": {}}),
        ("sub", {"library": ["T.Sub 1.2"]}), ("sub", "T.Sub 1.2"), ("image", {"path": "../../x.png"}), ("image", "a.png"),
        ("image", {"path": "https://example.org/a.png"}), ("image", {"path": "//example.org/a.png"}),
        ("image", {"path": "images/../../a.png"}), ("image", {"path": "/etc/passwd"}), ("image", {"path": "a\\b.png"}),
        ("image", {"path": "data:image/png;base64,AA"}), ("image", {"path": ""}), ("image", {}),
        ("file", {"path": "javascript:alert(1)"}), ("video", [{"path": "javascript:alert(1)"}]), ("video", {"path": "a.mp4"}),
        ("video", [{"path": "http://[x"}]), ("video", [{"path": "https://a\0b.example/v.mp4"}]), ("image", {"path": "a\n.png"}),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_kept_is_removed(name: str, value: object) -> None:
    assert filtered(**{name: value}).parameters == {}


def test_content_in_content_is_filtered_by_its_own_library_and_told() -> None:
    inner = {
        "library": "T.Sub 1.2",
        "params": {"text": "<i>", "x": 1},
        "subContentId": ID,
        "x": 1,
        "metadata": {"title": "<"},
    }
    outer = {"library": "T.Sub 1.2", "params": {"text": "a", "sub": inner}, "subContentId": "no id", "metadata": 3}
    result = filtered(sub=outer)
    assert result.parameters["sub"] == {
        "library": "T.Sub 1.2",
        "params": {
            "text": "a",
            "sub": {
                "library": "T.Sub 1.2", "params": {"text": "&lt;i&gt;"}, "subContentId": ID,
                "metadata": {"license": "U", "title": "&lt;"},
            },
        },
    }  # fmt: skip
    assert result.libraries == (SUB, MAIN)


def test_other_servers_are_told_of() -> None:
    video = [
        {"path": "https://example.org/a.mp4"},
        {"path": "videos/b.mp4"},
        {"path": "https://www.example.com/watch?v=1"},
    ]
    assert filtered(video=video).hosts == ("example.org", "www.example.com")


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<strong>a</strong>", "<strong>a</strong>"), ("a<script>b</script>c", "ac"), ("<h1>a</h1>", "a"),
        ("<iframe src=x></iframe>a", "a"), ("<p onclick=x>a</p>", "<p>a</p>"), ("<strong>a", "<strong>a</strong>"),
        ('<a href="jav&#x09;ascript:alert(1)">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<a href="https://x.org">a</a>', '<a href="https://x.org" rel="noopener noreferrer">a</a>'),
        ('<p style="color:#fff;position:fixed">a</p>', '<p style="color:#fff;">a</p>'),
        ('<p style="color: url(x)">a</p>', "<p>a</p>"), ('<strong style="color:#fff">a</strong>', "<strong>a</strong>"),
        ('<p style="font-size:2em; text-align: center">a</p>', '<p style="text-align:center;">a</p>'),
        ("<!-- x -->a", "a"), ("<svg><script>x</script></svg>a", "a"), ("<p id=body>a</p>", "<p>a</p>"),
        ("<table><tbody><tr><td>a</td></tr></tbody></table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
    ],
)  # fmt: skip
def test_html_keeps_what_its_field_allows(html: str, kept: str) -> None:
    assert filtered(html=html).parameters == {"html": kept}


def test_no_field_can_ask_for_a_script_or_a_frame() -> None:
    tags = frozenset({"script", "style", "iframe", "object", "svg", "form", "input", "b"})
    html = "<script>a</script><iframe></iframe><form><input></form><svg></svg><strong>b</strong>"
    assert sanitize_html(html, tags) == "<strong>b</strong>"


def test_questions_that_are_no_parts_of_their_own_have_an_id_each() -> None:
    question = {"type": "group", "isSubContent": True, "fields": [{"name": "asks", "type": "text"}]}
    words = {"type": "text", "isSubContent": True}
    semantics = parse_semantics(
        [{"name": "choices", "type": "list", "field": question}, {"name": "words", "type": "list", "field": words}]
    )
    given_in = {
        "choices": [{"asks": "a"}, {"asks": "a", "subContentId": "17-mu4wt"}, {"subContentId": ID}],
        "words": ["x"],
    }

    def once(parameters: Any) -> Any:
        return filter_content(MAIN, parameters, lambda name: semantics).parameters

    kept = once(given_in)
    ids = [each["subContentId"] for each in kept["choices"]]
    assert len(set(ids)) == 3
    assert ids[2] == ID
    assert once(given_in) == once(kept) == kept
    assert kept["words"] == ["x"]


def test_the_input_is_left_as_it_is() -> None:
    given_in = {
        "names": ["<a>"],
        "sub": {"library": "T.Sub 1.2", "params": {"x": 1}},
        "image": {"path": "a.png", "q": 1},
    }
    before = deepcopy(given_in)
    filtered(**given_in)
    assert given_in == before


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=15)
    | st.sampled_from(
        ["<b>a", "&amp;lt;", "&am", '<a href="//x', "../../content/1/a", "T.Sub 1.2", "<style>", "&#38;lt;"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["library", "params", "path", "metadata", "text", "sub", "x"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([each["name"] for each in SEMANTICS[:-1] if isinstance(each, dict)]), anything))
def test_whatever_content_holds_filtering_ends_and_filtering_again_changes_nothing(parameters: dict[str, Any]) -> None:
    once = filtered(**parameters)
    assert filtered(**once.parameters) == once
    json.dumps(once.parameters, allow_nan=False)


@given(anything)
def test_whatever_semantics_hold_they_are_read(data: Any) -> None:
    fields = parse_semantics([data, {"name": "a", "type": "list", "field": data}, {"type": "group", "fields": data}])
    assert all(field.kind for field in fields)


@given(st.text(alphabet="<>/=\"' abpscriptonclkj:&#x;-!\n\t", max_size=60))
def test_no_html_lets_a_script_through(text: str) -> None:
    clean = sanitize_html(text, frozenset({"a", "b", "table"}))
    assert "<script" not in clean.lower()
    assert sanitize_html(clean, frozenset({"a", "b", "table"})) == clean
