"""Whether training is in date: the framework's rules, on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from courses.status import FRAMEWORK, Learned, Rule, Status, months_after, standing_on

START = date(2024, 1, 15)
DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
LEARNED = st.lists(st.builds(Learned, DAYS, st.integers(1, 900)), max_size=8)
GROUPS = st.sampled_from("ABCDEF")


def rule(group: str) -> Rule:
    return FRAMEWORK.rules[group]


def hours(number: int) -> int:
    return number * 60


def test_a_newcomer_has_not_started_and_has_six_months() -> None:
    standing = standing_on(date(2024, 3, 1), rule("B"), START, [])
    assert (standing.status, standing.until) == (Status.NOT_STARTED, date(2024, 7, 15))


def test_some_of_the_first_hours_is_in_progress() -> None:
    standing = standing_on(date(2024, 3, 1), rule("B"), START, [Learned(date(2024, 2, 1), hours(2))])
    assert (standing.status, standing.minutes, standing.wanted) == (Status.IN_PROGRESS, 120, 360)


def test_six_months_without_the_first_hours_is_overdue() -> None:
    assert standing_on(date(2024, 7, 15), rule("C"), START, []).status == Status.NOT_STARTED
    assert standing_on(date(2024, 7, 16), rule("C"), START, []).status == Status.OVERDUE


def test_the_first_hours_may_come_in_several_sessions() -> None:
    sessions = [Learned(date(2024, 2, day), hours(2)) for day in (1, 8, 15)]
    standing = standing_on(date(2024, 3, 1), rule("B"), START, sessions)
    assert (standing.status, standing.until) == (Status.IN_DATE, date(2027, 2, 15))


def test_ninety_days_before_the_end_it_is_due_soon_and_the_day_after_the_end_overdue() -> None:
    learned = [Learned(date(2024, 2, 15), hours(8))]
    end = date(2027, 2, 15)
    assert standing_on(end - timedelta(days=91), rule("C"), START, learned).status == Status.IN_DATE
    assert standing_on(end - timedelta(days=90), rule("C"), START, learned).status == Status.DUE_SOON
    assert standing_on(end, rule("C"), START, learned).status == Status.DUE_SOON
    assert standing_on(end + timedelta(days=1), rule("C"), START, learned).status == Status.OVERDUE


def test_learning_with_an_earlier_employer_counts() -> None:
    assert (
        standing_on(date(2024, 2, 1), rule("C"), START, [Learned(date(2023, 5, 1), hours(8))]).status == Status.IN_DATE
    )


def test_group_d_needs_eight_hours_first_and_twenty_four_after_three_years() -> None:
    first = [Learned(date(2024, 3, 1), hours(8))]
    assert standing_on(date(2026, 1, 1), rule("D"), START, first).status == Status.IN_DATE
    assert standing_on(date(2027, 1, 16), rule("D"), START, first).status == Status.OVERDUE
    more = [*first, Learned(date(2025, 3, 1), hours(8)), Learned(date(2026, 3, 1), hours(8))]
    standing = standing_on(date(2027, 1, 16), rule("D"), START, more)
    assert (standing.status, standing.until) == (Status.DUE_SOON, date(2027, 3, 1))


def test_an_exemption_with_a_reason_is_in_date() -> None:
    standing = standing_on(date(2030, 1, 1), rule("C"), START, [], exempt="On maternity leave")
    assert (standing.status, standing.is_in_date) == (Status.EXEMPT, True)


def test_every_rule_names_its_source_and_every_group_has_one() -> None:
    assert "".join(sorted(FRAMEWORK.rules)) == "ABCDEF"
    assert all(rule.source.startswith("https://") for rule in FRAMEWORK.rules.values())


def test_a_rule_without_minutes_or_months_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        Rule("B", 6, 0, 36, 360, False, "https://example.org")


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert months_after(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_after(date(2024, 3, 31), -1) == date(2024, 2, 29)


@given(GROUPS, DAYS, LEARNED, st.integers(1, 2000))
def test_whoever_is_in_date_stays_so_until_the_day_told_and_not_a_day_longer(
    group: str, day: date, learned: list[Learned], later: int
) -> None:
    known = [each for each in learned if each.day <= day]
    standing = standing_on(day, rule(group), START, known)
    if standing.is_in_date and standing.until:
        assert standing_on(standing.until, rule(group), START, known).is_in_date
        on = min(day + timedelta(days=later), standing.until)
        assert standing_on(on, rule(group), START, known).is_in_date
        assert not standing_on(standing.until + timedelta(days=1), rule(group), START, known).is_in_date


@given(GROUPS, DAYS, LEARNED)
def test_the_future_changes_nothing_about_today(group: str, day: date, learned: list[Learned]) -> None:
    known = [each for each in learned if each.day <= day]
    assert standing_on(day, rule(group), START, learned) == standing_on(day, rule(group), START, known)


@given(GROUPS, DAYS, LEARNED)
@example(
    "B",
    date(2023, 1, 1),
    [Learned(date(2020, 1, 1), 341), Learned(date(2020, 1, 1), 360), Learned(date(2021, 1, 1), 19)],
)
def test_the_order_in_which_credits_are_told_does_not_matter(group: str, day: date, learned: list[Learned]) -> None:
    backwards = standing_on(day, rule(group), START, learned[::-1])
    assert backwards.status == standing_on(day, rule(group), START, learned).status


@given(GROUPS, DAYS, LEARNED)
def test_enough_hours_learned_today_put_anybody_in_date(group: str, day: date, learned: list[Learned]) -> None:
    full = Learned(day, rule(group).refresh_minutes + rule(group).first_minutes)
    assert standing_on(day, rule(group), START, [*learned, full]).is_in_date
