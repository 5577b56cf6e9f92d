"""When a content is done, by rules that can be defended; and answers marked by the content itself, or not at all."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import (
    Evidence,
    Judgement,
    LibraryName,
    Need,
    Parts,
    Rule,
    Said,
    believable,
    grade,
    judge,
    missing,
    parts_of,
    said,
)
from media.h5p.part_ids import with_ids

SCORE, ANSWERED, END, TIME = Rule(Need.SCORE, 0.8), Rule(Need.ANSWERED), Rule(Need.END), Rule(Need.TIME, 60)
QUESTION, TWO = Parts(is_question=True), Parts(frozenset({"a", "b"}), is_question=True)
SLIDES, CASE = Parts(pages=3), Parts(branches=True)
BOOK = Parts(pages=2, chapters=frozenset({"a", "b"}))


def name(machine_name: str) -> LibraryName:
    return LibraryName(machine_name, 1, 0)


def points(raw: float, most: float = 10, verb: str = "answered", **more: Any) -> Said:
    return Said(verb, raw=raw, most=most, **more)


@pytest.mark.parametrize(
    ("rule", "parts", "evidence", "complete", "reason"),
    [
        (SCORE, QUESTION, Evidence(), False, "no-score"),
        (SCORE, QUESTION, Evidence([points(7)]), False, "score-short"),
        (SCORE, QUESTION, Evidence([points(8)]), True, "score-reached"),
        (SCORE, QUESTION, Evidence([points(9, verb="failed")]), False, "no-score"),
        (SCORE, QUESTION, Evidence([points(9, part="a", is_child=True)]), False, "no-score"),
        (SCORE, QUESTION, Evidence([points(9)], graded=0.1), False, "score-short"),
        (SCORE, QUESTION, Evidence([points(1)], graded=1.0), True, "score-reached"),
        (SCORE, QUESTION, Evidence([points(9), points(2)]), True, "score-reached"),
        (ANSWERED, QUESTION, Evidence([Said("attempted"), Said("interacted")]), False, "not-answered"),
        (ANSWERED, QUESTION, Evidence([Said("answered")]), True, "all-answered"),
        (ANSWERED, TWO, Evidence([Said("answered", "a", True), Said("answered", "a", True)]), False, "parts-missing"),
        (ANSWERED, TWO, Evidence([Said("completed")]), False, "parts-missing"),
        (ANSWERED, TWO, Evidence([Said("answered", "a", True), Said("completed", "b", True)]), True, "all-answered"),
        (ANSWERED, TWO, Evidence([Said("answered", "a", True), Said("failed", "b", True)]), False, "parts-missing"),
        (ANSWERED, Parts(), Evidence([Said("completed")], seen_end=True), False, "nothing-to-answer"),
        (ANSWERED, Parts(), Evidence([Said("answered")]), True, "all-answered"),
        (END, Parts(), Evidence(seen_end=True), True, "end-reached"),
        (END, Parts(), Evidence([Said("failed")]), False, "end-not-reached"),
        (END, Parts(), Evidence([Said("completed", "a", True)]), False, "end-not-reached"),
        (END, SLIDES, Evidence([Said("progressed", point=2)], seen_end=True), False, "end-not-reached"),
        (END, SLIDES, Evidence([Said("progressed", point=3)]), True, "end-reached"),
        (END, SLIDES, Evidence([Said("failed", point=3)]), False, "end-not-reached"),
        (END, SLIDES, Evidence([Said("progressed", "a", True, point=3)]), False, "end-not-reached"),
        (END, BOOK, Evidence([Said("completed", "a", True)] * 2, seen_end=True), False, "end-not-reached"),
        (END, BOOK, Evidence([Said("completed", "a", True), Said("failed", "b", True)]), False, "end-not-reached"),
        (END, BOOK, Evidence([Said("completed", "a", True), Said("completed", "b", True)]), True, "end-reached"),
        (END, BOOK, Evidence([Said("completed")]), True, "end-reached"),
        (END, CASE, Evidence(seen_end=True), False, "end-not-reached"),
        (END, CASE, Evidence([Said("completed")]), True, "end-reached"),
        (TIME, Parts(), Evidence(seconds=59), False, "time-short"),
        (TIME, Parts(), Evidence(seconds=60), True, "time-reached"),
    ],
)
def test_a_content_is_done_by_its_rule_and_the_reason_is_told(
    rule: Rule, parts: Parts, evidence: Evidence, complete: bool, reason: str
) -> None:
    judgement = judge(rule, parts, evidence)
    assert (judgement.complete, judgement.reason) == (complete, reason)


def test_the_end_of_a_case_is_known_to_the_case_and_that_of_a_film_can_be_heard() -> None:
    assert parts_of(name("H5P.BranchingScenario"), {}).branches
    assert not parts_of(name("H5P.Video"), {}).branches
    assert judge(END, parts_of(name("H5P.Video"), {}), Evidence(seen_end=True)).complete


told = st.builds(
    Said,
    verb=st.sampled_from(["attempted", "answered", "completed", "passed", "failed", "progressed"]),
    part=st.sampled_from(["", "a", "b"]),
    is_child=st.booleans(),
    raw=st.none() | st.floats(-5, 20),
    most=st.none() | st.floats(0, 20),
    point=st.none() | st.floats(0, 9),
)


@given(st.lists(told, max_size=8), told, st.sampled_from([SCORE, ANSWERED, END, TIME]), st.sampled_from([QUESTION, TWO, SLIDES, BOOK, CASE]))  # fmt: skip
def test_what_was_done_once_stays_done_and_failing_never_adds(
    before: list[Said], more: Said, rule: Rule, parts: Parts
) -> None:
    was, now = judge(rule, parts, Evidence(before)), judge(rule, parts, Evidence([*before, more]))
    assert now.complete >= was.complete
    if more.verb == "failed":
        assert now.complete == was.complete


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
        ["verb", "id", "object", "definition", "extensions", "result", "score", "raw", "max", "scaled", "context",
         "contextActivities", "parent", "response", "success", "http://h5p.org/x-api/h5p-subContentId"]), inner, max_size=5),
    max_leaves=25,
)  # fmt: skip


@given(anything)
def test_whatever_a_browser_sends_is_read_or_counts_as_not_said(value: Any) -> None:
    heard = said(value)
    assert heard.share is None or 0 <= heard.share <= 1
    judge(SCORE, QUESTION, Evidence([heard]))


def test_a_type_that_asks_and_never_says_so_is_no_question_to_wait_for() -> None:
    inner = {"library": "H5P.SimpleMultiChoice 1.1", "subContentId": "a", "params": {}}
    assert not parts_of(name("H5P.Questionnaire"), {"questionnaireElements": [{"library": inner}]}).is_question
    assert not parts_of(name("H5P.GuessTheAnswer"), {}).is_question


def test_a_part_without_an_id_gets_one_by_its_place_and_those_that_have_one_keep_it() -> None:
    chapter = {"library": "H5P.Column 1.18", "params": {"content": [{"library": "H5P.TrueFalse 1.8", "params": {}}]}}
    named = {"library": "H5P.Column 1.18", "subContentId": "kept", "params": {}}
    book = {"chapters": [chapter, named, {"library": "H5P.Column 1.18", "params": {}}]}
    told = with_ids(book)
    found = parts_of(name("H5P.InteractiveBook"), told)
    assert (len(found.chapters), len(found.questions), found.pages) == (3, 1, 3)
    assert "kept" in found.chapters
    assert with_ids(book) == told == with_ids(told)
    assert "subContentId" not in chapter
    assert with_ids([None, 1, "x", {"library": "no part"}]) == [None, 1, "x", {"library": "no part"}]


def drawn(size: Any, *ids: str, library: str = "H5P.MultiChoice 1.16") -> dict[str, Any]:
    """A question set that asks so many of these, drawn anew each time."""
    one = {"library": library, "params": choices(True, False)}
    return {"questions": [one | {"subContentId": each} for each in ids], "poolSize": size}


def test_of_a_set_that_draws_its_questions_only_as_many_as_are_asked_must_be_answered() -> None:
    found = parts_of(name("H5P.QuestionSet"), drawn(2, "a", "b", "c"))
    one, two = [Said("answered", "c", True)], [Said("answered", "c", True), Said("answered", "a", True)]
    assert judge(ANSWERED, found, Evidence(one)) == Judgement(False, "parts-missing", 1, 2)
    assert missing(found, one) == {"a", "b"}
    assert judge(ANSWERED, found, Evidence(two)) == Judgement(True, "all-answered", 2, 2)
    assert missing(found, two) == frozenset()
    inside = {"library": "H5P.QuestionSet 1.20", "subContentId": "set", "params": drawn(1, "a", "b")}
    alone = {"library": "H5P.TrueFalse 1.8", "subContentId": "x", "params": {}}
    column = parts_of(name("H5P.Column"), {"content": [{"content": inside}, {"content": alone}]})
    assert judge(ANSWERED, column, Evidence([Said("answered", "a", True), Said("answered", "b", True)])).have == 1
    assert judge(ANSWERED, column, Evidence([Said("answered", "b", True), Said("answered", "x", True)])).complete


@pytest.mark.parametrize("size", [None, 0, -1, 3, 9, "2", True, 10**400])
def test_a_set_that_draws_nothing_asks_everything(size: Any) -> None:
    found = parts_of(name("H5P.QuestionSet"), drawn(size, "a", "b", "c"))
    assert found.pools == ()


def test_a_set_that_draws_is_marked_by_what_it_asked_where_all_of_that_was_answered() -> None:
    done = Said("completed")
    both = grade(name("H5P.QuestionSet"), drawn(2, "a", "b", "c"), [answered("0", "c"), answered("1", "a"), done])
    assert both
    assert (both.raw, both.most) == (1, 2)
    assert grade(name("H5P.QuestionSet"), drawn(2, "a", "b", "c"), [answered("0", "c"), done]) is None


def test_questions_that_no_id_tells_apart_are_not_marked() -> None:
    told = [Said("answered", is_child=True, response="0"), Said("completed")]
    assert grade(name("H5P.SingleChoiceSet"), {"choices": [{}, {}]}, told) is None
    assert grade(name("H5P.Summary"), {"summaries": [{"subContentId": 7}]}, told) is None


def test_our_own_types_are_believed_only_with_an_answer_of_this_content() -> None:
    parameters = {"options": [{"correct": True}, {"correct": False}]}
    claims = [Said("completed"), Said("passed", raw=1, most=1), answered("9"), answered("")]
    told = [Said("attempted"), *claims, answered("1"), Said("failed")]
    assert believable(name("Diogel.Choice"), parameters, told) == [Said("attempted"), answered("1"), Said("failed")]
    assert believable(name("H5P.MultiChoice"), parameters, told) == told


def test_parts_are_the_questions_in_a_content_and_not_what_is_in_them() -> None:
    inner = {"library": "H5P.TrueFalse 1.8", "subContentId": "inner", "params": {}}
    question = {"library": "H5P.MultiChoice 1.16", "subContentId": "outer", "params": {"deep": inner}}
    picture = {"library": "H5P.Image 1.1", "subContentId": "picture", "params": {}}
    slides = [{"elements": [{"action": question}, {"action": picture}]}, {}]
    found = parts_of(name("H5P.CoursePresentation"), {"presentation": {"slides": slides}})
    assert found == Parts(frozenset({"outer"}), is_question=True, pages=2)
    assert parts_of(name("H5P.Text"), "nonsense") == Parts()


def answered(response: str, part: str = "", verb: str = "answered") -> Said:
    return Said(verb, part, is_child=bool(part), response=response)


PLACES = {"question": {"task": {"elements": [{"dropZones": ["0"]}], "dropZones": [{"correctElements": ["0"]}]}}}


def choices(*right: bool, **behaviour: Any) -> dict[str, Any]:
    return {"answers": [{"text": "x", "correct": each} for each in right], "behaviour": behaviour}


@pytest.mark.parametrize(
    ("library", "parameters", "response", "mark"),
    [
        ("H5P.MultiChoice", choices(True, False), "0", (1, 1)),
        ("H5P.MultiChoice", choices(True, False), "1", (0, 1)),
        ("H5P.MultiChoice", choices(True, True, False), "0", (1, 2)),
        ("H5P.MultiChoice", choices(True, True, False), "0[,]2", (0, 2)),
        ("H5P.MultiChoice", choices(True, True, False), "0[,]1", (2, 2)),
        ("H5P.MultiChoice", choices(True, True, False, singlePoint=True), "0", (0, 1)),
        ("H5P.MultiChoice", choices(True, True, singlePoint=True, passPercentage=50), "0", (1, 1)),
        ("H5P.MultiChoice", choices(True, True, type="single"), "1", (1, 1)),
        ("H5P.MultiChoice", choices(False, False), "", (1, 1)),
        ("H5P.MultiChoice", choices(False, False), "0", (0, 1)),
        ("H5P.MultiChoice", choices(True), "7", None),
        ("H5P.MultiChoice", choices(True), "٠", None),
        ("H5P.MultiChoice", {}, "0", None),
        ("H5P.TrueFalse", {"correct": "true"}, "true", (1, 1)),
        ("H5P.TrueFalse", {"correct": "true"}, "false", (0, 1)),
        ("H5P.TrueFalse", {"correct": "true"}, "yes", None),
        ("H5P.Blanks", {"questions": ["<p>*red/blue:a colour* and *&lt;3*</p>"]}, "blue[,]<3", (2, 2)),
        ("H5P.Blanks", {"questions": ["*Red*"]}, "red", (0, 1)),
        ("H5P.Blanks", {"questions": ["*Red*"], "behaviour": {"caseSensitive": False}}, "rED ", (1, 1)),
        ("H5P.Blanks", {"questions": ["*Red*"], "behaviour": {"acceptSpellingErrors": True}}, "Redd", None),
        ("H5P.Blanks", {"questions": ["*a* *b*"]}, "a", None),
        ("H5P.DragQuestion", PLACES, "0[.]0", (1, 1)),
        ("H5P.DragText", {"textField": "The *cat* sits"}, "cat", (1, 1)),
        ("H5P.MarkTheWords", {"textField": "<p>A *berry*</p>"}, "1", (1, 1)),
        ("Diogel.Choice", {"options": [{"correct": True}, {"correct": False}]}, "1", (0, 1)),
        ("H5P.Essay", {}, "words", None),
    ],
)
def test_an_answer_is_marked_by_the_type_s_own_rules_or_not_at_all(
    library: str, parameters: dict[str, Any], response: str, mark: tuple[float, float] | None
) -> None:
    found = grade(name(library), parameters, [answered(response)])
    assert (found and (found.raw, found.most)) == mark


def test_a_set_is_marked_by_what_was_answered_before_it_was_done() -> None:
    one, two = {"subContentId": "a"}, {"subContentId": "b"}
    done = Said("completed")
    first = [answered("0", "a"), answered("1", "b"), done]
    second = [answered("0", "b"), answered("0", "a"), done]
    chosen = {"choices": [one, two]}
    half = grade(name("H5P.SingleChoiceSet"), chosen, first)
    whole = grade(name("H5P.SingleChoiceSet"), chosen, [*first, *second])
    assert half
    assert whole
    assert (half.raw, half.most, whole.raw, whole.most) == (1, 2, 2, 2)
    assert grade(name("H5P.SingleChoiceSet"), chosen, first[:-1]) is None
    summed = grade(name("H5P.Summary"), {"summaries": [one]}, [answered("1[,]0", "a"), Said("answered")])
    assert summed
    assert summed.raw == 0


def test_a_question_set_is_marked_where_each_of_its_questions_can_be() -> None:
    marked = {"library": "H5P.MultiChoice 1.16", "params": choices(True, False), "subContentId": "a"}
    unmarked = {"library": "H5P.Essay 1.5", "params": {}, "subContentId": "b"}
    told = [answered("0", "a"), answered("words", "b"), Said("completed")]
    assert grade(name("H5P.QuestionSet"), {"questions": [marked]}, told)
    assert grade(name("H5P.QuestionSet"), {"questions": [marked, unmarked]}, told) is None


@given(anything, st.text(max_size=30), st.sampled_from(["H5P.MultiChoice", "H5P.TrueFalse", "H5P.Blanks", "H5P.QuestionSet", "H5P.Summary"]))  # fmt: skip
def test_whatever_stands_in_a_content_no_mark_is_out_of_bounds(value: Any, response: str, library: str) -> None:
    parameters = {"answers": [value], "questions": [value], "summaries": [value], "correct": "true", "behaviour": value}
    found = grade(name(library), parameters, [answered(response), answered(response, "a"), Said("completed")])
    assert found is None or 0 <= found.raw <= found.most
    json.dumps(found and found.share)
