"""How far two who score apart agree: checked against published figures and the definition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.moderating.agreement import ENOUGH, agreement, weighted_kappa
from assessments.moderating.settling import differ_too_much, mean_share

# The first two raters of `anxiety`, the example of R's package irr; kappa2(…, "squared") prints 0.297 of them.
FIRST = [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3]
SECOND = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4]

scores = st.integers(0, 5)
pairs = st.lists(st.tuples(scores, scores), min_size=1, max_size=40)


def test_weighted_kappa_is_what_other_software_makes_of_the_same_scores() -> None:
    assert weighted_kappa(list(zip(FIRST, SECOND, strict=True))) == pytest.approx(0.297, abs=0.0005)


def test_the_same_and_a_step_apart_are_counted() -> None:
    told = agreement(list(zip(FIRST, SECOND, strict=True)))
    assert (told.pairs, told.same, told.within_one) == (20, 0.3, 0.65)


def test_of_few_kappa_says_nothing_and_the_number_is_told() -> None:
    told = agreement([(1, 1)] * (ENOUGH - 1))
    assert (told.pairs, told.kappa) == (ENOUGH - 1, None)


def test_of_none_nothing_is_said() -> None:
    told = agreement([])
    assert (told.pairs, told.same, told.within_one, told.kappa) == (0, None, None, None)


def test_where_everything_got_the_same_score_kappa_says_nothing() -> None:
    assert weighted_kappa([(2, 2)] * 12) is None


@given(pairs)
def test_kappa_is_one_exactly_where_both_always_agree(given_pairs: list[tuple[int, int]]) -> None:
    kappa = weighted_kappa(given_pairs)
    if kappa is not None:
        assert kappa <= 1
        assert (kappa == 1) == all(first == second for first, second in given_pairs)


@given(pairs)
def test_it_does_not_matter_who_is_called_first_or_in_which_order_the_answers_come(
    given_pairs: list[tuple[int, int]],
) -> None:
    turned = [(second, first) for first, second in reversed(given_pairs)]
    assert agreement(turned) == agreement(given_pairs)


@given(pairs)
def test_whoever_gave_the_same_is_also_within_one(given_pairs: list[tuple[int, int]]) -> None:
    told = agreement(given_pairs)
    assert told.same is not None
    assert told.within_one is not None
    assert 0 <= told.same <= told.within_one <= 1


@pytest.mark.parametrize(
    ("second", "too_much"),
    [
        ({"harm": 2, "impact": 2}, False),
        ({"harm": 1, "impact": 2}, False),
        ({"harm": 0, "impact": 2}, True),
        ({"harm": 0, "impact": 4}, True),  # the sums are alike, and the markers are not
        ({"harm": 1, "impact": 1}, True),
    ],
)
def test_two_sheets_differ_by_their_sum_or_by_any_criterion(second: dict[str, int], too_much: bool) -> None:
    assert differ_too_much({"harm": 2, "impact": 2}, second, tolerance=1) is too_much


@given(st.dictionaries(st.sampled_from("abcd"), scores, min_size=1), scores)
def test_two_sheets_alike_never_need_a_third(points: dict[str, int], tolerance: int) -> None:
    assert not differ_too_much(points, points, tolerance)
    assert mean_share(points, points, 5 * len(points)) == sum(points.values()) / (5 * len(points))
