"""What is different between two contents, what is carried to a later version of a type, and who may be kept out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import Field, LibraryName
from media.h5p.asking import Prompt, prompts
from media.h5p.carrying import carried, later
from media.h5p.changes import Change, changes
from media.h5p.notes import Note, notes

IMAGE, TEXT, DRAG = LibraryName("H5P.Image", 1, 1), LibraryName("T.Text", 1, 0), LibraryName("H5P.DragText", 1, 8)
PARTS = {
    IMAGE: [
        {"name": "file", "type": "image", "label": "File"},
        {"name": "alt", "type": "text", "label": "In words"},
        {"name": "decorative", "type": "boolean", "label": "Ornament"},
    ],
    TEXT: [{"name": "text", "type": "text", "label": "Words", "tags": ["p"]}],
    DRAG: [{"name": "text", "type": "text", "label": "Words"}],
}  # fmt: skip
FIELDS = [
    {"name": "title", "type": "text", "label": "Title"},
    {"name": "loud", "type": "boolean", "label": "Loud"},
    {"name": "kind", "type": "select", "label": "Kind", "options": [{"value": "a", "label": "First"}]},
    {"name": "only", "type": "group", "label": "Alone", "fields": [{"name": "x", "type": "number"}]},
    {
        "name": "parts", "type": "list", "label": "Parts", "entity": "part",
        "field": {"name": "part", "type": "library", "label": "Part", "options": [str(each) for each in PARTS]},
    },
    {"name": "film", "type": "video", "label": "Film"},
    {"name": "texttracks", "type": "list", "label": "Captions", "field": {"name": "one", "type": "file"}},
]  # fmt: skip
MAIN = LibraryName("T.Main", 1, 0)
ALL = {MAIN: prompts(FIELDS)} | {name: prompts(fields) for name, fields in PARTS.items()}
ROOT = Prompt(by=Field(name="content", kind="library", options=(str(MAIN),)), label="Whole")


def whole(**params: Any) -> dict[str, Any]:
    return {"library": str(MAIN), "params": params}


def text(words: str) -> dict[str, Any]:
    return {"library": "T.Text 1.0", "params": {"text": f"<p>{words}</p>"}}


def different(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[tuple[str, ...], str, str]]:
    return [(each.where[1:], each.before, each.after) for each in changes(ROOT, before, after, ALL.get)]


# --- Differences ---


def test_a_change_is_told_by_labels_and_in_words() -> None:
    before = whole(title="Tea &amp; milk", loud=True, kind="a", only=1)
    after = whole(title="Tea", loud=False, kind="b", only=2)
    assert different(before, after) == [
        (("Title",), "Tea & milk", "Tea"),
        (("Loud",), "✓", "✗"),
        (("Kind",), "First", "b"),
        (("Alone",), "1", "2"),
    ]


def test_an_item_put_in_at_the_top_is_one_change() -> None:
    parts = [text("one"), text("two")]
    assert different(whole(parts=parts), whole(parts=[text("new"), *parts])) == [
        (("Parts", "Part 1"), "", "T.Text 1.0 · new")
    ]
    assert different(whole(parts=parts), whole(parts=parts[:1])) == [(("Parts", "Part 2"), "T.Text 1.0 · two", "")]


def test_a_change_inside_an_item_is_told_where_it_stands() -> None:
    assert different(whole(parts=[text("one"), text("two")]), whole(parts=[text("one"), text("three")])) == [
        (("Parts", "Part 2", "Words"), "two", "three")
    ]


def test_another_type_of_part_is_one_change_and_rights_are_told() -> None:
    image = {"library": "H5P.Image 1.1", "params": {"file": {"path": "images/a.png"}}}
    assert different(whole(parts=[text("one")]), whole(parts=[image])) == [
        (("Parts", "Part 1"), "T.Text 1.0 · one", "H5P.Image 1.1 · images/a.png")
    ]
    before = image | {"metadata": {"license": "U"}}
    after = image | {"metadata": {"license": "CC BY"}}
    assert different(whole(parts=[before]), whole(parts=[after])) == [(("Parts", "Part 1", "license"), "U", "CC BY")]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.text("ab<&", max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["library", "params", "title", "parts", "path", "film", "only"]), inner)
    ),
    max_leaves=10,
)
PARAMS = st.dictionaries(st.sampled_from([each.by.name for each in ALL[MAIN]]), VALUES)


@given(PARAMS)
def test_nothing_is_different_from_itself(params: dict[str, Any]) -> None:
    assert changes(ROOT, whole(**params), whole(**params), ALL.get) == ()


@given(PARAMS, PARAMS)
def test_whatever_contents_hold_they_can_be_compared_looked_at_and_carried(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    for each in changes(ROOT, whole(**before), whole(**after), ALL.get):
        assert isinstance(each, Change)
        assert each.before != each.after
    notes(ROOT, whole(**before), ALL.get)
    once = carried(ALL[MAIN], before, ALL.get)
    assert carried(ALL[MAIN], once, ALL.get) == once


# --- Carried over ---


@pytest.mark.parametrize(
    ("written", "offered", "to"),
    [
        ("H5P.Image 1.0", ("H5P.Image 1.1", "T.Text 1.0"), "H5P.Image 1.1"),
        ("H5P.Image 1.1", ("H5P.Image 1.1", "H5P.Image 1.2"), "H5P.Image 1.1"),
        ("H5P.Image 1.9", ("H5P.Image 1.10", "H5P.Image 2.0"), "H5P.Image 1.10"),
        ("H5P.Image 1.2", ("H5P.Image 1.1",), "H5P.Image 1.2"),
        ("H5P.Other 1.0", ("H5P.Image 1.1",), "H5P.Other 1.0"),
        ("nonsense", ("H5P.Image 1.1",), "nonsense"),
    ],
)
def test_a_part_goes_to_the_earliest_later_version_that_is_offered(
    written: str, offered: tuple[str, ...], to: str
) -> None:
    assert later(written, offered) == to


def test_parts_are_carried_wherever_they_stand_and_keep_their_words() -> None:
    old = {"library": "H5P.Image 1.0", "params": {"alt": "A cup"}, "subContentId": "x"}
    assert carried(ALL[MAIN], {"parts": [old]}, ALL.get) == {"parts": [old | {"library": "H5P.Image 1.1"}]}


# --- Who may be kept out ---


def noted(**params: Any) -> list[tuple[str, str]]:
    return [(each.kind, each.where[-1]) for each in notes(ROOT, whole(**params), ALL.get)]


def image(**more: Any) -> dict[str, Any]:
    return {"library": "H5P.Image 1.1", "params": {"file": {"path": "images/a.png"}, **more}}


def test_a_picture_without_words_is_noted_and_one_with_words_or_for_ornament_is_not() -> None:
    assert noted(parts=[image()]) == [("no-words", "File")]
    assert noted(parts=[image(alt="A cup"), image(decorative=True)]) == []


def test_a_film_without_captions_is_noted() -> None:
    film = [{"path": "videos/a.mp4"}]
    assert noted(film=film) == [("no-captions", "Film")]
    assert noted(film=film, texttracks=[{"path": "a.vtt"}]) == []


def test_a_type_made_for_dragging_is_noted_once() -> None:
    part = {"library": "H5P.DragText 1.8", "params": {"text": "a"}}
    assert notes(ROOT, whole(parts=[part, part]), ALL.get) == (Note("dragging", ("H5P.DragText",)),)
