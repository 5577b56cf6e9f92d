"""Forms made from semantics.json: what is shown, what comes back, what an author still has to mend."""

from typing import Any

import pytest
from h5p_browsing import posted
from hypothesis import given
from hypothesis import strategies as st

from media.content_types.contents import Content, contents
from media.content_types.libraries import libraries, raw_semantics
from media.h5p import LibraryName, filter_content, parse_semantics
from media.h5p.asking import Prompt, beginning, holds, prompts, runtime_texts
from media.h5p.entries import Entry, TooMuch, lay_out
from media.h5p.forms import Deed, Form, read_form
from media.h5p.mistakes import mark_mistakes

PART = LibraryName("T.Part", 1, 0)
PART_FIELDS = [
    {"name": "alt", "type": "text", "label": "In words"},
    {"name": "l10n", "type": "group", "common": True, "fields": [{"name": "go", "type": "text", "default": "Go"}]},
]
FIELDS = [
    {"name": "title", "type": "text", "maxLength": 12, "importance": "high"},
    {"name": "task", "type": "text", "widget": "html", "tags": ["p", "strong"], "optional": True},
    {"name": "points", "type": "number", "min": 1, "max": 5, "optional": True},
    {"name": "loud", "type": "boolean", "default": True},
    {"name": "kind", "type": "select", "options": [{"value": "a", "label": "A"}, {"value": 2, "label": "B"}]},
    {"name": "tags", "type": "select", "multiple": True, "optional": True, "options": ["x", "y"]},
    {"name": "flat", "type": "group", "fields": [{"name": "only", "type": "text", "optional": True}]},
    {"name": "words", "type": "list", "entity": "word", "min": 1, "max": 3, "field": {"name": "word", "type": "text"}},
    {"name": "part", "type": "library", "options": ["T.Part 1.0"], "optional": True},
    {"name": "picture", "type": "image", "optional": True},
    {"name": "film", "type": "video", "optional": True},
    {
        "name": "reply", "type": "text", "widget": "showWhen",
        "showWhen": {"rules": [{"field": "kind", "equals": ["a"]}]},
    },
]  # fmt: skip
ASKED = prompts(FIELDS)
OF = {PART: prompts(PART_FIELDS)}.get
SOUND: dict[str, Any] = {"title": "Tea", "loud": True, "kind": "2", "words": ["one", "two"]}
OURS = {name: prompts(raw_semantics(name)) for name in libraries()}


def back(
    values: dict[str, Any], deed: Deed | None = None, before: Any = None, files: dict[str, Any] | None = None
) -> dict[str, Any]:
    """The parameters after a form is sent in which these inputs were changed."""
    told = posted(lay_out(ASKED, before or SOUND, OF)) | {
        name: value if isinstance(value, list) else [value] for name, value in values.items()
    }
    return read_form(ASKED, Form(told, files or {}, deed), before or SOUND, OF, lambda: "an-id")


def mistakes(parameters: dict[str, Any]) -> dict[str, tuple[str, float] | None]:
    return {each.name: each.mistake for each in mark_mistakes(lay_out(ASKED, parameters, OF))}


# --- What is not touched stays ---


@pytest.mark.parametrize("content", contents(), ids=lambda each: f"{each.name}.{each.language}")
def test_every_exercise_of_ours_comes_back_as_it_was_and_has_nothing_to_mend(content: Content) -> None:
    asked = OURS[content.library]
    laid = lay_out(asked, content.parameters, OURS.get)
    assert read_form(asked, Form(posted(laid)), content.parameters, OURS.get) == content.parameters
    assert [(each.name, each.mistake) for each in mark_mistakes(laid)] == []


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
KINDS = ["text", "number", "boolean", "select", "image", "video", "file", "audio"]
LEAF = st.fixed_dictionaries(
    {"name": st.sampled_from("abcd"), "type": st.sampled_from(KINDS)},
    optional={
        "tags": st.just(["p"]), "optional": st.booleans(), "default": VALUES, "options": st.lists(WORDS, max_size=3),
        "multiple": st.booleans(), "common": st.booleans(), "min": st.integers(0, 3), "max": st.integers(0, 9),
    },
)  # fmt: skip
FIELD = st.recursive(
    LEAF,
    lambda inner: (
        st.fixed_dictionaries(
            {"name": st.sampled_from("abcd"), "type": st.just("group"), "fields": st.lists(inner, max_size=3)}
        )
        | st.fixed_dictionaries({"name": st.sampled_from("abcd"), "type": st.just("list"), "field": inner})
        | st.just({"name": "a", "type": "library", "options": ["T.Part 1.0"]})
    ),
    max_leaves=6,
)


