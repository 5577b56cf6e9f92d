"""What holds of every paper's figures, whoever sat it."""

import random
from dataclasses import replace
from statistics import correlation

import pytest
from answer_sheets import TELL_ALL, items, sheets, some_sheets
from hypothesis import example, given
from hypothesis import strategies as st

from assessments.statistics import Item, Offered, Sheet, Size, Thresholds, Worry, describe, worrying
from assessments.statistics.differing import compared
from assessments.statistics.grouping import told
from assessments.statistics.reliability import reliability
from assessments.statistics.sheets import Table

THREE = [Item(n, (Offered("0a", True), Offered("0b", False))) for n in "abc"]


@example(
    [
        Sheet((None, 1 / 3, None), ((), (), ()), (None, None, None), "cy", "health"),
        Sheet((1 / 3, None, None), ((), (), ()), (None, None, None), "cy", "health"),
        Sheet((0.5, 0.5, None), ((), (), ()), (None, None, None), "cy", "health"),
    ]
)
@given(some_sheets(drawn=True))
def test_every_figure_lies_where_such_figures_lie(some: list[Sheet]) -> None:
    found = describe(some, THREE, replace(TELL_ALL, share=1))
    for item in found.items:
        assert item.facility is None or 0 <= item.facility <= 1
        assert item.correlation is None or -1 <= item.correlation <= 1
        assert item.tails is None or -1 - 1e-9 <= item.tails <= 1 + 1e-9
        for choice in item.choices:
            assert all(
                -1e-9 <= share <= 1 + 1e-9 for share in (choice.share, choice.lower, choice.middle, choice.upper)
            )
    assert found.reliability is None or (found.reliability.alpha <= 1 + 1e-9 and found.reliability.error >= 0)


@given(some_sheets(drawn=True), st.randoms())
def test_the_order_of_the_sheets_changes_nothing(some: list[Sheet], chance: random.Random) -> None:
    shuffled = chance.sample(some, len(some))
    first, second = (describe(each, THREE, TELL_ALL) for each in (some, shuffled))
    for one, other in zip(first.items, second.items, strict=True):
        assert one.facility == pytest.approx(other.facility)
        assert one.correlation == pytest.approx(other.correlation)
        assert one.tails == pytest.approx(other.tails)
        assert [each.upper for each in one.choices] == pytest.approx([each.upper for each in other.choices])
    assert first.sectors == second.sectors or first.mean == pytest.approx(second.mean)


@given(some_sheets())
def test_swapping_the_two_groups_turns_a_difference_round(some: list[Sheet]) -> None:
    turned = [replace(each, language={"cy": "en", "en": "cy"}.get(each.language, "")) for each in some]
    for one, other in zip(describe(some, THREE, TELL_ALL).items, describe(turned, THREE, TELL_ALL).items, strict=True):
        if one.welsh_to_english:
            assert other.welsh_to_english
            assert one.welsh_to_english.odds_ratio == pytest.approx(1 / other.welsh_to_english.odds_ratio)
            assert one.welsh_to_english.delta == pytest.approx(-other.welsh_to_english.delta, abs=1e-9)
            assert one.welsh_to_english.size is other.welsh_to_english.size


@given(some_sheets(drawn=True))
def test_what_was_not_asked_of_somebody_is_not_counted_against_them(some: list[Sheet]) -> None:
    found = describe(some, THREE, TELL_ALL)
    for number, item in enumerate(found.items):
        assert item.people == sum(sheet.scores[number] is not None for sheet in some)


def test_a_drawn_paper_has_much_the_same_reliability_as_the_whole_one_of_that_length() -> None:
    whole = sheets(4000, 20)
    chance = random.Random(3)
    drawn = [_only(each, chance.sample(range(20), 10)) for each in whole]
    all_of_it, part = reliability(Table.of(whole, 20)), reliability(Table.of(drawn, 20))
    assert all_of_it
    assert part
    half_as_long = all_of_it.alpha / (2 - all_of_it.alpha)  # Spearman and Brown
    assert part.alpha == pytest.approx(half_as_long, abs=0.03)


def test_people_asked_more_and_less_who_did_as_well_at_the_rest_are_all_counted() -> None:
    asked_two, asked_three, wrong, right = (0.0, 0.5, None), (0.0, 0.0, 1.0), (0.0, None, 0.0), (1 / 3, None, 0.0)
    some = [Sheet(scores, ((), (), ())) for scores in (wrong, asked_two, asked_two, right, asked_three)]
    first = describe(some, THREE, TELL_ALL).items[0]
    assert first.correlation == pytest.approx(correlation([0, 0, 0, 1 / 3, 0], [0, 0.5, 0.5, 0, 0.5]))


