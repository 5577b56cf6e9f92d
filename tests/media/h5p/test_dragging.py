"""Things dragged into places, words dragged into gaps and words marked in a text, marked on the server."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.h5p.dragging import drag_question, drag_text
from media.h5p.marked_words import marked_words, words_of


def task(*right: list[str], things: list[dict[str, Any]] | None = None, **behaviour: Any) -> dict[str, Any]:
    """A content whose places want these things; every thing may go everywhere."""
    zones = [str(place) for place in range(len(right))]
    elements = [{"dropZones": zones, **each} for each in things or [{}, {}, {}]]
    places = [{"correctElements": each} for each in right]
    return {"question": {"task": {"elements": elements, "dropZones": places}}, "behaviour": behaviour}


SEVERAL = [{"multiple": True}, {}, {}]
ALONE: dict[str, Any] = {"question": {"task": {
    "elements": [{"dropZones": ["0"]}, {"dropZones": ["0"]}, {"dropZones": []}],
    "dropZones": [{"correctElements": ["0"], "single": True}],
}}}  # fmt: skip
GAPS = {"textField": "The *cat:animal* sits on\nthe *mat\\+Yes\\-No*.", "distractors": "*dog* *sofa*"}
BERRIES = {"textField": "<p>*Bilberries*, also “*blueberries*.”<br>No <em>apple</em> &amp; *pear*!</p>"}
NOTHING = {"textField": "<p>None of these</p>"}


@pytest.mark.parametrize(
    ("mark", "parameters", "response", "points"),
    [
        (drag_question, task(["0"], ["1"]), "0[.]0[,]1[.]1", (2, 2)),
        (drag_question, task(["0"], ["1"]), "0[.]0", (1, 2)),
        (drag_question, task(["0"], ["1"]), "0[.]0[,]0[.]1", (0, 2)),
        (drag_question, task(["0"], ["1"]), "0[.]1[,]0[.]2", (0, 2)),
        (drag_question, task(["0"], ["1"]), "", (0, 2)),
        (drag_question, task(["0"], ["1"], applyPenalties=False), "0[.]0[,]0[.]1", (1, 2)),
        (drag_question, task(["0"], ["1"], singlePoint=True), "0[.]0", (0, 1)),
        (drag_question, task(["0"], ["1"], singlePoint=True), "0[.]0[,]1[.]1", (1, 1)),
        (drag_question, task(["0", "1"], ["0"]), "0[.]0[,]0[.]1", (2, 2)),
        (drag_question, task(["0"], ["0"], things=SEVERAL), "0[.]0[,]1[.]0", (2, 2)),
        (drag_question, task(["0"], ["0"], things=SEVERAL), "0[.]0", (1, 2)),
        (drag_question, task([], []), "", (1, 1)),
        (drag_question, task([], []), "0[.]1", (0, 1)),
        (drag_question, ALONE, "0[.]0", (1, 1)),
        (drag_text, GAPS, "cat[,]mat", (2, 2)),
        (drag_text, GAPS, "mat[,]cat", (0, 2)),
        (drag_text, GAPS, "cat[,]", (1, 2)),
        (drag_text, GAPS, "dog[,]sofa", (0, 2)),
        (drag_text, GAPS | {"distractors": ""}, "cat[,]mat", (2, 2)),
        (marked_words, BERRIES, "0[,]2[,]6", (3, 3)),
        (marked_words, BERRIES, "0[,]1", (0, 3)),
        (marked_words, BERRIES, "0[,]2[,]4", (1, 3)),
        (marked_words, BERRIES, "", (0, 3)),
        (marked_words, NOTHING, "", (1, 1)),
        (marked_words, NOTHING, "2", (0, 1)),
    ],
)
def test_what_was_dragged_or_marked_has_the_points_of_its_type(
    mark: Any, parameters: Any, response: str, points: tuple[float, float]
) -> None:
    found = mark(parameters, response)
    assert (found.raw, found.most) == points


@pytest.mark.parametrize(
    ("mark", "parameters", "response"),
    [
        (drag_question, task(["0"]), "0"),
        (drag_question, task(["0"]), "0[.]0[.]0"),
        (drag_question, task(["0"]), "0[.]00"),
        (drag_question, task(["0"]), "1[.]0"),
        (drag_question, task(["0"]), "0[.]9"),
        (drag_question, task(["0"]), "0[.]0[,]0[.]0"),
        (drag_question, task(["0"], ["1"]), "0[.]0[,]1[.]0"),
        (drag_question, ALONE, "0[.]0[,]0[.]1"),
        (drag_question, ALONE, "0[.]2"),
        (drag_question, task(["9"]), "0[.]0"),
        (drag_question, {}, "0[.]0"),
        (drag_text, GAPS, "cat"),
        (drag_text, GAPS, "cat[,]cat"),
        (drag_text, GAPS, "cow[,]mat"),
        (drag_text, {"textField": "No gaps"}, ""),
        (drag_text, {"textField": "*one\\+a\\+b*"}, "one"),
        (drag_text, {"textField": "*one* and *"}, "one"),
        (drag_text, {"textField": "*one* ** "}, "one[,]"),
        (drag_text, {}, ""),
        (marked_words, BERRIES, "7"),
        (marked_words, BERRIES, "x"),
        (marked_words, {"textField": "<p>*two words* here</p>"}, "0"),
        (marked_words, {"textField": "<p>a **b** c</p>"}, "1"),
        (marked_words, {"textField": None}, ""),
    ],
)
def test_what_cannot_be_an_answer_or_is_uncertain_has_no_mark(mark: Any, parameters: Any, response: str) -> None:
    assert mark(parameters, response) is None


def test_words_are_told_apart_in_each_piece_of_text() -> None:
    assert words_of("<p>(one) two… <strong>*th</strong>ree* — &lt;4&gt;</p>") == [
        "one", "two", "*th", "ree*", "—", "<4>",
    ]  # fmt: skip


places = st.integers(0, 3)
put = st.lists(st.tuples(places, places), max_size=6, unique=True)


@given(right=st.lists(st.lists(places, max_size=3, unique=True), min_size=1, max_size=4), told=put, kind=st.booleans())
def test_points_are_counted_as_one_would_by_hand(
    right: list[list[int]], told: list[tuple[int, int]], kind: bool
) -> None:
    things = [{"multiple": True}] * 4
    parameters = task(*([str(each) for each in place] for place in right), things=things, applyPenalties=kind)
    told = [each for each in told if each[0] < len(right)]
    found = drag_question(parameters, "[,]".join(f"{place}[.]{thing}" for place, thing in told))
    good = sum(thing in right[place] for place, thing in told)
    start = int(not any(right))
    by_hand = max(0, start + good - (len(told) - good)) if kind else start + good
    assert found
    assert (found.raw, found.most) == (by_hand, sum(map(len, right)) or 1)


@given(st.lists(st.sampled_from(["llwy", "*cath*", "ci,", "*tŷ*.", "&amp;"]), min_size=1, max_size=12), st.data())
def test_choosing_only_right_words_is_never_worth_less_than_choosing_more(
    words: list[str], data: st.DataObject
) -> None:
    parameters = {"textField": "<p>" + " ".join(words) + "</p>"}
    right = [place for place, word in enumerate(words) if "*" in word]
    more = data.draw(st.lists(st.integers(0, len(words) - 1), unique=True))
    best, other = (marked_words(parameters, "[,]".join(map(str, each))) for each in (right, more))
    assert best
    assert other
    assert best.share == 1
    assert other.raw <= best.raw


PIECES = st.lists(st.sampled_from(["0", "1", "9", "[,]", "[.]", "cat", "mat", " ", "*", "²", "-1"])).map("".join)


@given(
    st.sampled_from([drag_question, drag_text, marked_words]),
    st.sampled_from([task(["0"], ["1", "2"]), ALONE, GAPS, BERRIES, NOTHING, {"question": []}, {"textField": "*"}]),
    PIECES,
)
def test_whatever_is_told_is_marked_within_its_bounds_or_not_at_all(mark: Any, parameters: Any, response: str) -> None:
    found = mark(parameters, response)
    assert found is None or 0 <= found.raw <= found.most