@given(st.lists(FIELD, max_size=4, unique_by=lambda each: each["name"]), VALUES)
def test_whatever_the_semantics_a_filtered_content_that_is_opened_and_saved_is_the_same(
    semantics: list[Any], value: Any
) -> None:
    asked, fields = prompts(semantics), parse_semantics(semantics)
    main = LibraryName("T.Main", 1, 0)
    known = {main: fields, PART: parse_semantics(PART_FIELDS)}
    names = [each.by.name for each in asked]
    kept = filter_content(main, dict.fromkeys(names, value), known.get).parameters
    laid = lay_out(asked, kept, OF)
    assert read_form(asked, Form(posted(laid)), kept, OF) == kept
    mark_mistakes(laid)


@given(VALUES, VALUES)
def test_nothing_in_semantics_or_language_files_breaks_the_reading(semantics: Any, translated: Any) -> None:
    beginning(prompts(semantics, translated))
    runtime_texts(prompts([{"name": "a", "type": "text", "label": semantics, "options": translated}], translated))


def test_a_form_that_came_in_half_takes_nothing_away() -> None:
    before = SOUND | {"part": {"library": "T.Part 1.0", "params": {"alt": "x"}}, "picture": {"path": "images/a.png"}}
    assert read_form(ASKED, Form({}), before, OF) == before


# --- What was changed ---


@given(WORDS)
def test_plain_text_is_kept_character_by_character(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    made = back({"p.title": text})
    assert lay_out(ASKED, made, OF)[0].shown == lines
    main = LibraryName("T.Main", 1, 0)
    filtered = filter_content(main, made, {main: parse_semantics([{"name": "title", "type": "text"}])}.get)
    assert lay_out(ASKED, filtered.parameters, OF)[0].shown == lines


def test_rich_text_keeps_the_tags_that_its_field_names() -> None:
    made = back({"p.task": "<p><strong>Now</strong> <script>x()</script><u>later</u></p>"})
    assert made["task"] == "<p><strong>Now</strong> later</p>"


@pytest.mark.parametrize(
    ("typed", "kept"), [("3", 3), ("2,5", 2.5), ("", None), ("many", "many"), ("1e999", "1e999"), (" 4 ", 4)]
)
def test_a_number_is_read_as_it_is_typed_and_nonsense_stays_to_be_mended(typed: str, kept: Any) -> None:
    assert back({"p.points": typed}).get("points") == kept


def test_boxes_and_choices() -> None:
    made = back({"p.loud": [""], "p.kind": "a", "p.tags": ["", "x", "y"], "p.flat.only": "in"})
    assert (made["loud"], made["kind"], made["tags"], made["flat"]) == (False, "a", ["x", "y"], "in")


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (Deed("add", "p.words"), ["one", "two", None]),
        (Deed("remove", "p.words.0"), ["two"]),
        (Deed("up", "p.words.1"), ["two", "one"]),
        (Deed("down", "p.words.0"), ["two", "one"]),
        (Deed("down", "p.words.1"), ["one", "two"]),
        (Deed("remove", "p.words.9"), ["one", "two"]),
        (Deed("dance", "p.words.1"), ["one", "two"]),
    ],
)
def test_items_are_added_taken_out_and_moved(deed: Deed, words: list[Any]) -> None:
    assert back({}, deed)["words"] == words


def test_what_was_typed_beside_is_kept_when_an_item_is_added() -> None:
    made = back({"p.words.1": "three", "p.title": "Milk"}, Deed("add", "p.words"))
    assert (made["title"], made["words"]) == ("Milk", ["one", "three", None])


def test_a_part_is_chosen_filled_and_taken_out() -> None:
    made = back({"p.part": "T.Part 1.0"})
    assert made["part"] == {
        "library": "T.Part 1.0", "params": {"l10n": "Go"}, "subContentId": "an-id",
        "metadata": {"license": "U"},
    }  # fmt: skip
    changed = {"p.part.params.alt": "A cup", "p.part.rights.author": "A. Writer", "p.part.rights.license": "CC BY"}
    filled = back(changed, before=made)["part"]
    assert filled["params"]["alt"] == "A cup"
    assert filled["metadata"] == {"license": "CC BY", "authors": [{"name": "A. Writer", "role": "Author"}]}
    assert "part" not in back({"p.part": ""}, before=made)
    assert back({"p.part": "T.Other 1.0"}).get("part") is None


def test_a_picture_is_put_in_replaced_told_whose_it_is_and_taken_out() -> None:
    first = {"path": "images/a.png", "mime": "image/png", "width": 4, "height": 3}
    made = back({}, files={"p.picture": first})
    assert made["picture"] == first
    told = back({"p.picture.rights.author": "M. Roberts", "p.picture.rights.license": "CC BY"}, before=made)["picture"]
    assert (told["path"], told["copyright"]["author"]) == ("images/a.png", "M. Roberts")
    other = back({}, before=made, files={"p.picture": first | {"path": "images/b.png"}})
    assert other["picture"]["path"] == "images/b.png"
    assert "picture" not in back({"p.picture.0.gone": "on"}, before=made)


