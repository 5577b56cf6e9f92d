"""Our own content types, marked on the server: the rule of each, and answers that cannot be of the content."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import Grade
from media.h5p.own_types import MARKERS, case, choice, signs, sort, timeline, true_false

YES, NO = {"correct": True}, {"correct": False}
QUESTION = {"options": [YES, NO, YES]}
STATEMENTS = {"statements": [YES, NO]}
GROUPS = {"groups": ["a", "b"], "items": [{"group": 1}, {"group": 2}, {"group": 9}]}
EVENTS: dict[str, Any] = {"events": [{}, {}, {}]}
WITH_GAPS = EVENTS | {"missing": {"options": [YES, NO]}}
LINES = {"places": [{"sign": True, "reason": 2}, {"sign": False}, {"sign": True, "reason": 1}]}
WITH_REASONS = LINES | {"reasons": ["a", "b"]}
SCENES = {
    "scenes": [
        {"choices": [{"next": 2}, {"next": 3}]},
        {"score": 1},
        {"choices": [{"next": 2}, {"next": 4}]},
        {"score": 4},
    ]
}


@pytest.mark.parametrize(
    ("mark", "parameters", "response", "grade"),
    [
        (choice, QUESTION, "2", Grade(1, 1)),
        (choice, QUESTION, "1", Grade(0, 1)),
        (choice, QUESTION | {"several": True}, "0[,]2", Grade(2, 2)),
        (choice, QUESTION | {"several": True}, "0[,]1[,]2", Grade(1, 2)),
        (choice, QUESTION | {"several": True}, "1", Grade(0, 2)),
        (true_false, STATEMENTS, "0[.]true[,]1[.]false", Grade(2, 2)),
        (true_false, STATEMENTS, "0[.]false", Grade(0, 2)),
        (true_false, {"statements": [NO]}, "false", Grade(1, 1)),
        (sort, GROUPS, "0[.]0[,]1[.]1[,]2[.]1", Grade(3, 3)),
        (sort, GROUPS, "0[.]1[,]1[.]1", Grade(1, 3)),
        (timeline, EVENTS, "0[,]1[,]2", Grade(3, 3)),
        (timeline, EVENTS, "0[,]2[,]1", Grade(1, 3)),
        (timeline, WITH_GAPS, "order[.]0 1 2[,]missing[.]0", Grade(4, 4)),
        (timeline, WITH_GAPS, "order[.]2 1 0[,]missing[.]0 1", Grade(1, 4)),
        (signs, LINES, "0[,]2", Grade(2, 2)),
        (signs, LINES, "0[,]1", Grade(0, 2)),
        (signs, WITH_REASONS, "0[.]1[,]2[.]0", Grade(4, 4)),
        (signs, WITH_REASONS, "0[.]0[,]1[.]0[,]2[.]0", Grade(2, 4)),
        (case, SCENES, "0[.]1[,]2[.]1", Grade(4, 4)),
        (case, SCENES, "0[.]1[,]2[.]0", Grade(1, 4)),
        (case, SCENES, "0[.]0", Grade(1, 4)),
    ],
)  # fmt: skip
def test_an_answer_is_marked_by_the_rule_of_its_type(mark: Any, parameters: Any, response: str, grade: Grade) -> None:
    assert mark(parameters, response) == grade


@pytest.mark.parametrize(
    ("mark", "parameters", "response"),
    [
        (choice, QUESTION, ""),
        (choice, QUESTION, "3"),
        (choice, QUESTION, "0[,]2"),
        (choice, QUESTION, "00"),
        (choice, {}, "0"),
        (true_false, STATEMENTS, "true"),
        (true_false, STATEMENTS, "0[.]maybe"),
        (true_false, STATEMENTS, "2[.]true"),
        (true_false, STATEMENTS, "0[.]true[,]0[.]false"),
        (sort, GROUPS, "0[.]2"),
        (timeline, EVENTS, "0[,]1"),
        (timeline, WITH_GAPS, "0[,]1[,]2"),
        (signs, WITH_REASONS, "7[.]0"),
        (case, SCENES, ""),
        (case, SCENES, "0[.]1"),
        (case, SCENES, "0[.]1[,]3[.]0"),
        (case, SCENES, "0[.]2"),
        (case, {"scenes": []}, "0[.]0"),
    ],
)
def test_what_cannot_be_an_answer_of_the_content_has_no_mark(mark: Any, parameters: Any, response: str) -> None:
    assert mark(parameters, response) is None


LETTERS = st.lists(st.sampled_from(["0", "1", "2", "9", "[,]", "[.]", "order", "missing", "true", " ", "x", "²"])).map(
    "".join
)


@given(
    st.sampled_from(sorted(MARKERS)),
    st.sampled_from(
        [
            QUESTION,
            STATEMENTS,
            GROUPS,
            EVENTS,
            WITH_GAPS,
            LINES,
            WITH_REASONS,
            SCENES,
            {"options": 1},
            {"scenes": [None]},
        ]
    ),
    LETTERS,
)
def test_whatever_is_told_is_marked_within_its_bounds_or_not_at_all(name: str, parameters: Any, response: str) -> None:
    mark = MARKERS[name](parameters, response)
    assert mark is None or 0 <= mark.raw <= mark.most
