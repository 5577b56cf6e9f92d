"""When a question is asked again: tomorrow where it was wrong, later and later where it is known, never on the same day."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from assessments.practising.schedule import LONGEST, Memory, after

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ratings = st.sampled_from(list(Rating))


def test_what_was_wrong_is_asked_again_tomorrow() -> None:
    assert after(None, Rating.Again, NOON).again_in == timedelta(days=1)


def test_what_is_known_each_time_waits_longer_each_time() -> None:
    memory, now, waits = after(None, Rating.Again, NOON).memory, NOON + timedelta(days=1), []
    for _time in range(6):
        asked = after(memory, Rating.Good, now)
        waits.append(asked.again_in)
        memory, now = asked.memory, now + asked.again_in
    assert all(shorter < longer for shorter, longer in pairwise(waits))


def test_what_was_known_and_is_wrong_now_comes_back_sooner_than_what_is_still_known() -> None:
    memory = after(None, Rating.Good, NOON).memory
    later = NOON + timedelta(days=3)
    assert after(memory, Rating.Again, later).again_in < after(memory, Rating.Good, later).again_in


@given(st.lists(st.tuples(ratings, st.integers(0, 400)), min_size=1, max_size=12))
def test_however_it_goes_a_question_waits_from_a_day_to_a_year(reviews: list[tuple[Rating, int]]) -> None:
    memory: Memory | None = None
    now = NOON
    for how, days in reviews:
        asked = after(memory, how, now)
        assert timedelta(days=1) <= asked.again_in <= timedelta(days=LONGEST)
        memory, now = asked.memory, now + timedelta(days=days)


@given(st.lists(ratings, min_size=1, max_size=6))
def test_the_same_answers_on_the_same_days_give_the_same_schedule(how: list[Rating]) -> None:
    def run() -> list[timedelta]:
        memory, waits = None, []
        for each in how:
            asked = after(memory, each, NOON)
            memory, _appended = asked.memory, waits.append(asked.again_in)
        return waits

    assert run() == run()