def test_a_film_has_files_and_addresses_beside_each_other() -> None:
    made = back(
        {"p.film.address": "https://youtu.be/x"}, files={"p.film": {"path": "videos/a.mp4", "mime": "video/mp4"}}
    )
    assert [each["mime"] for each in made["film"]] == ["video/mp4", "video/YouTube"]
    assert [each["path"] for each in back({"p.film.0.gone": "on"}, before=SOUND | made)["film"]] == [
        "https://youtu.be/x"
    ]


# --- What is asked, and when ---


def entry(laid: list[Entry], name: str) -> Entry:
    return next(each for one in laid for each in [one, *one.parts] if each.name == name)


def test_a_field_is_asked_for_where_another_says_so_and_keeps_its_value_meanwhile() -> None:
    assert entry(lay_out(ASKED, SOUND, OF), "p.reply").hidden
    assert not entry(lay_out(ASKED, SOUND | {"kind": "a"}, OF), "p.reply").hidden
    assert back({}, before=SOUND | {"reply": "later"})["reply"] == "later"


def test_conditions_reach_outwards_and_count_one_or_all() -> None:
    def one(data: dict[str, Any]) -> Prompt:
        (asked,) = prompts([{"name": "x", "type": "text", "widget": "showWhen", "showWhen": data}])
        return asked

    rules = [{"field": "../kind", "equals": ["a"]}, {"field": "part", "equals": ["T.Part 1.0"]}]
    around = ({"kind": "a"}, {"part": {"library": "T.Other 1.0"}})
    assert not holds(one({"rules": rules}).when, around)
    assert holds(one({"rules": rules, "type": "or"}).when, around)


def test_common_fields_come_last_and_words_come_from_the_language_file() -> None:
    told = {"semantics": [{"label": "Mewn geiriau"}, {"fields": [{"default": "Ewch"}]}]}
    asked = prompts(PART_FIELDS, told)
    assert asked[0].label == "Mewn geiriau"
    assert runtime_texts(asked) == {"l10n/go": "Ewch"}
    part = {"library": "T.Part 1.0", "params": {}}
    laid = entry(lay_out(ASKED, SOUND | {"part": part}, OF), "p.part")
    assert ([each.name for each in laid.own], [each.name for each in laid.common]) == (
        ["p.part.params.alt"],
        ["p.part.params.l10n"],
    )


def test_a_new_content_begins_with_defaults_and_as_many_items_as_its_lists_say() -> None:
    asked = OURS[next(name for name in OURS if name.machine_name == "Diogel.Choice")]
    made = beginning(asked)
    assert len(made["options"]) == 3
    assert made["invented"] is True
    assert made["l10n"]["check"] == "Check"


def test_a_content_too_large_for_one_form_is_not_opened_in_it() -> None:
    with pytest.raises(TooMuch):
        lay_out(ASKED, SOUND | {"words": ["w"] * 9000}, OF)
    deep: Any = {"name": "a", "type": "text"}
    value: Any = "x"
    for _ in range(100):
        deep, value = {"name": "a", "type": "list", "field": deep}, [value]
    with pytest.raises(TooMuch):
        lay_out(prompts([deep]), {"a": value}, OF)


# --- What is to be mended, each at its field ---


@pytest.mark.parametrize(
    ("name", "value", "mistake"),
    [
        ("title", "", ("missing", 0)),
        ("title", "A title that is long", ("too-long", 12)),
        ("points", "many", ("no-number", 0)),
        ("points", 0, ("too-small", 1)),
        ("points", 9, ("too-large", 5)),
        ("kind", "c", ("not-an-option", 0)),
        ("kind", None, ("missing", 0)),
        ("words", [], ("too-few", 1)),
        ("words", ["a", "b", "c", "d"], ("too-many", 3)),
        ("part", {"library": "T.Other 1.0"}, ("not-an-option", 0)),
    ],
)
def test_a_mistake_stands_at_its_field(name: str, value: Any, mistake: tuple[str, float]) -> None:
    assert mistakes(SOUND | {name: value}) == {f"p.{name}": mistake}


def test_html_without_words_is_missing_and_an_item_too() -> None:
    asked = prompts([{"name": "task", "type": "text", "tags": ["p"]}])
    (found,) = mark_mistakes(lay_out(asked, {"task": "<p>&nbsp;</p>"}, OF))
    assert found.mistake == ("missing", 0)
    assert mistakes(SOUND | {"words": ["a", None]}) == {"p.words.1": ("missing", 0)}


def test_a_group_that_may_be_left_out_is_not_looked_at_where_nothing_is_in_it() -> None:
    inner = [{"name": "a", "type": "text"}, {"name": "b", "type": "text"}]
    asked = prompts([{"name": "source", "type": "group", "optional": True, "fields": inner}])
    assert mark_mistakes(lay_out(asked, {}, OF)) == []
    (found,) = mark_mistakes(lay_out(asked, {"source": {"a": "here"}}, OF))
    assert found.name == "p.source.b"
