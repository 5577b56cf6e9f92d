"""Small counts are hidden, and nobody can work them out."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boards.disclosure import FAR, TOTAL, Count, bounds, percentage, protect, small, with_totals

COLUMNS = ("A", "B", "C")
ROWS = ("police", "health", "school", "housing")


@st.composite
def counts(draw: st.DrawFn, most: int = 60) -> Count:
    people = draw(st.one_of(st.integers(0, 14), st.integers(0, most)))
    return Count(people, draw(st.integers(0, people)))


def tables(most: int = 60) -> st.SearchStrategy[dict[tuple[str, str], Count]]:
    cells = [(row, column) for row in ROWS for column in COLUMNS]
    return st.fixed_dictionaries({cell: counts(most) for cell in cells})


@given(tables(), st.integers(5, 12))
def test_no_count_of_people_under_the_threshold_is_published(
    table: dict[tuple[str, str], Count], threshold: int
) -> None:
    for figure in protect(table, threshold).figures.values():
        assert figure.people is None or not small(figure.people, threshold)


@given(tables(), st.integers(5, 12))
def test_a_share_is_published_only_of_a_published_count_of_people(
    table: dict[tuple[str, str], Count], threshold: int
) -> None:
    for figure in protect(table, threshold).figures.values():
        assert figure.percent is None or (figure.people is not None and figure.people >= threshold)


@given(tables(), st.integers(5, 12))
def test_what_is_published_is_true(table: dict[tuple[str, str], Count], threshold: int) -> None:
    true = with_totals(table)
    for cell, figure in protect(table, threshold).figures.items():
        assert figure.people in (None, true[cell].people)
        assert figure.in_date in (None, true[cell].in_date)


@given(tables(), st.integers(5, 12))
@settings(max_examples=60)
def test_nobody_can_narrow_a_hidden_count_to_fewer_values_than_the_threshold(
    table: dict[tuple[str, str], Count], threshold: int
) -> None:
    published = protect(table, threshold)
    people = {cell: count.people for cell, count in with_totals(table).items()}
    hidden = {cell for cell, figure in published.figures.items() if figure.people is None}
    for cell in hidden:
        low, high = bounds(people, hidden, cell)
        assert low <= people[cell] <= high
        assert high - low + 1 >= threshold


@given(tables(), st.integers(5, 12))
@settings(max_examples=60)
def test_nobody_can_work_out_how_many_of_a_hidden_cell_are_in_date(
    table: dict[tuple[str, str], Count], threshold: int
) -> None:
    published = protect(table, threshold)
    in_date = {cell: count.in_date for cell, count in with_totals(table).items()}
    unsaid = {cell for cell, figure in published.figures.items() if figure.in_date is None}
    if any(in_date.values()):
        for cell in unsaid:
            low, high = bounds(in_date, unsaid, cell)
            assert high > low


def test_the_bounds_are_those_that_trying_every_table_finds() -> None:
    """The attacker in earnest: all 2 × 2 tables of small numbers that agree with what is published."""
    true = {("p", "A"): 3, ("p", "B"): 4, ("h", "A"): 2, ("h", "B"): 5}
    values = {cell: count.people for cell, count in with_totals({k: Count(v, 0) for k, v in true.items()}).items()}
    hidden = list(true)
    possible = [
        dict(zip(true, numbers, strict=True))
        for numbers in itertools.product(range(15), repeat=4)
        if numbers[0] + numbers[1] == 7
        and numbers[2] + numbers[3] == 7
        and numbers[0] + numbers[2] == 5
        and numbers[1] + numbers[3] == 9
    ]
    for cell in hidden:
        found = [table[cell] for table in possible]
        assert bounds(values, hidden, cell) == (min(found), max(found))


def test_a_cell_hidden_alone_is_given_away_by_its_total() -> None:
    values = {
        cell: count.people for cell, count in with_totals({("p", "A"): Count(3, 0), ("p", "B"): Count(40, 0)}).items()
    }
    assert bounds(values, [("p", "A")], ("p", "A")) == (3, 3)


def test_with_nothing_published_a_count_could_be_anything() -> None:
    values = {cell: count.people for cell, count in with_totals({("p", "A"): Count(3, 0)}).items()}
    assert bounds(values, values, ("p", "A")) == (0, FAR)


def test_a_large_region_with_one_small_cell_loses_only_its_neighbours() -> None:
    table = {
        (row, column): Count(200 + 7 * number, 150)
        for number, (row, column) in enumerate(itertools.product(ROWS, COLUMNS))
    }
    table["housing", "C"] = Count(4, 2)
    published = protect(table)
    hidden = {cell for cell, figure in published.figures.items() if figure.people is None}
    assert ("housing", "C") in hidden
    assert (TOTAL, TOTAL) not in hidden
    assert len(hidden) == 4


def test_a_small_team_of_whom_nobody_is_in_date_is_not_named() -> None:
    published = protect(
        {("p", "A"): Count(14, 0), ("p", "B"): Count(40, 30), ("h", "A"): Count(50, 20), ("h", "B"): Count(60, 20)}
    )
    assert published.figure("p", "A").people == 14
    assert published.figure("p", "A").percent is None


def test_nobody_in_a_cell_is_no_secret() -> None:
    published = protect({("p", "A"): Count(0, 0), ("p", "B"): Count(40, 30)})
    assert published.figure("p", "A").people == 0
    assert published.figure("somebody", "else").people == 0


def test_a_threshold_below_five_is_refused() -> None:
    with pytest.raises(ValueError, match="never below 5"):
        protect({}, 4)


def test_more_in_date_than_there_are_people_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and people"):
        Count(3, 4)


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(0, 300, 0), (1, 300, 1), (299, 300, 99), (300, 300, 100), (1, 3, 33)]
)
def test_nought_and_a_hundred_per_cent_mean_nobody_and_everybody(part: int, whole: int, percent: int) -> None:
    assert percentage(part, whole) == percent
