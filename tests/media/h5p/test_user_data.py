"""Where somebody left off, and what a content says of itself in the end: told late, twice, out of order, with any clock."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from media.h5p import Finished, Said, UserData, finished

TOLD = st.builds(
    UserData, st.integers(0, 9), st.none() | st.text(max_size=3), st.integers(0, 10**9), st.booleans()
)  # fmt: skip


def test_what_is_told_later_takes_the_place_of_what_was_kept() -> None:
    kept = UserData(3, "half way", 20, seen_end=True)
    assert kept.after(UserData(4, "further", 5), 60) == UserData(4, "further", 25, seen_end=True)
    assert kept.after(UserData(5, None, 0), 60) == UserData(5, "half way", 20, seen_end=True)


def test_what_comes_late_or_twice_changes_nothing() -> None:
    kept = UserData(3, "half way", 20)
    for sequence in (0, 2, 3):
        assert kept.after(UserData(sequence, "earlier", 9, seen_end=True), 60) is kept


def test_no_more_seconds_are_believed_than_passed() -> None:
    assert UserData(1, "", 20).after(UserData(2, None, 3600), 30.9).seconds == 30 + 10
    assert UserData(1, "", 20).after(UserData(2, None, 3600), -600).seconds == 20


@given(st.lists(TOLD, max_size=50), st.integers(0, 10**6))
def test_however_often_it_is_told_no_more_seconds_are_believed(told: list[UserData], passed: int) -> None:
    kept = UserData()
    for number, each in enumerate(told):
        kept = kept.after(replace(each, sequence=number + 1), passed)
    assert kept.seconds <= passed + 10


@given(told=st.lists(st.tuples(TOLD, st.floats(-10, 10**6)), max_size=8))
def test_however_it_comes_nothing_goes_back(told: list[tuple[UserData, float]]) -> None:
    kept = UserData()
    for each, passed in told:
        now = kept.after(each, passed)
        assert (now.sequence, now.seconds, now.seen_end) >= (kept.sequence, kept.seconds, kept.seen_end)
        assert now.seconds - kept.seconds <= max(0.0, passed) + 10
        kept = now
    latest = max((each.sequence for each, _passed in told), default=0)
    assert kept.sequence == latest


def test_the_last_points_of_the_content_itself_count_and_never_those_of_a_part() -> None:
    early, late = Said("answered", raw=1, most=4), Said("completed", raw=3, most=4)
    part = Said("answered", part="a", is_child=True, raw=9, most=9)
    assert finished([early, late, part, Said("completed"), Said("completed", scaled=1.0)]) == Finished(3, 4)
    assert finished([part]) is None
    assert finished([]) is None