def _only(sheet: Sheet, asked: list[int]) -> Sheet:
    return replace(sheet, scores=tuple(score if n in asked else None for n, score in enumerate(sheet.scores)))


def test_nothing_is_said_of_too_few() -> None:
    found = describe(sheets(9, 4), items(4))
    assert (found.people, found.mean, found.reliability, found.calibration) == (9, None, None, None)
    assert all(item.facility is item.correlation is item.tails is item.welsh_to_english is None for item in found.items)
    assert all(not item.choices and not item.worries and not item.facility_in for item in found.items)


def test_from_ten_on_a_mean_is_told_and_no_correlation_yet() -> None:
    found = describe(sheets(10, 4), items(4))
    assert found.mean is not None
    assert found.reliability is None
    assert all(item.facility is not None and item.correlation is None for item in found.items)


def test_nobody_at_all_is_no_fault() -> None:
    found = describe([], items(2))
    assert (found.people, found.mean, found.languages) == (0, None, ())


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 40), max_size=6))
def test_what_is_hidden_of_groups_is_nobody_or_as_many_as_may_be_told(people: dict[str, int]) -> None:
    from collections import Counter

    limits = Thresholds()
    shown = told(Counter(people), limits)
    hidden = sum(count for group, count in people.items() if group not in shown)
    assert all(people[group] >= limits.share for group in shown)
    assert hidden == 0 or hidden >= limits.share or not shown


def test_equal_groups_do_not_differ() -> None:
    same = compared([(10, 5, 10, 5), (8, 8, 8, 8)], TELL_ALL)
    assert same
    assert (same.odds_ratio, same.delta, same.size) == (pytest.approx(1), pytest.approx(0), Size.NEGLIGIBLE)


def test_a_difference_is_not_told_where_one_group_is_small() -> None:
    assert compared([(50, 49, 200, 200)], Thresholds()) is None
    assert compared([(50, 50, 200, 200)], Thresholds()) is not None


@pytest.mark.parametrize(
    ("right", "sizes"),
    [((60, 50), {Size.NEGLIGIBLE}), ((64, 50), {Size.MODERATE}), ((80, 50), {Size.LARGE})],
)
def test_a_difference_is_called_by_its_size(right: tuple[int, int], sizes: set[Size]) -> None:
    first, second = right
    found = compared([(first * 10, (100 - first) * 10, second * 10, (100 - second) * 10)], Thresholds())
    assert found
    assert found.size in sizes


def worries(scores: list[tuple[float, ...]], chosen: str = "0a") -> tuple[Worry, ...]:
    some = [Sheet(each, tuple((chosen,) for _ in each)) for each in scores]
    return describe(some, THREE, TELL_ALL).items[0].worries


def test_an_item_that_all_get_right_tells_nobody_apart() -> None:
    assert Worry.EASY in worries([(1.0, 1.0, 0.0), (1.0, 0.0, 0.0)] * 20)


def test_an_item_that_hardly_anybody_gets_right_is_hard() -> None:
    assert Worry.HARD in worries([(0.0, 1.0, 1.0)] * 19 + [(1.0, 1.0, 1.0)])


def test_an_item_that_the_best_get_wrong_runs_backwards() -> None:
    assert Worry.BACKWARDS in worries([(0.0, 1.0, 1.0), (1.0, 0.0, 0.0)] * 20)
    told = worrying.worries(None, -0.004, [], [], TELL_ALL)
    assert told == (Worry.WEAK,), "what is shown as 0.00 does not run backwards"


def test_a_wrong_choice_that_nobody_takes_is_idle() -> None:
    assert Worry.IDLE_CHOICE in worries([(1.0, 1.0, 1.0), (0.0, 0.0, 1.0)] * 20, chosen="0a")


def test_a_wrong_choice_that_the_best_take_is_told() -> None:
    best, rest = Sheet((0.0, 1.0, 1.0), (("0b",),) * 3), Sheet((1.0, 0.0, 0.0), (("0a",),) * 3)
    assert Worry.DRAWS_THE_BEST in describe([best, rest] * 20, THREE, TELL_ALL).items[0].worries


def test_the_tails_take_part_of_those_with_equal_scores() -> None:
    """Ten people, so 2.7 in each tail: two with 3 of 3 and 0.7 of the next."""
    scored = [(1.0, 1.0, 1.0)] * 2 + [(0.0, 1.0, 1.0)] * 4 + [(0.0, 0.0, 0.0)] * 4
    found = describe([Sheet(each, ((),) * 3) for each in scored], THREE, TELL_ALL).items[0]
    assert found.tails == pytest.approx(2 / 2.7)
