"""Marking is a rule: the same answers always give the same mark, and nothing but a right answer raises it."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from assessments.marking import Mark, MarkedQuestion, PassRule, Result, by_rubric, mark
from assessments.questions import Question, Response, kind_of, nothing_given
from assessments.questions.arranging import Match, MatchGiven, Order, OrderGiven, Timeline
from assessments.questions.choosing import MultipleChoice, MultipleChoiceGiven
from assessments.questions.judging import Judgement, JudgementGiven, VignetteGiven
from assessments.questions.writing import RiskSentenceGiven, ShortText, ShortTextGiven
from tests.assessments.every_kind import EVERY_KIND, WRITTEN, uid

ALL = [*(question for question, _right in EVERY_KIND), WRITTEN]
known_ids = st.integers(10, 99).map(uid)
questions = st.sampled_from(ALL)
answers = st.one_of(
    st.sampled_from([right for _question, right in EVERY_KIND]),
    st.sampled_from([nothing_given(question) for question in ALL]),
    st.builds(MultipleChoiceGiven, options=st.lists(known_ids, max_size=6)),
    st.builds(OrderGiven, order=st.lists(known_ids, max_size=6)),
    st.builds(OrderGiven, order=st.permutations([uid(40 + place) for place in range(4)])),
    st.builds(MatchGiven, targets=st.dictionaries(known_ids, known_ids, max_size=5)),
    st.builds(VignetteGiven, decision=known_ids, reason=known_ids),
    st.builds(JudgementGiven, step=st.integers(1, 10) | st.none()),
    st.builds(ShortTextGiven, text=st.text(max_size=40)),
    st.builds(RiskSentenceGiven, text=st.text(max_size=40)),
)


@given(questions, answers)
def test_a_mark_lies_between_nothing_and_one_and_is_the_same_each_time(question: Question, answer: Response) -> None:
    found = mark(question, answer)
    assert 0 <= found.share <= 1
    assert all(0 <= part <= 1 for part in found.parts.values())
    assert found == mark(question, answer)


@pytest.mark.parametrize(("question", "right"), EVERY_KIND, ids=lambda each: kind_of(each))
def test_the_right_answer_earns_the_whole_and_none_earns_nothing(question: Question, right: Response) -> None:
    assert mark(question, right).right
    assert mark(question, nothing_given(question)).share == 0


@given(st.sampled_from(EVERY_KIND), st.randoms())
def test_the_order_in_which_options_were_shown_changes_nothing(pair: tuple[Question, Response], chance: Any) -> None:
    question, right = pair
    assert mark(mixed(question, chance), right) == mark(question, right)


def mixed(question: Question, chance: Any) -> Question:
    """The question with everything that may be shown in another order in another order."""
    lists = ["options", "stems", "targets"] if not isinstance(question, Order | Timeline) else []
    changes = {}
    for field in fields(question):
        if field.name in lists:
            changes[field.name] = list(getattr(question, field.name))
            chance.shuffle(changes[field.name])
    return replace(question, **changes)


@given(st.sampled_from(EVERY_KIND), st.sampled_from(EVERY_KIND))
def test_an_answer_of_another_kind_earns_nothing(
    one: tuple[Question, Response], other: tuple[Question, Response]
) -> None:
    if type(one[0]) is not type(other[0]):
        assert mark(one[0], other[1]).share == 0


@given(st.sampled_from(EVERY_KIND))
def test_a_question_and_its_answer_come_back_from_the_store_as_they_were(pair: tuple[Question, Response]) -> None:
    for each in pair:
        assert msgspec.json.decode(msgspec.json.encode(each), type=type(each)) == each


def question_of(kind: type[Any]) -> Any:
    return next(question for question in ALL if isinstance(question, kind))


def test_choosing_everything_earns_nothing() -> None:
    question = question_of(MultipleChoice)
    everything = MultipleChoiceGiven(options=[option.id for option in question.options])
    assert mark(question, everything).share == 0
    assert mark(question, MultipleChoiceGiven(options=[uid(20)])).share == 0.5


def test_an_order_with_two_neighbours_exchanged_earns_most_of_it_and_the_reverse_earns_nothing() -> None:
    question = question_of(Order)
    assert mark(question, OrderGiven(order=[uid(41), uid(40), uid(42), uid(43)])).share == pytest.approx(2 / 3)
    assert mark(question, OrderGiven(order=[uid(43), uid(42), uid(41), uid(40)])).share == 0
    assert mark(question, OrderGiven(order=[uid(40)] * 4)).share == 0


def test_each_pair_that_matches_earns_its_part() -> None:
    assert mark(question_of(Match), MatchGiven(targets={uid(70): uid(80), uid(71): uid(83)})).share == pytest.approx(
        1 / 3
    )


@pytest.mark.parametrize("text", ["Significant harm", "NIWED SYLWEDDÔL", "niwed\u00a0sylweddol", "significant  harm ."])
def test_a_short_text_is_right_in_either_language_whatever_its_spaces_capitals_and_accents(text: str) -> None:
    assert mark(question_of(ShortText), ShortTextGiven(text=text)).right


def test_capitals_and_accents_matter_where_the_question_says_so() -> None:
    strict = replace(question_of(ShortText), capitals_matter=True, accents_matter=True)
    assert mark(strict, ShortTextGiven(text="niwed sylweddol")).right
    assert not mark(strict, ShortTextGiven(text="Niwed sylweddol")).right
    assert not mark(strict, ShortTextGiven(text="y niwed sylweddol")).right


def test_a_judgement_earns_as_much_as_the_panel_was_of_that_mind() -> None:
    question = question_of(Judgement)
    assert [mark(question, JudgementGiven(step=step)).share for step in (1, 2, 3, 5)] == [
        0,
        1,
        0.5,
        pytest.approx(1 / 6),
    ]


def test_a_judgement_without_a_panel_does_not_count() -> None:
    unjudged = replace(question_of(Judgement), panel=None)
    for step in (None, 4):
        assert not mark(unjudged, JudgementGiven(step=step)).counts


def test_the_right_decision_for_a_weak_reason_is_not_right() -> None:
    vignette, right = next(pair for pair in EVERY_KIND if isinstance(pair[1], VignetteGiven))
    found = mark(vignette, replace(right, reason=uid(31)))
    assert (found.parts, found.share) == ({"decision": 1, "reason": 0}, 0)


def test_a_written_sentence_waits_for_a_person_and_is_then_worth_its_points() -> None:
    assert mark(WRITTEN, RiskSentenceGiven(text="Nia may be harmed.")).awaits_person
    assert not mark(WRITTEN, RiskSentenceGiven(text="  ")).awaits_person
    full = dict.fromkeys(("harm", "impact", "likelihood", "evidence"), 2)
    assert by_rubric(WRITTEN, full).right
    assert by_rubric(WRITTEN, {**full, "harm": 0, "other": 9}).share == 0.75
    assert by_rubric(WRITTEN, {"harm": 99}).parts["harm"] == 1


marked = st.builds(
    MarkedQuestion,
    key=st.text(max_size=3),
    outcome=st.sampled_from(["", "words", "limits"]),
    mark=st.builds(Mark, share=st.sampled_from([0, 1 / 3, 0.5, 1]), counts=st.booleans(), awaits_person=st.booleans()),
)


@given(st.lists(marked, max_size=12), st.floats(0, 12), st.floats(0, 1))
def test_a_paper_is_passed_exactly_when_enough_is_right_in_all_and_of_each_outcome(
    found: list[MarkedQuestion], needed: float, share: float
) -> None:
    result = Result(tuple(found), PassRule(needed, {"words": share}))
    assert 0 <= result.points <= result.out_of <= len(found)
    if result.awaiting:
        assert result.passed is None
    elif result.passed:
        assert result.points >= needed - 1e-6
        words = result.outcomes.get("words")
        assert words is None or words.points >= share * words.out_of - 1e-6
    else:
        assert result.points < needed or not result.shows("words")


def test_three_thirds_are_one() -> None:
    third = MarkedQuestion("q", "", Mark(1 / 3))
    assert Result((third,) * 3, PassRule(1)).passed
