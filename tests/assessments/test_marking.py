"""Marking is a rule: the same answers always give the same mark, and nothing but the right answers raises it."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.marking import Given, Key, mark

ids = st.text("abcd", min_size=1, max_size=2)
keys = st.lists(
    st.builds(Key, question=ids, decisions=st.frozensets(ids, min_size=1), reasons=st.frozensets(ids)),
    max_size=6,
    unique_by=lambda key: key.question,
)
answers = st.dictionaries(ids, st.builds(Given, decision=ids | st.just(""), reason=ids | st.just("")), max_size=8)


def right_answers(paper: list[Key]) -> dict[str, Given]:
    return {key.question: Given(min(key.decisions), min(key.reasons, default="")) for key in paper}


@given(keys)
def test_the_right_answers_are_all_right(paper: list[Key]) -> None:
    result = mark(paper, right_answers(paper), len(paper))
    assert result.right == result.out_of == len(paper)
    assert result.passed


@given(keys, answers, st.integers(0, 6))
def test_a_paper_is_passed_exactly_when_enough_are_right(
    paper: list[Key], given_answers: dict[str, Given], needed: int
) -> None:
    result = mark(paper, given_answers, needed)
    assert 0 <= result.right <= len(paper)
    assert result.passed == (result.right >= needed)


@given(keys, answers, ids)
def test_an_answer_to_no_question_changes_nothing(
    paper: list[Key], given_answers: dict[str, Given], stray: str
) -> None:
    others = {question: answer for question, answer in given_answers.items() if question != f"stray {stray}"}
    with_stray = {**others, f"stray {stray}": Given("a", "a")}
    assert mark(paper, with_stray, 1) == mark(paper, others, 1)


@given(keys, answers)
def test_answering_one_more_question_rightly_never_lowers_the_mark(
    paper: list[Key], given_answers: dict[str, Given]
) -> None:
    before = mark(paper, given_answers, 1).right
    for key in paper:
        better = {**given_answers, key.question: right_answers([key])[key.question]}
        assert mark(paper, better, 1).right >= before


def test_a_question_without_an_answer_is_not_right() -> None:
    paper = [Key("q", frozenset("a"), frozenset("r"))]
    assert mark(paper, {}, 1).right == 0


def test_the_right_decision_for_a_weak_reason_is_not_right() -> None:
    paper = [Key("q", frozenset("a"), frozenset("r"))]
    marked = mark(paper, {"q": Given("a", "s")}, 1).marks[0]
    assert (marked.decision_right, marked.reason_right, marked.right) == (True, False, False)


def test_where_no_reason_is_asked_for_the_decision_is_enough() -> None:
    assert mark([Key("q", frozenset("a"), frozenset())], {"q": Given("a")}, 1).passed
